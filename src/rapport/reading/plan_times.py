"""When the steps of a plan come: each time resolved against the step before it, the event, or the brief.

"A week later" counts from the step before, "two weeks after the parcel" from the step that sends the parcel, "when
her leave ends" from the day that the brief names for it.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .date_words import DAYS, NUMBERS, ORDINALS
from .dates import When
from .plan_clock import Clock, stems_of
from .text import fold

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The first month of each season in the north, as meteorologists count them."""

_COUNTED = re.compile(
    rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))}|the)[ -]?"
    r"(?P<unit>days?|weeks?|wks?|fortnights?|months?|quarters?|d|w)\b")
_UNIT = {"d": 1, "w": 7, "f": 14, "m": 30, "q": 91}


_NTH = re.compile(
    r"(?:on |by |until |till |before |from |and |or |for |after )?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?|[a-z]+(?:th|first|second|third)(?:[ -][a-z]+)?|(?:twenty|thirty)[ -][a-z]+)")


@dataclass(frozen=True)
class Told:
    """What was planned before: the day of each step so far, with the stems it was known by."""

    day: date
    stems: frozenset[str]


def settle(text: str, whens: tuple[When, ...], past: tuple[Told, ...], people: frozenset[str], when_from: Clock
           ) -> tuple[When, ...]:
    """One step's times with their days, as far as they can be known."""
    base, settled = past[-1].day if past else None, []
    for when in whens:
        made = _settled(text, when, base, past, people, when_from)
        if settled and settled[-1].kind == when.kind == "day" and when.start - settled[-1].end <= 5 and re.search(
            rf"\b(?:{'|'.join(day[:3] for day in DAYS)})[a-z]*$", fold(text[when.start:when.end])
        ):
            made = replace(made, first=settled[-1].first, last=settled[-1].last)
        settled.append(made)
        counts = made.kind in ("day", "interval") or made.kind == "span" and not settled[:-1]
        if made.first and not made.past and counts and made.first >= (base or when_from.anchor):
            base = made.first
    return tuple(settled)


def _settled(
    text: str, when: When, base: date | None, past: tuple[Told, ...], people: frozenset[str], at: Clock
) -> When:
    words = fold(text[when.start:when.end])
    if when.past:
        return when
    if when.kind == "recurring":
        first = _first_round(words, base or at.anchor, at.anchor)
        return replace(when, first=first)
    if when.kind == "day":
        day = _day(words, when, base, at)
        return replace(when, first=day, last=day)
    if when.kind == "interval" or when.kind == "span" and not when.first and re.search(r"\b(?:week|month)\b", words):
        return _interval(text, words, when, base, past, at)
    season = next((name for name in SEASONS if re.search(rf"\b{name}\b", words)), None)
    if season:
        first, last = _season(season, base or at.anchor, at.southern)
        return replace(when, first=first, last=last)
    if when.first:
        return _week_after(words, when, base)
    return _by_brief(text, words, when, base, past, people, at)


def _day(words: str, when: When, base: date | None, at: Clock) -> date:
    """A weekday or "the 9th" comes after the step before; "the same evening" is that step's day."""
    after = base or at.anchor
    if re.match(r"(?:that |the )?same|that |straight away|right away", words):
        return after
    if re.match(r"(?:the )?(?:day|evening|night|morning) after|next day|next morning", words):
        return after + timedelta(days=1)
    if _NTH.fullmatch(words):
        number = _day_number(words)
        return next((day for day in _days(after, 62) if day.day == number), when.first)
    weekday = re.fullmatch(
        rf"(?:on |by |until |till |before |after |from )?({'|'.join(name[:3] for name in DAYS)})[a-z]*"
        r"(?: (?:week|morning|afternoon|evening|night|lunchtime|noon))?", words)
    if weekday and base:
        number = next(i for i, name in enumerate(DAYS) if name.startswith(weekday.group(1)))
        day = after + timedelta(days=(number - after.weekday()) % 7 or 7)
        return day + timedelta(days=7) if words.endswith("week") and len(words.split()) > 1 else day
    return when.first


def _day_number(words: str) -> int:
    """The day of the month that some words name, in figures or in words."""
    figures = re.search(r"\d+", words)
    return int(figures.group()) if figures else ORDINALS[words.rpartition("the ")[2]]


def _days(start: date, count: int):
    return (start + timedelta(days=step) for step in range(count))


def _interval(text: str, words: str, when: When, base: date | None, past: tuple[Told, ...], at: Clock) -> When:
    """"A week later" from the step before; "two weeks after the parcel" from the step, or the event, so named."""
    counted = _COUNTED.search(words)
    tail = fold(text[when.end:when.end + 40]).split("\n")[0]
    tail = re.split(r"[:.,;|]| - ", tail)[0]
    if re.match(r"t ?\+", words):
        return when
    if not counted or counted["n"] == "the" and not re.search(r"(?:after|later|before)$", words):
        return _part_of_period(words, when, base, at)
    size = NUMBERS.get(counted["n"], None) or (int(counted["n"]) if counted["n"].isdigit() else 1)
    days = size * _UNIT[counted["unit"][0]]
    start = base or at.anchor
    if re.search(r"\b(?:after|before)$", words):
        named = _named_day(stems_of(tail), past, at)
        if not named and words.endswith("before"):
            return replace(when, first=None, last=None)
        start = named or start
        days = -days if words.endswith("before") else days
    elif words.endswith(" in") or re.match(r"(?:in|within|inside)\b", words) and not past:
        start = at.anchor
    if days > 800:
        return replace(when, first=None, last=None)
    day = start + timedelta(days=days)
    if re.match(r"(?:within|inside|in the next)\b", words):
        return replace(when, kind="span", first=start, last=day)
    return replace(when, first=day, last=day)


def _named_day(found: frozenset[str], past: tuple[Told, ...], at: Clock) -> date | None:
    """The day of the event, or of the latest step, that some words name."""
    if found & at.occasion:
        return at.anchor
    return next((told.day for told in reversed(past) if found & told.stems), None)


def _part_of_period(words: str, when: When, base: date | None, at: Clock) -> When:
    """"End of the month", "before the week is out", "the week after"."""
    day = base or at.anchor
    if re.search(r"\bweek\b", words):
        last = day + timedelta(days=6 - day.weekday())
        if re.search(r"(?:after|later)$", words):
            return replace(when, first=last + timedelta(days=1), last=last + timedelta(days=7))
        first = max(day, last - timedelta(days=2)) if words.startswith("end") else day
        return replace(when, first=first, last=last)
    if "month" in words and not words.startswith(("start", "beginning", "middle")):
        last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        if re.search(r"(?:after|later)$", words):
            return replace(when, first=day + timedelta(days=30), last=day + timedelta(days=30))
        return replace(when, first=max(day, last - timedelta(days=6)), last=last)
    return when


def _week_after(words: str, when: When, base: date | None) -> When:
    """"The following week" and "that week" mean the step before's, by whole weeks from Monday."""
    unit = re.fullmatch(r"(?:the )?(next|following|that|same|coming|this) (week|wk|weekend)", words)
    if not unit or not base or unit.group(1) == "this":
        return when
    monday = base - timedelta(days=base.weekday())
    monday += timedelta(days=0 if unit.group(1) in ("that", "same") else 7)
    first = monday + timedelta(days=5) if unit.group(2) == "weekend" else monday
    return replace(when, first=first, last=monday + timedelta(days=6))


def _season(name: str, day: date, southern: bool) -> tuple[date, date]:
    month = (SEASONS[name] + (6 if southern else 0) - 1) % 12 + 1
    for year in (day.year - 1, day.year, day.year + 1):
        first = date(year, month, 1)
        last = date(year + (month > 10), (month + 1) % 12 + 1, 28)
        if last >= day:
            return first, last
    return first, last


def _first_round(words: str, day: date, anchor: date) -> date:
    """The first time that something recurring comes round after ``day``."""
    weekday = re.search(rf"\b({'|'.join(DAYS)}|{'|'.join(name[:3] for name in DAYS)})", words)
    nth = re.search(r"\b(first|second|third|fourth|last)\b", words)
    if not weekday:
        return day
    number = next(i for i, name in enumerate(DAYS) if name.startswith(weekday.group(1)[:3]))
    coming = [one for one in _days(day, 70) if one.weekday() == number]
    if nth and not re.match(r"(?:every|each) second", words):
        place = ORDINALS.get(nth.group(1))
        coming = [one for one in coming if _is_nth(one, place)]
    return next(iter(coming), day)


def _is_nth(day: date, place: int | None) -> bool:
    """Whether a day is the ``place``-th of its weekday in its month; the last where ``place`` is None."""
    return (day.day - 1) // 7 + 1 == place if place else (day + timedelta(days=7)).month != day.month


def _by_brief(text: str, words: str, when: When, base: date | None, past: tuple[Told, ...], people: frozenset[str],
              at: Clock) -> When:
    """A time in words, by a day that the brief names for it, or by the step or event that the words name."""
    found = stems_of(f"{words} {text[when.end:when.end + 24].split(chr(10))[0]}" if when.kind == "event" else words)
    away = bool(re.search(r"\b(?:back|returns?|home|leave|holiday|away)\b", words))
    for moment in at.moments:
        own = not moment.who or moment.who in people
        named = found & moment.stems
        if named and len(named) * 2 >= min(len(found), 2) or own and away and moment.after:
            day = moment.day + timedelta(days=1 if words.startswith(("after", "when", "once", "as soon")) else 0)
            return replace(when, first=day, last=day)
    if words.startswith("the ") and re.match(r"the \w+ (?:after|before) ", words):
        day = _named_day(stems_of(words.split(" ", 3)[3]), past, at)
        if day:
            return replace(when, first=day + timedelta(days=1), last=day + timedelta(days=7 if "week" in words else 1))
    return when
