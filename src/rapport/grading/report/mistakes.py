"""How many learners made each mistake, unit by unit."""

from __future__ import annotations

from dataclasses import dataclass

from ... import catalog
from ...mistakes import UNITS, Mistake
from .gathered import Gathered


@dataclass(frozen=True)
class Tally:
    """How many learners made a mistake: ``stated`` for sure in an answer at least, ``asked`` only perhaps."""

    mistake: Mistake
    stated: int
    asked: int


def tallies(found: Gathered) -> dict[str, list[Tally]]:
    """The mistakes that occur, the most frequent first, by their unit in the course's order; units without any too."""
    stated: dict[str, set[str]] = {}
    asked: dict[str, set[str]] = {}
    for read in found.read:
        for mistake, sure in read.made:
            (stated if sure else asked).setdefault(mistake, set()).add(read.learner)
    by_unit: dict[str, list[Tally]] = {unit: [] for unit in UNITS}
    for name, mistake in catalog.mistakes().items():
        sure = stated.get(name, set())
        perhaps = asked.get(name, set()) - sure
        if sure or perhaps:
            by_unit[mistake.unit].append(Tally(mistake, len(sure), len(perhaps)))
    for tally in by_unit.values():
        tally.sort(key=lambda one: (-one.stated, -one.asked, one.mistake.title))
    return by_unit
