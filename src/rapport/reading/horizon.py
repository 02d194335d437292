"""How far ahead a plan's brief wants the learner to look."""

from __future__ import annotations

import re

from .date_words import NUMBERS
from .text import fold

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_COUNTED = re.compile(r"\b(\w+) (day|week|fortnight|month|quarter|year)s?\b")


def horizon_days(horizon: str) -> int:
    """The days of a horizon such as "ten weeks", "the next 90 days" or "a quarter"; 90 where it says none."""
    for count, unit in _COUNTED.findall(fold(horizon)):
        number = int(count) if count.isdigit() else NUMBERS.get(count)
        if number:
            return min(number * _DAYS[unit], 3650)
    return 90
