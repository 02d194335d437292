"""Every text of a scene that learners read, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from ..documents import Location
from .scene import Part, Scene, Turn


def texts(scene: Scene) -> Iterator[tuple[Location, str]]:
    """The texts of a scene that are written in sentences, in the order of its file.

    Left out are names and labels: title, role, voice, meters and the time of a turn.
    """
    yield from _filled((), scene, "setting", "objective")
    yield from _filled(("counterpart",), scene.counterpart, "hides")
    for slug, turn in scene.turns.items():
        yield from _turn_texts(("turns", slug), turn)
    for slug, ending in scene.endings.items():
        yield from _filled(("endings", slug), ending, "says")
    yield from _filled(("debrief",), scene.debrief, "thought", "question")


def _turn_texts(place: Location, turn: Turn) -> Iterator[tuple[Location, str]]:
    yield from _filled(place, turn, "says", "cue")
    for index, choice in enumerate(turn.choices):
        yield from _filled((*place, "choices", index), choice, "say", "why", "reply")
    if turn.write:
        yield from _filled((*place, "write"), turn.write, "prompt")
    for index, reply in enumerate(turn.replies):
        yield from _filled((*place, "replies", index), reply, "says", "why")


def _filled(place: Location, part: Part, *fields: str) -> Iterator[tuple[Location, str]]:
    return (((*place, field), text) for field in fields if (text := getattr(part, field)))
