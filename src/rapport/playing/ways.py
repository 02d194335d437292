"""Where the choices of a scene lead, and the order in which its turns can come."""

from __future__ import annotations

from dataclasses import dataclass

from .scene import END, Scene


@dataclass(frozen=True)
class Way:
    """Where one choice or reply leads, from turn to turn or to ``end``; ``share`` is where on the turn's lower edge
    its line begins, 0 left to 1 right."""

    start: str
    goal: str
    mistake: str | None
    share: float


def ways(scene: Scene) -> tuple[Way, ...]:
    """Every choice and reply of the scene as a way, in the order of the file."""
    found = []
    for slug, turn in scene.turns.items():
        goals = [(choice.goto, choice.mistake) for choice in turn.choices]
        goals += [(reply.goto or turn.goto, None) for reply in turn.replies]
        found += [Way(slug, goal, mistake, (at + 1) / (len(goals) + 1)) for at, (goal, mistake) in enumerate(goals)]
    return tuple(found)


def rows(scene: Scene) -> list[list[str]]:
    """The turns by the most moves that lead to them, so that every line runs down; one that comes round again does
    not count. A turn that no move leads to stands in the first row."""
    depth = dict.fromkeys(scene.turns, 0)
    leads: dict[str, set[str]] = {slug: set() for slug in scene.turns}
    for way in ways(scene):
        if way.goal != END and not _reaches(leads, way.goal, way.start):
            leads[way.start].add(way.goal)
    for _ in scene.turns:
        for slug, goals in leads.items():
            for goal in goals:
                depth[goal] = max(depth[goal], depth[slug] + 1)
    return [[slug for slug in scene.turns if depth[slug] == row] for row in range(max(depth.values()) + 1)]


def _reaches(leads: dict[str, set[str]], start: str, goal: str) -> bool:
    seen, open_ = set(), [start]
    while open_:
        slug = open_.pop()
        if slug == goal:
            return True
        if slug not in seen:
            seen.add(slug)
            open_ += leads[slug]
    return False
