"""How a text that the learner writes in a scene is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..assessing.model import Assessment, Finding
from .scene import State

Assess = Callable[[str, str], Assessment]
"""Judges a text on the brief with this id."""

STAGE_DAY = date(2026, 3, 3)
"""The day on which every scene is read: a replay must come out the same tomorrow."""


@dataclass(frozen=True)
class Judged:
    """What a reply can rest on. Where the reading as a whole is not ``sure``, ``values`` holds only the labels that it
    states all the same; everything else is unknown."""

    values: State
    sure: bool
    findings: tuple[Finding, ...] = ()
    notice: str = ""


@lru_cache(maxsize=64)
def read_draft(text: str, brief_id: str) -> Assessment:
    """The course's own reading of a text. Raises catalog.Unknown for a brief that is not there."""
    from ..assessing import assess
    from ..reading.brief import brief

    return assess(text, brief(brief_id), STAGE_DAY)


def judge(text: str, brief_id: str, assess: Assess) -> Judged:
    """Criteria and stated findings as values that a condition can test; in a sure reading every other label is false.
    """
    from .. import catalog

    found = assess(text, brief_id)
    stated = {finding.label: True for finding in found.findings if finding.sure}
    if not found.sure:
        return Judged(stated, False, found.findings, found.notice)
    labels = dict.fromkeys(catalog.labels(), False) | stated
    return Judged(labels | found.criteria, True, found.findings, found.notice)
