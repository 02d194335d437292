"""What each form of time comes to, counted from an injected today.

A maker takes the match, today, and whether months stand first in figures. It gives the kind, the first
and the last day (None where they cannot be known) and, where the words point back, True; or nothing.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from .date_words import DAYS, MONTHS, NUMBERS, ORDINALS

Maker = Callable[[re.Match, date, bool], tuple]


def _month(name: str) -> int:
    return next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))


def _weekday(name: str) -> int:
    return next(i for i, full in enumerate(DAYS) if full.startswith(name[:3]))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _on(today: date, month: int, day: int) -> date | None:
    """The occurrence of this day of the year that lies nearest after about two months ago."""
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today - timedelta(days=60):
            return found
    return None


def _date(found: re.Match) -> int:
    """The day of the month, in figures or in words."""
    said = found.groupdict()
    return int(said["date"]) if said.get("date") else ORDINALS[said["word"]]


def day_and_month(found: re.Match, today: date, month_first: bool) -> tuple:
    day = _on(today, _month(found["month"]), _date(found))
    return ("day", day, day) if day else ()


def days_of_month(found: re.Match, today: date, month_first: bool) -> tuple:
    """From one day to another of one month: "21 and 22 March", "21-22 March"."""
    kind_first_last = day_and_month(found, today, month_first)
    if not kind_first_last or int(found["low"]) >= int(found["date"]) or not int(found["low"]):
        return kind_first_last
    last = kind_first_last[1]
    return "span", last.replace(day=int(found["low"])), last


def week_with(found: re.Match, today: date, month_first: bool) -> tuple:
    """The seven days that start at a date: "week of 6 July"."""
    made = day_and_month(found, today, month_first)
    return ("span", made[1], made[1] + timedelta(days=6)) if made else ()


def nth_of_month(found: re.Match, today: date, month_first: bool) -> tuple:
    """The second Saturday, or week, of a month; the month of ``today`` or a later one."""
    month = _month(found["month"])
    begin = _on(today, month, calendar.monthrange(today.year, month)[1])
    if not begin:
        return ()
    begin, last = begin.replace(day=1), begin
    nth = found["nth"]
    number = 0 if nth == "last" else int(nth[0]) if nth[0].isdigit() else ORDINALS[nth]
    if not found["day"]:
        first = last - timedelta(days=6) if not number else begin + timedelta(days=7 * (number - 1))
        return "span", first, min(last, first + timedelta(days=6))
    days = [begin + timedelta(days=step) for step in range(last.day)]
    named = [day for day in days if day.weekday() == _weekday(found["day"])]
    return ("day", named[number - 1], named[number - 1]) if number <= len(named) else ()


def whole_year(found: re.Match, today: date, month_first: bool) -> tuple:
    year = int(found["y"])
    return ("span", date(year, 1, 1), date(year, 12, 31), year < today.year)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the Gregorian computus as in Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    extra = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * extra) // 451
    month, day = divmod(h + extra - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(found: re.Match, today: date, month_first: bool) -> tuple:
    """A feast with a day that can be reckoned; after it, the week that follows; before it, the week until it."""
    name = found["feast"]
    for year in (today.year, today.year + 1):
        day = easter(year) if name in ("easter", "holy week") else date(year, *_FIXED[name])
        if day >= today - timedelta(days=7):
            break
    lead = found.groupdict().get("lead") or ""
    if name == "holy week" or lead in ("before", "by", "until", "till"):
        return "span", day - timedelta(days=6), day
    if lead == "after":
        return "span", day + timedelta(days=1), day + timedelta(days=7)
    return "span", day, day + timedelta(days=1)


_FIXED = {"christmas": (12, 25), "xmas": (12, 25), "new year": (1, 1), "midsummer": (6, 24)}


def day_in_figures(found: re.Match, today: date, month_first: bool) -> tuple:
    one, two = int(found["one"]), int(found["two"])
    month, day = (one, two) if month_first else (two, one)
    resolved = _on(today, month, day) if 1 <= month <= 12 else None
    return ("day", resolved, resolved) if resolved else ()


def iso_day(found: re.Match, today: date, month_first: bool) -> tuple:
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return ()
    return "day", day, day


def nth_day(found: re.Match, today: date, month_first: bool) -> tuple:
    number = _date(found)
    if not 1 <= number <= 31:
        return ()
    for step in range(-3, 45):
        day = today + timedelta(days=step)
        if day.day == number:
            return "day", day, day
    return ()


def day_of_week(found: re.Match, today: date, month_first: bool) -> tuple:
    word = found.groupdict().get("which") or ""
    ahead = (_weekday(found["day"]) - today.weekday()) % 7 or 7
    if word.startswith("last"):
        day = today + timedelta(days=ahead - 7 if ahead < 7 else -7)
        return "day", day, day, True
    number = found.groupdict().get("date") or ORDINALS.get(found.groupdict().get("word") or "")
    if number and 1 <= int(number) <= 31:
        matching = (today + timedelta(days=step) for step in range(-31, 130))
        wanted = [d for d in matching if d.day == int(number) and d.weekday() == _weekday(found["day"])]
        ahead = next((d for d in wanted if d >= today - timedelta(days=1)), wanted[-1] if wanted else None)
        return ("day", ahead, ahead) if ahead else nth_day(found, today, month_first)
    day = today + timedelta(days=ahead)
    return "day", day, day


def month_span(found: re.Match, today: date, month_first: bool) -> tuple:
    month = _month(found["month"])
    past = (True,) if found.group().startswith("since ") else ()
    first = _on(today, month, calendar.monthrange(today.year, month)[1])
    if not first:
        return "span", None, None
    last = first
    first = first.replace(day=1)
    low, high = _part_of(found.groupdict().get("part"))
    length = last.day
    begin, end = (first.replace(day=max(1, round(share * length))) for share in (low, high))
    return "span", begin, end, *past


def _part_of(part: str | None) -> tuple[float, float]:
    if part in ("start", "beginning", "early", "first week"):
        return 0, 0.33
    if part in ("late", "end", "last week", "last days"):
        return 0.75, 1
    if part in ("first half", "second half"):
        return (0, 0.5) if part == "first half" else (0.5, 1)
    return (0.35, 0.65) if part and part.startswith("mid") else (0, 1)


_LENGTH = {"h": 0, "d": 1, "w": 7, "f": 14, "m": 30, "q": 91, "y": 365}


def counted(found: re.Match, today: date, month_first: bool) -> tuple:
    days = _number(found["n"]) * _LENGTH[found["unit"][0]]
    past = bool(found.groupdict().get("ago"))
    if days > 3650:
        return "interval", None, None, past
    day = today - timedelta(days=days) if past else today + timedelta(days=days)
    return "interval", day, day, past


def numbered(found: re.Match, today: date, month_first: bool) -> tuple:
    length = {"d": 1, "w": 7, "m": 30}[found["unit"][0]]
    number = int(found["n"])
    if number > 60:
        return ()
    first = today + timedelta(days=length * max(0, number - 1))
    last = today + timedelta(days=length * int(found.groupdict().get("to") or number))
    return "span", first, last


def week_of(found: re.Match, today: date, month_first: bool) -> tuple:
    number = ORDINALS[found["nth"]]
    return "span", today + timedelta(days=7 * (number - 1)), today + timedelta(days=7 * number)


def near_day(found: re.Match, today: date, month_first: bool) -> tuple:
    word = found.group()
    ahead = 1 if "tomorrow" in word else 0
    day = today + timedelta(days=ahead)
    return "day", day, day


def after_start(found: re.Match, today: date, month_first: bool) -> tuple:
    day = today + timedelta(days=int(found["n"]))
    return "interval", day, day


def first_days(found: re.Match, today: date, month_first: bool) -> tuple:
    return "span", today, today + timedelta(days=1)


def next_span(found: re.Match, today: date, month_first: bool) -> tuple:
    word = found["which"]
    length = _LENGTH[found["unit"][0]]
    if word.startswith(("last", "past")):
        return "span", today - timedelta(days=length), today, True
    start = length if word.startswith(("next", "following", "coming")) else 0
    return "span", today + timedelta(days=start), today + timedelta(days=start + max(length - 1, 0))


_ROUND = {"day": 1, "mor": 1, "eve": 1, "nig": 1, "dai": 1, "wee": 7, "for": 14, "mon": 30, "qua": 91, "yea": 365}
"""How many days lie between two times that come round, by the first letters of the unit."""


def recurring(found: re.Match, today: date, month_first: bool) -> tuple:
    words = found.group()
    unit = re.search(r"(day|morning|evening|night|dai|week|fortnight|month|quarter|year)(?:s|ly)?$", words)
    if re.search(r"(?:first|third|fourth|last) (?:mon|tue|wed|thu|fri|sat|sun)|(?:of|in) \w* ?month", words):
        every = _ROUND["mon"]
    elif re.search(rf"\b(?:{'|'.join(DAYS)})", words):
        every = 7
    else:
        every = _ROUND[unit.group(1)[:3]] if unit else 7
    if "other" in words or "every second" in words or "each second" in words:
        return "recurring", None, None, False, every * 2 if every < 14 else every
    count = re.search(r"(?:every|each) (\d+|two|three|four|six|ten)\b", words)
    return "recurring", None, None, False, min(every * (_number(count.group(1)) if count else 1), 366)


def unresolved(kind: str) -> Maker:
    return lambda found, today, month_first: (kind, None, None)
