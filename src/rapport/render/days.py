"""Days and spans of days as one says them: "Mon 16 March", "1 to 10 June", "May"."""

from __future__ import annotations

import calendar
from datetime import date

from ..reading.dates import When

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_ROUNDS = {1: "every day", 7: "every week", 14: "every two weeks", 30: "every month", 91: "every quarter"}


def day_in_words(day: date) -> str:
    """``Mon 16 March``."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """``16 Mar``, for the ticks of a picture."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def span_in_words(first: date, last: date) -> str:
    """``May``, ``1 to 10 June``, ``28 March to 4 April``; one day where both are the same."""
    if first >= last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        month = _MONTHS[first.month - 1]
        return month if whole else f"{first.day} to {last.day} {month}"
    return f"{first.day} {_MONTHS[first.month - 1]} to {last.day} {_MONTHS[last.month - 1]}"


def when_in_words(when: When | None, text: str) -> str:
    """A time of a plan as a day or a span; in the learner's words where no day can be known, "" where there is none."""
    if when is None:
        return ""
    if when.kind == "recurring":
        begin = f", from {day_in_words(when.first)}" if when.first else ""
        return f"{_ROUNDS.get(when.every, f'every {when.every} days')}{begin}"
    if when.first is None:
        return " ".join(text[when.start:when.end].split())
    return span_in_words(when.first, when.last or when.first)
