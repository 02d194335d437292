"""How the marks of each answer are spread."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean, median

from .gathered import TEN, Gathered, Read


@dataclass(frozen=True)
class Spread:
    """The marks of one answer on the scale from 0 to 10.

    ``counts`` says how many answers have each whole number (halves count upwards); ``unmarked`` have no points yet.
    """

    name: str
    counts: tuple[int, ...]
    middle: float | None
    average: float | None
    unmarked: int
    waiting: int


def spreads(found: Gathered) -> list[Spread]:
    """A spread for each answer, in the order of the notebook."""
    return [_spread(name, found.called(name)) for name in found.names]


def _spread(name: str, answers: tuple[Read, ...]) -> Spread:
    marks = [read.of_ten(read.answer.row.points) for read in answers]
    given = [mark for mark in marks if mark is not None]
    counts = [0] * (TEN + 1)
    for mark in given:
        counts[whole(mark)] += 1
    return Spread(
        name, tuple(counts), median(given) if given else None, mean(given) if given else None,
        len(marks) - len(given), sum(read.answer.row.waiting for read in answers),
    )


def whole(mark: float) -> int:
    """The nearest whole number from 0 to 10; halves go upwards."""
    return max(0, min(TEN, int(mark + 0.5)))
