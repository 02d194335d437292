"""How far the machine's points agree with the person's, where a person has given any."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean

from ...assessing.kappa import quadratic_kappa
from ..regrade import same
from .gathered import Gathered, Read
from .spread import whole

FEW = 20
"""Below this many answers a figure of agreement moves much with each of them."""
FAR = 2
"""From this far apart, of 10, an answer is shown for a person to look at again."""
MOST_SHOWN = 8


@dataclass(frozen=True)
class Pair:
    """An answer with the machine's and the person's points, both on the scale from 0 to 10."""

    read: Read
    machine: float
    person: float

    @property
    def apart(self) -> float:
        """How far the machine is above the person."""
        return self.machine - self.person


@dataclass(frozen=True)
class Agreement:
    """Figures of one answer, or of all (``name`` is empty then).

    ``kappa`` is Cohen's with quadratic weights on whole points; nan where there is nothing to compare. ``higher`` is how
    far the machine is above the person on average.
    """

    name: str
    number: int
    exact: int
    within_one: int
    kappa: float
    higher: float


def pairs(found: Gathered) -> list[Pair]:
    """Every answer that both have marked."""
    both = ((read, read.of_ten(read.answer.row.auto), read.of_ten(read.answer.row.manual)) for read in found.answers)
    return [Pair(read, machine, person) for read, machine, person in both if machine is not None and person is not None]


def agreements(found: Gathered) -> list[Agreement]:
    """A line for each answer that a person has marked at least once, and one for all of them together, last."""
    every = pairs(found)
    named = [(name, [pair for pair in every if pair.read.name == name]) for name in found.names]
    marked = [(name, own) for name, own in named if own]
    return [_agreement(name, own) for name, own in (*marked, *([("", every)] if len(marked) > 1 else []))]


def farthest(found: Gathered) -> list[Pair]:
    """The answers on which machine and person are farthest apart, the farthest first."""
    apart = [pair for pair in pairs(found) if abs(pair.apart) >= FAR]
    return sorted(apart, key=lambda pair: (-abs(pair.apart), pair.read.name, pair.read.learner))[:MOST_SHOWN]


def _agreement(name: str, own: list[Pair]) -> Agreement:
    return Agreement(
        name, len(own),
        sum(same(pair.machine, pair.person) for pair in own), sum(abs(pair.apart) <= 1 for pair in own),
        quadratic_kappa([whole(pair.person) for pair in own], [whole(pair.machine) for pair in own]),
        mean(pair.apart for pair in own),
    )
