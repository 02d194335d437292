"""Reading and assessing a draft by its brief's name, for programs; wrong names raise."""

from __future__ import annotations

import datetime

from ..assessing import assess as assess_draft
from ..assessing.model import Assessment
from ..reading import Reading
from ..reading import read as read_draft
from ..reading.brief import Brief
from ..reading.brief import brief as brief_named


def read(text: str, brief: str | Brief, today: datetime.date | None = None) -> Reading:
    """What a draft says. ``brief`` is a brief or its id; raises catalog.Unknown for an id that nothing has."""
    return read_draft(text, _as_brief(brief), today)


def assess(text: str, brief: str | Brief, today: datetime.date | None = None) -> Assessment:
    """How a draft does on its brief: criteria, findings, score.

    ``brief`` is a brief or its id; raises catalog.Unknown for an id that nothing
    has. ``today`` is the day that dates in the draft count from.
    """
    return assess_draft(text, _as_brief(brief), today)


def _as_brief(brief: str | Brief) -> Brief:
    return brief_named(brief) if isinstance(brief, str) else brief
