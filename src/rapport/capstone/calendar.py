"""A plan as a calendar file (iCalendar, RFC 5545), which every calendar program can take in.

A step with a day becomes an all-day event with a reminder the evening before, a step without one a task. The library
icalendar writes the file: line ends, folding and escapes are its matter, so that a learner's words stay words.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from unicodedata import category

from icalendar import Alarm, Calendar, Component, Event, Todo

from ..reading import Reading
from ..reading.dates import When
from ..reading.horizon import horizon_days
from ..reading.plan import PlanStep
from ..reading.text import fold
from ..render.days import span_in_words, when_in_words
from ..render.plan import step_in_words

PRODUCT = "-//Rapport//Follow-up plan//EN"
EVENING_BEFORE = timedelta(hours=-6)
"""Counted from midnight, at which an all-day event begins."""
LONGEST_STRETCH = 7
"""A stretch of more days is put on its first day, with its end in words; a calendar would be full of it."""
_IDS = uuid.UUID("6d0a3c1e-5f0b-4f57-9a52-0c3a3f1f6b1e")
_NTH = re.compile(r"\b(first|second|third|fourth|last)\s+(mo|tu|we|th|fr|sa|su)[a-z]*\b")
_PLACE = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def calendar(reading: Reading, now: datetime) -> bytes:
    """The plan's steps as a calendar file; ``now`` is written into it as the time at which it was made."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("x-wr-calname", _clean(reading.brief.title or "Follow-up plan"))
    seen: Counter[str] = Counter()
    for part in _parts(reading):
        known = f"{reading.brief.id}\n{part.get('summary')}"
        seen[known] += 1
        part.add("uid", str(uuid.uuid5(_IDS, f"{known}\n{seen[known]}")))
        part.add("dtstamp", now)
        part.add("class", "PRIVATE")
        made.add_component(part)
    return made.to_ical()


def _parts(reading: Reading) -> Iterator[Component]:
    for step in reading.plan.steps:
        if step.left_out or step.when and step.when.past:
            continue
        yield _event(step, reading, step.when) if step.first else _task(step, reading)
        if step.retry and step.retry.first:
            yield _event(step, reading, step.retry, "If no answer came")


def _event(step: PlanStep, reading: Reading, when: When, before: str = "") -> Event:
    last = when.last if when.last and when.kind != "recurring" else when.first
    is_long = (last - when.first).days >= LONGEST_STRETCH
    note = f"{span_in_words(when.first, last)}." if is_long else ""
    made = _told(Event(), step, reading, before, note)
    made.add("dtstart", when.first)
    made.add("dtend", (when.first if is_long else last) + timedelta(days=1))  # RFC 5545, 3.6.1: the end is not included
    made.add("transp", "TRANSPARENT")
    if when.kind == "recurring" and (rule := _rule(when, reading)):
        made.add("rrule", rule)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", made["summary"])
    alarm.add("trigger", EVENING_BEFORE)
    made.add_component(alarm)
    return made


def _task(step: PlanStep, reading: Reading) -> Todo:
    """A step without a day; its own words for the time, such as "after her holiday", are kept in the note."""
    said = when_in_words(step.when, reading.text)
    return _told(Todo(), step, reading, "", f"{said[:1].upper()}{said[1:]}." if said else "")


def _told(made: Component, step: PlanStep, reading: Reading, before: str, note: str) -> Component:
    _, who, what, _ = step_in_words(step, reading)
    made.add("summary", _clean(": ".join(part for part in (before, who, " ".join(what.split())) if part)))
    made.add("description", _clean("\n".join(part for part in (step.text.strip(), note) if part)))
    return made


def _clean(text: str) -> str:
    """Text without control characters other than line ends, which the standard forbids (RFC 5545, 3.1)."""
    return "".join(letter for letter in text if letter == "\n" or category(letter) != "Cc")


def _rule(when: When, reading: Reading) -> dict | None:
    """How something comes round, until the plan ends; None where the reader knows no distance."""
    end = max(when.first, reading.plan.anchor + timedelta(days=horizon_days(reading.brief.horizon)))
    named = _NTH.search(fold(reading.text[when.start:when.end]))
    if when.every == 0:
        return None
    if when.every % 7 == 0 and when.every < 28:
        rule = {"freq": "weekly", "interval": when.every // 7}
    elif when.every in (30, 91):
        nth = {"byday": f"{_PLACE[named[1]]}{named[2].upper()}"} if named else _monthday(when.first)
        rule = {"freq": "monthly", "interval": 1 if when.every == 30 else 3, **nth}
    else:
        rule = {"freq": "daily", "interval": when.every}
    return {**rule, "until": end}


def _monthday(day: date) -> dict:
    """The same day of each month, or the last before it where a month is too short."""
    return {"bymonthday": list(range(28, day.day + 1)), "bysetpos": -1} if day.day > 28 else {}
