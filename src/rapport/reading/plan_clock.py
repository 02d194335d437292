"""What the times of a plan can count from: the event, the days that the brief names, and conditions in the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .brief import Brief
from .date_words import MONTHS
from .dates import When, dates
from .matter import stem, weight
from .text import fold

SOUTHERN = frozenset({"en-AU", "en-NZ", "en-ZA"})
"""Locales in which the seasons are those of the southern half of the earth."""

_CONDITION = re.compile(
    r"(?<!\w)(?:when|once|as soon as|after|before|until|till|by the time|the (?:day|week|evening|friday|monday|tuesday"
    r"|wednesday|thursday|saturday|sunday|month) (?:after|before))"
    r" (?!that\b|this\b|all\b|then\b|i've\b|i have\b|i'm\b|i am\b|possible|ready|free\b|it (?:fits|suits|is good)"
    r"|(?:the )?(?:time|moment)|there is time|anything|work\b|lunch\b|noon\b|asking|giving|sending)"
    r"(?:[\w'-]+ ){0,6}?[\w'-]+(?=\s*(?:[:,;.|]| - |$|\n))")
_VAGUE = re.compile(
    r"\b(?:find (?:the )?courage|have time|feel|can\b|right moment|fits|suits|settled?|ready|possible|everything"
    r"|convenient)")
_OPENS = re.compile(r"(?:^|[\n.;|:!?]|\bthen\b|\d[.)]| - |[-*•] )\s*$")


@dataclass(frozen=True)
class Moment:
    """A day that the brief names: the stems of its clause, and whose it is ("" for nobody's)."""

    who: str
    stems: frozenset[str]
    day: date
    after: bool


@dataclass(frozen=True)
class Clock:
    """What a plan's times count from."""

    anchor: date
    occasion: frozenset[str]
    moments: tuple[Moment, ...]
    southern: bool


@lru_cache(maxsize=64)
def clock(brief: Brief, anchor: date, people: tuple[tuple[str, str], ...]) -> Clock:
    """The clock of a brief; ``people`` are its (name, note) pairs."""
    notes = [(who, part) for who, note in people for part in re.split(r"[;:]|, (?=and |but )", note)]
    notes += [("", part) for part in re.split(r"[;]", brief.owed)]
    moments = []
    for who, clause in notes:
        named = [when for when in dates(clause, anchor, brief.locale) if when.first and when.kind in ("day", "span")
                 and re.search(rf"\d|{'|'.join(MONTHS)}", fold(clause[when.start:when.end]))]
        if named:
            until = bool(re.search(r"\b(?:until|till|before)\b", fold(clause)))
            moments.append(Moment(who, stems_of(clause), named[0].first, until))
    return Clock(anchor, stems_of(brief.event) | {"event"}, tuple(moments), brief.locale in SOUTHERN)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that carry matter."""
    return frozenset(stem(word) for word in re.findall(r"[^\W_]+", fold(text)) if weight(word))


def conditions(text: str, whens: tuple[When, ...]) -> tuple[When, ...]:
    """Times that are no date: "when Albano answers", "as soon as the parcel is out", at the head of a step."""
    folded, found = fold(text), []
    for match in _CONDITION.finditer(folded):
        start, end = match.span()
        if any(when.start < end and start < when.end for when in whens) or _VAGUE.search(match.group()):
            continue
        if _OPENS.search(folded[max(0, start - 6):start]):
            found.append(When(start, end, "event"))
    return tuple(found)
