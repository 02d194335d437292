"""Two short logs on the learner's machine: mistakes made in scenes, and answers given in reviews.

Under ``log/mistakes`` stands ``[{"date", "mistake", "where"}, …]``, under ``review/log``
``[{"date", "mistake", "item", "fitted"}, …]``, both oldest first. Everything else that a review goes by is kept where
the work itself is kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .. import catalog, memory
from ..playing.session import Session
from .events import Event, day_of

MISTAKES, ANSWERS = "log/mistakes", "review/log"
MOST_KEPT = 600


@dataclass(frozen=True)
class Answered:
    """An answer of a review: to which ``item`` (its key), for which mistake, and whether it fitted."""

    day: datetime.date
    mistake: str
    item: str
    fitted: bool


def scene_ended(session: Session, today: datetime.date) -> bool:
    """Note each mistake of a finished play once; False where this machine does not let us write."""
    rows = [{"date": today.isoformat(), "mistake": mistake, "where": session.scene.id} for mistake in _made(session)]
    return _append(MISTAKES, rows)


def made_in_scenes() -> Iterator[Event]:
    """The mistakes made in scenes, oldest first; whatever is damaged is left out."""
    for row in _rows(MISTAKES):
        day, mistake, where = day_of(row.get("date")), row.get("mistake"), row.get("where")
        if day and _is_mistake(mistake) and isinstance(where, str):
            yield Event(day, mistake, False, f"scenes/{where}")


def answer(given: Answered) -> bool:
    """Note an answer; False where this machine does not let us write."""
    day = given.day.isoformat()
    return _append(ANSWERS, [{"date": day, "mistake": given.mistake, "item": given.item, "fitted": given.fitted}])


def answers() -> Iterator[Answered]:
    """The answers given in reviews, oldest first; whatever is damaged is left out."""
    for row in _rows(ANSWERS):
        day, mistake, item = day_of(row.get("date")), row.get("mistake"), row.get("item")
        if day and _is_mistake(mistake) and isinstance(item, str) and isinstance(row.get("fitted"), bool):
            yield Answered(day, mistake, item, row["fitted"])


def _made(session: Session) -> Iterable[str]:
    """The mistakes of a play, those in what was written too where the reader is sure of them; each once."""
    owners = catalog.labels()
    written = (finding for step in session.steps if step.judged for finding in step.judged.findings)
    told = (owners[finding.label].id for finding in written if finding.sure and finding.label in owners)
    return dict.fromkeys((*session.mistakes, *told))


def _append(key: str, rows: list[dict]) -> bool:
    return not rows or memory.save(key, [*_rows(key), *rows][-MOST_KEPT:])


def _rows(key: str) -> list[dict]:
    saved = memory.load(key)
    return [row for row in saved if isinstance(row, dict)] if isinstance(saved, list) else []


def _is_mistake(name: object) -> bool:
    return isinstance(name, str) and name in catalog.mistakes()
