"""One thing that shows how a learner stands with one mistake: it was made, or it was seen or mended."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Event:
    """On ``day`` the mistake was got right (``fitted``) or made. ``where`` says in what kind of work, and in which
    piece of it, as ``scenes/the-strap``."""

    day: datetime.date
    mistake: str
    fitted: bool
    where: str


def day_of(text: object) -> datetime.date | None:
    """The day in an ISO 8601 date or time as it was kept; None where it is damaged.

    A time keeps the offset of the place where it was written, so its date is the learner's own.
    """
    try:
        return datetime.date.fromisoformat(text[:10]) if isinstance(text, str) else None
    except ValueError:
        return None
