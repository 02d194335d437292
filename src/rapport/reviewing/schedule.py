"""When a mistake comes back: 1, 3, 7 and 21 days after it was last answered; pure functions of what happened.

Answered right on its day, a mistake moves one step on; made again, it goes back to the first. After the fourth right
answer it is mended. An answer before its day moves nothing: four right answers in one evening prove little. Gaps that
grow, and a first one of a day, are the common practice of spaced review; nobody has found the best four numbers.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .events import Event

GAPS = (1, 3, 7, 21)
"""Days from one answer to the next review."""


@dataclass(frozen=True)
class Standing:
    """How it stands with a mistake that was made: on how many days, and last when; ``steps`` right answers on their day
    since then; ``due`` the day of its next review, None once it is mended."""

    mistake: str
    made: int
    last: datetime.date
    steps: int
    due: datetime.date | None

    @property
    def is_mended(self) -> bool:
        """Whether it was answered right after each of the gaps."""
        return self.due is None


def standings(events: Iterable[Event]) -> dict[str, Standing]:
    """The standing of each mistake that was ever made. On a day on which it was made, nothing else counts."""
    days: dict[str, dict[datetime.date, bool]] = defaultdict(dict)
    for event in events:
        seen = days[event.mistake]
        seen[event.day] = seen.get(event.day, True) and event.fitted
    found = {mistake: _standing(mistake, by_day) for mistake, by_day in days.items()}
    return {mistake: standing for mistake, standing in found.items() if standing}


def due(standing: Mapping[str, Standing], today: datetime.date) -> list[str]:
    """The mistakes to review today: those that have waited longest first, then those made most often."""
    waiting = [one for one in standing.values() if one.due and one.due <= today]
    return [one.mistake for one in sorted(waiting, key=lambda one: (one.due, -one.made, one.mistake))]


def next_day(standing: Mapping[str, Standing]) -> datetime.date | None:
    """The day of the next review; None where everything is mended, or nothing was ever made."""
    return min((one.due for one in standing.values() if one.due), default=None)


def _standing(mistake: str, days: Mapping[datetime.date, bool]) -> Standing | None:
    now = None
    for day in sorted(days):
        if not days[day]:
            now = Standing(mistake, now.made + 1 if now else 1, day, 0, day + _gap(0))
        elif now and now.due and now.due <= day:
            steps = now.steps + 1
            now = Standing(mistake, now.made, now.last, steps, day + _gap(steps) if steps < len(GAPS) else None)
    return now


def _gap(steps: int) -> datetime.timedelta:
    return datetime.timedelta(days=GAPS[steps])
