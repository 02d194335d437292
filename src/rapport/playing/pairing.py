"""A scene for two or three people in one room: what stands on each of their three sheets.

The player's card holds nothing that is hidden and no lines to choose from. The counterpart's script has every moment in
the order of play, numbered; its answers carry the letter of their place in the file. The observer's card holds what to
look out for, and what may be read aloud only after the end.
"""

from __future__ import annotations

import re
import string
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from .. import catalog
from ..documents import Fault, Faulty
from . import script
from .explore import Endless, explore
from .scene import Choice, Reply, Scene, Turn, Value
from .script import Line
from .telling import flag_of, name_of, number, told
from .ways import rows

SHORT = 72
"""How long the short form of an answer may be, in characters."""
HINT = "missed-cue"
"""The label whose condition means the hint of a moment."""


@dataclass(frozen=True)
class Track:
    """A number to keep count of: its name on paper, the words that players of the screen version see, and its range."""

    name: str
    words: str
    start: int
    low: int
    high: int


@dataclass(frozen=True)
class Tick:
    """A box to tick, and the answers that tell when, such as ``3b``."""

    name: str
    ticked: bool
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What may be heard, or what a written text does, with the reply to it; ``only`` is a condition, or empty."""

    key: str
    heard: tuple[Line, ...]
    only: str
    reply: tuple[Line, ...]
    count: tuple[str, ...]
    then: int | None

    @property
    def onward(self) -> str:
        """Where the answer leads."""
        return f"go to moment {self.then}" if self.then else "go to the endings"


@dataclass(frozen=True)
class Moment:
    """One turn; ``writing`` is what the player is asked to write, ``hint`` what it should take up; both may be empty."""

    number: int
    at: str
    opening: tuple[Line, ...]
    writing: str
    hint: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Close:
    """One ending and when it holds; the last one has no condition."""

    when: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sign:
    """A mistake to look out for, and one line that would be it; ``moment`` is 0 where the advice stands instead."""

    title: str
    moment: int
    example: tuple[Line, ...]


@dataclass(frozen=True)
class Pairing:
    """Everything on the three sheets that belongs to this scene."""

    scene: Scene
    tracks: tuple[Track, ...]
    ticks: tuple[Tick, ...]
    moments: tuple[Moment, ...]
    closes: tuple[Close, ...]
    signs: tuple[Sign, ...]
    cues: tuple[tuple[int, str], ...]


def pairing(scene: Scene) -> Pairing:
    """The sheets' content. Raises catalog.Unknown for a mistake that is not there, and Faulty for a scene without end."""
    order = {slug: at for at, slug in enumerate(chain.from_iterable(rows(scene)), start=1)}
    turns = {slug: scene.turns[slug] for slug in order}
    return Pairing(
        scene,
        tuple(_tracks(scene)),
        tuple(_ticks(scene, order)),
        tuple(_moment(scene, turn, slug, order) for slug, turn in turns.items()),
        tuple(_close(scene, slug) for slug in scene.endings),
        tuple(_sign(name, turns, order) for name in scene.mistakes),
        tuple((order[slug], turn.cue) for slug, turn in turns.items() if turn.cue),
    )


def _tracks(scene: Scene) -> Iterator[Track]:
    try:
        ranges = explore(scene).ranges
    except Endless as error:
        remedy = "“rapport check” says how to mend it."
        raise Faulty([Fault(f"{scene.id}.yaml", 0, f"turns.{error.turn}", str(error), remedy)]) from error
    for name, value in scene.state.items():
        if not isinstance(value, bool):
            low, high = ranges[name]
            yield Track(name_of(name), scene.shown.get(name, ""), value, low, high)


def _ticks(scene: Scene, order: Mapping[str, int]) -> Iterator[Tick]:
    for name, value in scene.state.items():
        if isinstance(value, bool):
            setting = (_key(order[slug], at) for slug in order
                       for at, part in enumerate(_parts(scene.turns[slug])) if part.effect.get(name) is True)
            yield Tick(flag_of(name), value, tuple(setting))


def _parts(turn: Turn) -> tuple[Choice, ...] | tuple[Reply, ...]:
    return turn.choices or turn.replies


def _key(moment: int, at: int) -> str:
    """An answer's moment and letter: ``3b``; after z comes aa."""
    return f"{moment}{string.ascii_lowercase[at % 26] * (at // 26 + 1)}"


def _moment(scene: Scene, turn: Turn, slug: str, order: Mapping[str, int]) -> Moment:
    answers = []
    for at, part in enumerate(_parts(turn)):
        heard, only, reply = _answered(scene, part)
        count, then = tuple(map(_counted, part.effect.items())), order.get(part.goto or turn.goto)
        answers.append(Answer(_key(order[slug], at), heard, only, reply, count, then))
    tested = {atom.name for reply in turn.replies if reply.condition for atom in reply.condition.names()}
    hint = turn.cue or "" if HINT in tested else ""
    writing = turn.write.prompt if turn.write else ""
    return Moment(order[slug], turn.at or "", tuple(script.spoken(turn.says)), writing, hint, tuple(answers))


def _answered(scene: Scene, part: Choice | Reply) -> tuple:
    """What is heard, its condition, and the reply."""
    if isinstance(part, Choice):
        only = told(part.condition, scene.state) if part.condition else ""
        return short(script.spoken(part.say, mine=True)), only, tuple(script.spoken(part.reply))
    if part.condition:
        what = told(part.condition, scene.state)
    else:
        what = "you cannot tell" if part.unsure else "nothing above is so"
    return (Line(script.TEXT, what),), "", tuple(script.spoken(part.says))


def _counted(effect: tuple[str, Value]) -> str:
    name, value = effect
    if isinstance(value, bool):
        return f"{'tick' if value else 'untick'} {flag_of(name)}"
    return f"{name_of(name)} {'+' if value >= 0 else ''}{number(value)}"


def _close(scene: Scene, slug: str) -> Close:
    ending = scene.endings[slug]
    when = told(ending.condition, scene.state) if ending.condition else ""
    return Close(when, tuple(script.spoken(ending.says)))


def _sign(name: str, turns: Mapping[str, Turn], order: Mapping[str, int]) -> Sign:
    """The first line in play that is this mistake; where it can only be written, the advice against it."""
    mistake = catalog.mistake(name)
    lines = ((order[slug], choice.say) for slug, turn in turns.items() for choice in turn.choices
             if choice.mistake == name)
    moment, said = next(lines, (0, ""))
    if moment:
        return Sign(mistake.title, moment, short(script.spoken(said, mine=True)))
    return Sign(mistake.title, 0, (Line(script.TEXT, mistake.advice),))


def short(lines: list[Line], width: int = SHORT) -> tuple[Line, ...]:
    """The lines up to about ``width`` characters, cut after a sentence or a word; what is left out shows as “…”."""
    found, room = [], width
    for line in lines:
        text = _cut(line.text, room)
        if text != "…":
            found.append(replace(line, text=text))
        elif not found[-1].text.endswith("…"):
            found[-1] = replace(found[-1], text=f"{found[-1].text} …")
        room -= len(line.text)
    return tuple(found)


def _cut(text: str, room: int) -> str:
    """The text if there is room for it, else its first sentences, or words, that fit, and “…”."""
    cut = textwrap.shorten(text, max(room, 1), placeholder=" …").strip()
    if not cut.endswith("…") or cut == "…" or text.endswith("…"):
        return cut
    sentences = re.match(r".*[.!?](?= )", cut)
    return f"{sentences[0]} …" if sentences else cut
