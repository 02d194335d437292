"""The words for a mistake that the weights see and no spotter has a place for: the file of the mistake has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import catalog
from ..estimating.estimate import Estimate
from ..mistakes import Wording
from ..reading import Reading

SHOWN = 0.2
"""A sentence is quoted only where its mark is at least this likely; else the finding is about the whole draft."""
_FIELD = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r"(?<=[.:!?]) ")


def wordings(kind: str) -> Iterator[tuple[str, Wording]]:
    """Every mistake's id with each of its wordings for this kind of draft."""
    for mistake in catalog.mistakes().values():
        yield from ((mistake.id, wording) for wording in mistake.wordings if wording.kind == kind)


def place(wording: Wording, reading: Reading, told: Estimate) -> tuple[int, int]:
    """Where the finding points to: the unit that shows it most, or the empty place where something is missing."""
    shown = told.strongest(wording.marks)
    if shown and shown[1] >= SHOWN:
        unit = reading.sentences[shown[0]]
        return unit.start, unit.end
    last = reading.plan.steps[-1].end if reading.plan and reading.plan.steps else reading.end
    return last, last


def filled(words: str, reading: Reading) -> str:
    """``words`` with the brief's words in the places of {name}, {owed} and so on; a sentence that names what the brief
    does not have is left out."""
    known = _known(reading)
    said = [part for part in _SENTENCE.split(words) if all(known.get(field) for field in _FIELD.findall(part))]
    return " ".join(_FIELD.sub(lambda field: known[field[1]], part) for part in said)


def _known(reading: Reading) -> dict[str, str]:
    brief = reading.brief
    promised = brief.promise or ("; ".join(p.words for p in reading.plan.duties.promises) if reading.plan else "")
    return {
        "name": reading.person, "owed": brief.owed, "gift": reading.gift, "cue": brief.cue or "",
        "fact": brief.facts[0] if brief.facts else "", "promise": promised,
    }
