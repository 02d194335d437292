"""Who needs somebody: an answer waits for a person, the marks are low, or nothing was handed in."""

from __future__ import annotations

from dataclasses import dataclass

from ...answers import QUESTION
from .gathered import Gathered, Read

LOW = 0.5
"""Below this share of the points somebody may need help. It is a choice, no finding."""
REPLIED = "the learner replied to the reading"
NO_COPY = "the file could not be read, or was not graded"
AGAIN = "a person gave points before it was handed in again"
FOR_PEOPLE = "only a person marks this"
NO_SCORE = "the course gives no score for it"
NOT_SURE = "the reading is not sure of itself"


@dataclass(frozen=True)
class Low:
    """Somebody with few points; of ``most`` in the answers that have points at all."""

    learner: str
    points: float
    most: float


@dataclass(frozen=True)
class Needing:
    """The three kinds. ``waiting`` holds answers by learner, ``only_marking`` how many wait in the usual way alone."""

    waiting: dict[str, tuple[tuple[Read, str], ...]]
    only_marking: int
    low: tuple[Low, ...]
    absent: tuple[str, ...]


def needing(found: Gathered) -> Needing:
    """Who needs somebody, the most urgent first within each kind."""
    waiting: dict[str, list[tuple[Read, str]]] = {}
    for read in found.answers:
        if read.answer.row.waiting:
            waiting.setdefault(read.learner, []).append((read, reason(read)))
    urgent = {who: tuple(own) for who, own in waiting.items() if any(why != FOR_PEOPLE for _, why in own)}
    low = filter(None, (_low(found, learner) for learner in found.handed_in))
    absent = sorted(set(found.learners) - set(found.handed_in))
    by_share = sorted(low, key=lambda one: one.points / one.most)
    return Needing(urgent, len(waiting) - len(urgent), tuple(by_share), tuple(absent))


def reason(read: Read) -> str:
    """Why an answer waits for a person, in words."""
    row = read.answer.row
    if read.answer.reply:
        return REPLIED
    if not read.answer.kind:
        return NO_COPY
    if row.manual is not None:
        return AGAIN
    if read.answer.kind == QUESTION:
        return FOR_PEOPLE
    said = row.machine_says.splitlines() or [NO_SCORE]
    return said[0] if row.auto is None else NOT_SURE


def _low(found: Gathered, learner: str) -> Low | None:
    rows = [read.answer.row for read in found.answers if read.learner == learner and read.answer.row.points is not None]
    points, most = sum(row.points for row in rows), sum(row.most for row in rows)
    return Low(learner, points, most) if most and points < LOW * most else None
