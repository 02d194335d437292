"""What a learner could guess by without reading: whether the best choice is the longest, or stands at one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .scene import Choice, Scene, Turn


@dataclass(frozen=True)
class Tally:
    """Over ``turns`` turns with choices: in how many the best choice is the longest, how often it stands at each
    place, and how often it would by chance. Where several choices are equally good each counts by its share."""

    turns: int
    longest: float
    places: tuple[float, ...]
    chance: tuple[float, ...]


def best(turn: Turn) -> tuple[int, ...]:
    """The indexes of the choices that gain most of those that are no mistake; none where each is one."""
    gains = {index: _gain(choice) for index, choice in enumerate(turn.choices) if not choice.mistake}
    return tuple(index for index, gain in gains.items() if gain == max(gains.values()))


def tally(scenes: Iterable[Scene]) -> Tally:
    """The tally over all turns of these scenes."""
    turns = [turn for scene in scenes for turn in scene.turns.values() if best(turn)]
    places = [0.0] * max((len(turn.choices) for turn in turns), default=0)
    chance, longest = list(places), 0.0
    for turn in turns:
        good, most = best(turn), max(len(choice.say) for choice in turn.choices)
        longest += sum(len(turn.choices[index].say) == most for index in good) / len(good)
        for index in range(len(turn.choices)):
            chance[index] += 1 / len(turn.choices)
            places[index] += (index in good) / len(good)
    return Tally(len(turns), longest, tuple(places), tuple(chance))


def _gain(choice: Choice) -> int:
    return sum(amount for amount in choice.effect.values() if not isinstance(amount, bool))
