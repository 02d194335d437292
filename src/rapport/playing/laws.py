"""The laws that a scene must obey, each with a message that tells its author what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import catalog, research
from ..documents import Document, Fault, Faulty
from .explore import Endless, Exploration, explore
from .loading import read_scene
from .scene import Scene

FEWEST_ENDINGS = 3
FEWEST_CHOICES, MOST_CHOICES = 2, 9
TOO_MANY_MISTAKES = 3


def file_faults(path: Path) -> list[Fault]:
    """Everything wrong with a scene's file, from its YAML to its last ending. Raises OSError."""
    try:
        return faults(*read_scene(path))
    except Faulty as error:
        return list(error.faults)


def faults(scene: Scene, document: Document) -> list[Fault]:
    """Everything wrong with a scene that has loaded (its names and conditions are sound already)."""
    found = [*_name_faults(scene, document), *_count_faults(scene, document), *_catalog_faults(scene, document)]
    try:
        explored = explore(scene)
    except Endless as error:
        remedy = "Lead at least one of its choices on to another turn, or to “end”."
        return [*found, document.fault(("turns", error.turn), str(error), remedy)]
    return [*found, *_reach_faults(scene, document, explored), *_lesson_faults(scene, document, explored)]


def _name_faults(scene: Scene, document: Document) -> Iterator[Fault]:
    if document.path.suffix and scene.id != document.path.stem:
        message = f"The id is “{scene.id}”, the file is called “{document.path.name}”."
        yield document.fault(("id",), message, "Make the two the same.")


def _count_faults(scene: Scene, document: Document) -> Iterator[Fault]:
    for slug, turn in scene.turns.items():
        if turn.choices and not FEWEST_CHOICES <= len(turn.choices) <= MOST_CHOICES:
            message = f"A turn has {FEWEST_CHOICES} to {MOST_CHOICES} choices; this one has {len(turn.choices)}."
            yield document.fault(("turns", slug, "choices"), message, "Add one, or split the turn.")
    if len(scene.endings) < FEWEST_ENDINGS:
        message = f"A scene has at least {FEWEST_ENDINGS} endings; this one has {len(scene.endings)}."
        yield document.fault(("endings",), message, "Write one for a play that goes half well.")


def _catalog_faults(scene: Scene, document: Document) -> Iterator[Fault]:
    named = {("mistakes", index): name for index, name in enumerate(scene.mistakes)}
    for slug, turn in scene.turns.items():
        for index, choice in enumerate(turn.choices):
            if choice.mistake:
                named["turns", slug, "choices", index, "mistake"] = choice.mistake
        if turn.write:
            yield from _missing_name(catalog.brief_path, turn.write.brief, document, ("turns", slug, "write", "brief"))
    for place, name in named.items():
        yield from _missing_name(catalog.mistake, name, document, place)
    if scene.debrief.tension:
        yield from _missing_name(research.tension, scene.debrief.tension, document, ("debrief", "tension"))
    if scene.debrief.evidence and scene.debrief.evidence not in _citable(scene):
        message = f"The research behind this scene's mistakes has no entry “{scene.debrief.evidence}”."
        remedy = f"Known: {', '.join(_citable(scene))}."
        yield document.fault(("debrief", "evidence"), message, remedy)


def _citable(scene: Scene) -> list[str]:
    known = catalog.mistakes()
    return [key for name in scene.mistakes if name in known for key in known[name].evidence]


def _missing_name(look_up, name: str, document: Document, place: tuple) -> Iterator[Fault]:
    try:
        look_up(name)
    except catalog.Unknown as error:
        yield document.fault(place, str(error))


def _reach_faults(scene: Scene, document: Document, explored: Exploration) -> Iterator[Fault]:
    for slug in sorted(explored.dead_ends):
        remedy = "Leave one choice without “when”."
        yield document.fault(("turns", slug), "A play can come here and find nothing to choose.", remedy)
    for slug, turn in scene.turns.items():
        if slug not in explored.turns:
            yield document.fault(("turns", slug), "No play ever comes here.", "Let a choice lead here with “goto”.")
            continue
        for kind, parts in (("choices", turn.choices), ("replies", turn.replies)):
            for index in range(len(parts)):
                if (slug, index) not in explored.visited:
                    remedy = "Mend its condition, or the effects that should make it true."
                    yield document.fault(("turns", slug, kind, index), "No play ever has this open.", remedy)
    for slug in scene.endings:
        if slug not in explored.endings:
            remedy = "Mend its condition, or the order of the endings."
            yield document.fault(("endings", slug), "No play ever ends like this.", remedy)


def _lesson_faults(scene: Scene, document: Document, explored: Exploration) -> Iterator[Fault]:
    possible = _possible_mistakes(scene, explored)
    for index, name in enumerate(scene.mistakes):
        if name not in possible:
            remedy = "Mark a choice with it, answer one of its labels, or take it out here."
            yield document.fault(("mistakes", index), f"Nobody can make the mistake “{name}” in this scene.", remedy)
    top = [slug for slug, ending in scene.endings.items() if ending.score == scene.endings[scene.best].score]
    if not any((slug, 0) in explored.outcomes for slug in top):
        remedy = "Lower what the ending asks for, or give the good choices more effect."
        yield document.fault(("endings", scene.best), "Nobody reaches the best ending without a mistake.", remedy)
    for (ending, mistakes), outcome in explored.outcomes.items():
        if ending in top and mistakes >= TOO_MANY_MISTAKES:
            moves = ",".join(map(str, outcome.moves))
            message = f"A play with {mistakes} mistakes reaches the best ending (choices {moves})."
            yield document.fault(("endings", ending), message, "Ask for more, or let the mistakes cost more.")


def _possible_mistakes(scene: Scene, explored: Exploration) -> set[str]:
    owners, found = catalog.labels(), set()
    for slug, index in explored.visited:
        turn = scene.turns[slug]
        if turn.choices:
            found.add(turn.choices[index].mistake)
        elif turn.replies[index].condition:
            found |= {owners[atom.name].id for atom in turn.replies[index].condition.names() if atom.name in owners}
    return found
