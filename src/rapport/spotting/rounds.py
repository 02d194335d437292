"""One time through all the messages of a mistake, answer by answer; pure values."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, replace

from .spots import Messages

SURENESS = ("guess", "fairly", "very")
"""How sure a learner can be, from the least."""


class Misfit(ValueError):
    """Raised for an answer that this message does not offer."""


@dataclass(frozen=True)
class Answer:
    """What a learner said of the item with this index, how sure they were, and on which day (ISO 8601)."""

    item: int
    answer: str
    sure: str
    date: str


@dataclass(frozen=True)
class Round:
    """Answers so far, to the items in ``order``. ``spots`` marks the messages it was made with (see ``digest``)."""

    spots: str
    order: tuple[int, ...]
    answers: tuple[Answer, ...] = ()

    @property
    def over(self) -> bool:
        """Whether every message has its answer."""
        return len(self.answers) == len(self.order)

    def answered(self, spots: Messages, answer: str, sure: str, date: str) -> Round:
        """This round with one answer more. Raises Misfit."""
        if self.over:
            raise Misfit("Every message of this round is answered.")
        item = self.order[len(self.answers)]
        if answer not in spots.items[item].offered or sure not in SURENESS:
            raise Misfit("The page did not say which answer was meant. Please choose once more.")
        return replace(self, answers=(*self.answers, Answer(item, answer, sure, date)))


def digest(spots: Messages) -> str:
    """A short mark that changes with the messages and the answers to them, so that kept answers are read with the
    messages they were given to. The explanations may change without it."""
    asked = repr([(item.text, item.answer, item.offered) for item in spots.items])
    return hashlib.sha256(asked.encode()).hexdigest()[:16]


def start(spots: Messages, number: int = 1, last: tuple[int, ...] = ()) -> Round:
    """The ``number``-th round, counted from 1: first in the file's order, then in one that is new and the same for
    everybody. ``last`` is the order of the round before, which does not come again."""
    places = list(range(len(spots.items)))
    if number > 1:
        random.Random(f"{spots.name} {number}").shuffle(places)
        if tuple(places) == last:
            places = [*places[1:], places[0]]
    return Round(digest(spots), tuple(places))
