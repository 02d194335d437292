"""The forms of time that count, each with what it comes to; a form that is not here is no time.

A maker takes the match, today, and whether months stand first in figures. It gives the kind, the first
and the last day (None where they cannot be known) and, where the words point back, True; or nothing.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
         r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = r"(?P<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?" \
       r"|sun(?:day)?)s?"
_NUMBER = r"(?P<n>\d{1,3}|a couple of|couple of|a few|few|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve" \
          r"|fourteen)"
_UNIT = r"(?P<unit>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?|h|d|w)"
_NTH = r"(?P<date>[0-3]?\d)"
_ORD = r"(?:st|nd|rd|th)"
_PART = r"(?P<part>start|beginning|early|mid(?:dle)?|late|end|first half|second half|first week|last week|last days)"

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


def _day_month(found: re.Match, today: date, month_first: bool) -> tuple:
    day = _on(today, _month(found["month"]), int(found["date"]))
    return ("day", day, day) if day else ()


def _figures(found: re.Match, today: date, month_first: bool) -> tuple:
    one, two = int(found["one"]), int(found["two"])
    month, day = (one, two) if month_first else (two, one)
    resolved = _on(today, month, day) if 1 <= month <= 12 else None
    return ("day", resolved, resolved) if resolved else ()


def _iso(found: re.Match, today: date, month_first: bool) -> tuple:
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return ()
    return "day", day, day


def _nth(found: re.Match, today: date, month_first: bool) -> tuple:
    number = int(found["date"])
    if not 1 <= number <= 31:
        return ()
    for step in range(-3, 45):
        day = today + timedelta(days=step)
        if day.day == number:
            return "day", day, day
    return ()


def _day_of_week(found: re.Match, today: date, month_first: bool) -> tuple:
    word = found.groupdict().get("which") or ""
    ahead = (_weekday(found["day"]) - today.weekday()) % 7 or 7
    if word.startswith("last"):
        day = today + timedelta(days=ahead - 7 if ahead < 7 else -7)
        return "day", day, day, True
    number = found.groupdict().get("date")
    if number and 1 <= int(number) <= 31:
        matching = (today + timedelta(days=step) for step in range(-31, 130))
        wanted = [d for d in matching if d.day == int(number) and d.weekday() == _weekday(found["day"])]
        ahead = next((d for d in wanted if d >= today - timedelta(days=1)), wanted[-1] if wanted else None)
        return ("day", ahead, ahead) if ahead else _nth(found, today, month_first)
    day = today + timedelta(days=ahead)
    return "day", day, day


def _month_span(found: re.Match, today: date, month_first: bool) -> tuple:
    month = _month(found["month"])
    first = _on(today, month, calendar.monthrange(today.year, month)[1])
    if not first:
        return "span", None, None
    last = first
    first = first.replace(day=1)
    low, high = _part_of(found.groupdict().get("part"))
    length = last.day
    return "span", first.replace(day=max(1, round(low * length))), first.replace(day=max(1, round(high * length)))


def _part_of(part: str | None) -> tuple[float, float]:
    if part in ("start", "beginning", "early", "first week"):
        return 0, 0.33
    if part in ("late", "end", "last week", "last days"):
        return 0.75, 1
    if part in ("first half", "second half"):
        return (0, 0.5) if part == "first half" else (0.5, 1)
    return (0.35, 0.65) if part and part.startswith("mid") else (0, 1)


_LENGTH = {"h": 0, "d": 1, "w": 7, "f": 14, "m": 30, "q": 91, "y": 365}


def _count(found: re.Match, today: date, month_first: bool) -> tuple:
    days = _number(found["n"]) * _LENGTH[found["unit"][0]]
    past = bool(found.groupdict().get("ago"))
    if days > 3650:
        return "interval", None, None, past
    day = today - timedelta(days=days) if past else today + timedelta(days=days)
    return "interval", day, day, past


def _numbered(found: re.Match, today: date, month_first: bool) -> tuple:
    length = {"d": 1, "w": 7, "m": 30}[found["unit"][0]]
    number = int(found["n"])
    if number > 60:
        return ()
    first = today + timedelta(days=length * max(0, number - 1))
    last = today + timedelta(days=length * int(found.groupdict().get("to") or number))
    return "span", first, last


def _week_of(found: re.Match, today: date, month_first: bool) -> tuple:
    number = ORDINALS[found["nth"]]
    return "span", today + timedelta(days=7 * (number - 1)), today + timedelta(days=7 * number)


def _near(found: re.Match, today: date, month_first: bool) -> tuple:
    word = found.group()
    ahead = 1 if "tomorrow" in word else 0
    day = today + timedelta(days=ahead)
    return "day", day, day


def _next_span(found: re.Match, today: date, month_first: bool) -> tuple:
    word = found["which"]
    length = _LENGTH[found["unit"][0]]
    if word.startswith(("last", "past")):
        return "span", today - timedelta(days=length), today, True
    start = length if word.startswith(("next", "following", "coming")) else 0
    return "span", today + timedelta(days=start), today + timedelta(days=start + max(length - 1, 0))


def _bare(kind: str) -> Maker:
    return lambda found, today, month_first: (kind, None, None)


_LEAD = r"(?:in|on|by|from|until|till|before|after|during|since|around|about|for|every|each|this|next|of|through" \
        r"|and|to|or|mid|early|late|end|week)"
GRAMMAR: tuple[tuple[re.Pattern, Maker], ...] = tuple(
    (re.compile(r"(?<![\w/])(?:" + pattern + r")(?![\w])"), maker)
    for pattern, maker in (
        (r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
        (rf"(?:{_DAY},?\.? (?:the )?)?{_NTH}{_ORD}?(?: of)?[ .-]?\s?{_MONTH}\b\.?(?:,? 20\d\d)?", _day_month),
        (rf"{_MONTH}\.? (?:the )?{_NTH}(?:{_ORD})?(?! ?(?:people|pm|am|times|%|minutes|hours|pages))", _day_month),
        (rf"(?:{_DAY},?\.? )?(?P<one>[0-3]?\d)[/.](?P<two>[01]?\d)(?:[/.](?:20)?\d\d)?(?![\d%])"
         r"(?!\s?(?:hours|hrs|h|m|kg|star))", _figures),
        (rf"(?P<which>last|next|this|coming|on|by|until|till|before|after|from|every|each)?\s?{_DAY},?\.? "
         rf"(?:the )?{_NTH}(?:{_ORD})?(?![\d:./]| ?(?:am|pm|o'clock|minutes|people|h))", _day_of_week),
        (rf"(?:(?:every|each) (?:other |second )?(?:{_DAY}|(?:one |two |three |\d+ )?(?:day|week|month|fortnight"
         r"|morning"
         r"|evening|year)s?)|(?:once|twice|three times|\d+ times) (?:a|per|every) (?:day|week|month|year|fortnight)"
         r"|daily|weekly|monthly|fortnightly|quarterly)", _bare("recurring")),
        (rf"(?P<which>last|next|this|coming|this coming|the next|the following)\s{_DAY}", _day_of_week),
        (r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s|(?P<which>)\b(?:weekdays|weekends)",
         _bare("recurring")),
        (rf"(?:on |by |until |till |before |after |from )?(?P<which>)(?:{_DAY})(?: (?:week|morning|afternoon|evening"
         r"|night|lunchtime|noon))?", _day_of_week),
        (rf"{_PART} (?:of |in )?(?:the )?(?:month of )?{_MONTH}|{_PART}-{_MONTH}".replace(
            rf"|{_PART}-{_MONTH}", ""), _month_span),
        (rf"(?:mid|early|late)[- ]{_MONTH}".replace("(?:mid|early|late)", "(?P<part>mid|early|late)"), _month_span),
        (rf"{_LEAD} {_MONTH}", _month_span),
        (r"(?P<month>january|february|april|june|july|august|september|october|november|december"
         r"|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?!')", _month_span),
        (rf"(?:the|by|on|until|before|from|for|after|and|or) {_NTH}{_ORD}", _nth),
        (rf"(?:on|by|until|till|before|from) (?:the )?{_NTH}(?=[\s,.;!?)]|$)"
         r"(?! ?(?:pm|am|people|minutes|hours|pages|of|o'clock|days|weeks|things|questions|percent|%))", _nth),
        (rf"{_NTH}{_ORD}", _nth),
        (rf"{_NUMBER} {_UNIT} (?P<ago>ago|back|earlier)", _count),
        (rf"(?:in|within|after|about|over|inside) (?:about |the next |around |another |some )?{_NUMBER}[- ]?{_UNIT}"
         r"(?:' time|s' time| time)?", _count),
        (rf"{_NUMBER}[- ]?{_UNIT} (?:later|after|on|from now|from today|from then|before|either side|of silence)",
         _count),
        (r"\+ ?(?P<n>\d{1,2}) ?(?P<unit>days?|weeks?|wks?|months?|d|w)", _count),
        (r"(?P<unit>day|week|wk|w/k|month|w)s? ?(?P<n>\d{1,2})(?:\s?[-/&+]\s?(?P<to>\d{1,2}))?", _numbered),
        (r"(?P<nth>first|second|third|fourth|fifth) (?:week|month|monday|tuesday|wednesday|thursday|friday"
         r"|saturday|sunday|days)(?: of)?", _week_of),
        (r"today|tonight|tomorrow|this (?:morning|afternoon|evening|lunchtime)|same (?:day|evening|night|afternoon)"
         r"|tmrw|2moro|straight away|right away|day after|next day|next morning", _near),
        (r"(?P<which>this|next|last|past|following|coming|that|same|the next|the following) "
         r"(?P<unit>weekend|week|wk|month|fortnight|quarter|year)", _next_span),
        (r"(?:this|the|that|next|last|following) (?:weekend|spring|summer|autumn|winter|term|season)", _bare("span")),
        (r"(?:at|by|in|before|after|over|around|until|till|for|from|near) (?:the )?(?:easter|christmas|new year|xmas"
         r"|ramadan"
         r"|eid|diwali|half[- ]term|lent|whitsun|passover|thanksgiving|spring|summer|autumn|winter|midsummer"
         r"|the holidays|end of term|weekend|end of the week|end of the month|month's end|week's end|the week)",
         _bare("span")),
        (r"(?:end|middle|start|beginning) of (?:the |this |next )?(?:week|month|term|year|quarter)|month is out"
         r"|week is out|within the (?:week|month)|before (?:lunch|noon|work|the week|the month)"
         r"|(?:a|the) (?:week|fortnight|month|day|few days) (?:after|later|before|on)", _bare("interval")),
        (r"(?:after|before|once|when|by|at|until|till) (?:your|the|his|her|their|our|my|you|it|that|it's|they) "
         r"(?:launch|opening|concert|interval|rehearsal|match|fair|show|meeting|deadline|report|event|committee|harvest"
         r"|move|wedding|holiday|leave|exam|exams|visit|viewing|inspection|festival|market|course|class|term"
         r"|audit|trial|talk|service|delivery|surgery|operation|retirement|evening|tasting|weekend)", _bare("event")),
        (r"(?:after|before|once|when) (?:you're|you are|it's|it is|you've|that's|they're|she's|he's|they|you) "
         r"(?:\w+ )?(?:back|in|done|over|out|finished|settled|sent|moved|open|home|answered|answers|reply|replies)",
         _bare("event")),
        (r"easter|christmas|new year|midsummer|half-term", _bare("span")),
    )
)
