"""The forms of time that count, as patterns; a form that is not here is no time.

Each pattern goes with its maker (date_makers.py), which says what the words come to, and with words of which one
stands in whatever it matches: it is tried only near these. A length such as "5d" has none, so that forms with
a length are tried anywhere in a text that has one of the words and such a length.
"""

from __future__ import annotations

import re
from functools import cached_property

from .date_makers import (
    Maker, after_start, counted, day_and_month, day_in_figures, day_of_week, days_of_month, feast, first_days, iso_day,
    month_span, near_day, next_span, nth_day, nth_of_month, numbered, recurring, unresolved, week_of, week_with,
    whole_year,
)
from .date_words import NUMBERS, ORDINALS, UNITS

_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
         r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = r"(?P<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?" \
       r"|sun(?:day)?)s?"
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?|h|d|w)"
_COUNTED = rf"{_NUMBER}(?:[- ]|(?<=\d)){_UNIT}"  # only after figures may the blank be missing: "and" is no "an d"
_NTH = r"(?P<date>[0-3]?\d)"
_ORD = r"(?:st|nd|rd|th)"
_WORD = "(?P<word>" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_LATER_WORD = "(?P<word>" + "|".join(sorted(set(ORDINALS) - set(UNITS[:3] + UNITS[4:5]), key=len, reverse=True)) + ")"
_PART = r"(?P<part>start|beginning|early|mid(?:dle)?|late|end|first half|second half|first week|last week|last days)"

_LEAD = r"(?:in|on|by|from|until|till|before|after|during|since|around|about|for|every|each|this|next|of|through" \
        r"|and|to|or|mid|early|late|end|week)"
_WEEK_OF = "w/c|wk of|week of|week comm|week beg|week sta|week from"
_IN_WORDS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth"
_NTHS = "first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th"
_FIGURES = "0|1|2|3|4|5|6|7|8|9"
_SOME_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_SOME_DAY = "mon|tue|wed|thu|fri|sat|sun"
_SOME_UNIT = "hour|hr|day|week|wk|fortnight|month|quarter|year|yr|" + _FIGURES
_LENGTH_IN = "|".join([f"{unit}{more} in" for unit in "hour hr day week wk fortnight month quarter year yr".split()
                       for more in ("", "s")] + [f"{mark}{unit} in" for mark in "- 0123456789" for unit in "hdw"])
_NEAR_DAYS = "today|tonight|tomorrow|tmrw|2moro|this morn|this aft|this eve|this lunch|same day|same eve|same night" \
             "|same aft|that very|that eve|that night|that aft|ht away|day after|evening after|night after" \
             "|morning after|next day|next morn"
_SEASONAL = "weekend|spring|summer|autumn|winter|term|season"


class Form:
    """A form of time: its pattern, what makes a time of a match, and ``needs``, words of which one must stand in the
    text for it to be tried; it is tried only near them. Where it ``has_length``, that may be short ("5d")."""

    def __init__(self, words: str, maker: Maker, needs: str, has_length: bool = False) -> None:
        self._words, self.maker, self.needs, self.has_length = words, maker, tuple(needs.split("|")), has_length

    @cached_property
    def pattern(self) -> re.Pattern:
        """The pattern, made when it is first tried."""
        return re.compile(r"(?<![\w/])(?:" + self._words + r")(?![\w])")


GRAMMAR: tuple[Form, ...] = tuple(
    Form(*parts) for parts in (
        (r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", iso_day, "20"),
        (rf"(?:w/c|wk of|week (?:of|commencing|beginning|starting|from)) (?:the )?(?:{_DAY},? )?{_NTH}{_ORD}?"
         rf"(?: of)? {_MONTH}", week_with, _WEEK_OF),
        (rf"(?:w/c|wk of|week (?:of|commencing|beginning|starting|from)) (?:{_DAY},? )?{_MONTH}\.? (?:the )?{_NTH}"
         rf"{_ORD}?", week_with, _WEEK_OF),
        (rf"(?:the )?(?P<low>[0-3]?\d){_ORD}?(?:\s?-\s?| to | and | & | or )(?:the )?{_NTH}{_ORD}?(?: of)? {_MONTH}\b",
         days_of_month, _SOME_MONTH),
        (rf"(?:{_DAY},?\.? (?:the )?)?{_NTH}{_ORD}?(?: of)?[ .-]?\s?{_MONTH}\b\.?(?:,? 20\d\d)?", day_and_month, _SOME_MONTH),
        (rf"(?:{_DAY},?\.? )?{_MONTH}\.? (?:the )?{_NTH}(?:{_ORD})?(?:, 20\d\d)?"
         r"(?! ?(?:people|pm|am|times|%|minutes|hours|pages))", day_and_month, _SOME_MONTH),
        (rf"(?:the )?(?P<nth>{_NTHS}) (?:week|{_DAY}) (?:of|in) (?:the )?{_MONTH}", nth_of_month, _NTHS),
        (rf"(?:{_DAY},? )?(?:the )?{_WORD}(?: of|,)? {_MONTH}\b", day_and_month, _IN_WORDS),
        (rf"{_MONTH},? the {_WORD}(?! (?:week|half|time|step|thing|of)\b)", day_and_month, _IN_WORDS),
        (rf"{_MONTH} {_WORD}(?=[,.:;]|$)", day_and_month, _IN_WORDS),
        (rf"(?P<which>){_DAY},? the {_WORD}", day_of_week, _IN_WORDS),
        (rf"(?:{_DAY},?\.? )?(?P<one>[0-3]?\d)[/.](?P<two>[01]?\d)(?:[/.](?:20)?\d\d)?(?![\d%])"
         r"(?!\s?(?:hours|hrs|h|m|kg|stars?)\b)", day_in_figures, _FIGURES),
        (rf"(?P<which>last|next|this|coming|on|by|until|till|before|after|from|every|each)?\s?{_DAY},?\.? "
         rf"(?:the )?{_NTH}(?:{_ORD})?(?!\d|[:./]\d| ?(?:am|pm|o'clock|minutes|people|h)\b)", day_of_week, _FIGURES),
        (rf"(?:(?:on |every |each )?(?:the )?(?:first|second|third|fourth|last) {_DAY} (?:of|in) "
         r"(?:the |each |every |a )?month"
         rf"|(?:every|each) (?:first|third|fourth|last) {_DAY}(?: of the month)?)".replace("(?P<day>", "(?:"),
         recurring, "month|every|each"),
        (rf"(?:(?:every|each) (?:other |second )?(?:{_DAY}|(?:one |two |three |four |six |ten |\d+ |few )?"
         r"(?:day|week|month|quarter|fortnight|morning|evening|night|year)s?)"
         r"|(?:once|twice|three times|\d+ times) (?:a|per|every) "
         r"(?:day|week|month|year|fortnight)|daily|weekly|monthly|fortnightly|quarterly)", recurring,
         "every|each|once|twice|times|daily|weekly|monthly|fortnightly|quarterly"),
        (rf"(?P<which>last|next|this|coming|this coming|the next|the following)\s{_DAY}", day_of_week,
         "last|next|this|coming|following"),
        (r"(?:(?:on|always) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s(?! (?:off|free)\b)"
         r"|\b(?:weekdays|weekends)",
         recurring, "days|weekends"),
        (rf"(?:on |by |until |till |before |after |from )?(?P<which>)(?:{_DAY})(?: (?:week|morning|afternoon|evening"
         r"|night|lunchtime|noon))?", day_of_week, _SOME_DAY),
        (rf"{_PART} (?:of |in )?(?:the )?(?:month of )?{_MONTH}|{_PART}-{_MONTH}".replace(
            rf"|{_PART}-{_MONTH}", ""), month_span, "start|beginning|early|mid|late|end|half|week|last"),
        (rf"(?:mid|early|late)[- ]{_MONTH}".replace("(?:mid|early|late)", "(?P<part>mid|early|late)"), month_span,
         "mid|early|late"),
        (rf"{_LEAD} {_MONTH}", month_span, _SOME_MONTH),
        (r"(?:^|(?<=[\n|(])|(?<=[\n|] )|(?<=\n[-*•] )|(?<=\d\. )|(?<=, )|(?<=; )|(?<=then ))(?P<month>may|march|mar)",
         month_span, "may|mar"),
        (r"(?P<month>january|february|april|june|july|august|september|october|november|december"
         r"|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?!')", month_span, _SOME_MONTH),
        (rf"(?:the|by|on|until|before|from|for|after|and|or) {_NTH}{_ORD}", nth_day, _FIGURES),
        (rf"(?:on|by|until|till|before|from) (?:the )?{_NTH}(?=[\s,.;!?)]|$)"
         r"(?! ?(?:pm|am|people|minutes|hours|pages|of|o'clock|percent|%|(?!is |was |as )[a-z]+s\b))", nth_day, _FIGURES),
        (rf"{_NTH}{_ORD}", nth_day, _FIGURES),
        (rf"(?:on|by|until|till|before|from) the {_LATER_WORD}(?! (?:of|floor|time|step|one|person|week|day|month))",
         nth_day, _IN_WORDS),
        (r"the (?P<word>(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|twenty[ -](?:first|second|third"
         r"|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first)(?! (?:century|floor|time|step|row|edition))",
         nth_day, "teenth|tieth|twenty|thirty"),
        (r"(?:in|by|until|before|from|during) (?P<y>20\d\d)", whole_year, " 20"),
        (rf"{_NUMBER} {_UNIT} (?P<ago>ago|back|earlier)", counted, "ago|back|earlier"),
        (rf"(?:in|within|after|about|over|inside) (?:about |the next |around |another |some )?{_COUNTED}"
         r"(?:' time|s' time| time)?", counted, _SOME_UNIT, True),
        (rf"{_COUNTED} in(?= ?[:,|])", counted, _LENGTH_IN),
        (rf"{_COUNTED} (?:later|after|on|from now|from today|from then|before|either side|of silence)",
         counted, _SOME_UNIT, True),
        (r"t ?\+ ?(?P<n>\d{1,3})", after_start, "t+|t +"),
        (r"\+ ?(?P<n>\d{1,2}) ?(?P<unit>days?|weeks?|wks?|months?|d|w)", counted, "+"),
        (r"(?P<unit>day|week|wk|w/k|month|w)s? ?(?P<n>\d{1,2})(?:\s?[-/&+]\s?(?P<to>\d{1,2}))?", numbered, _FIGURES),
        (r"(?P<nth>first|second|third|fourth|fifth) (?:week|month|monday|tuesday|wednesday|thursday|friday"
         r"|saturday|sunday|days)(?: of)?", week_of, _IN_WORDS),
        (r"today|tonight|tomorrow|this (?:morning|afternoon|evening|lunchtime)"
         r"|(?:that |the )?same (?:day|evening|night|afternoon)|that (?:very )?(?:evening|night|afternoon)"
         r"|tmrw|2moro|straight away|right away|(?:the )?(?:day|evening|night|morning) after|next day|next morning",
         near_day, _NEAR_DAYS),
        (r"(?:the )?(?:first|very first) (?:day|evening|night|morning)(?: (?:home|back|after|of))?", first_days,
         "first"),
        (r"(?P<which>this|next|last|past|following|coming|that|same|the next|the following) "
         r"(?P<unit>weekend|week|wk|month|fortnight|quarter|year)", next_span, "week|wk|month|fortnight|quarter|year"),
        (r"(?:(?P<lead>at|by|in|before|after|over|around|until|till|for|from|near) (?:the )?)?"
         r"(?P<feast>easter|christmas|xmas|new year|midsummer|holy week)", feast,
         "easter|christmas|xmas|new year|midsummer|holy week"),
        (r"(?:this|the|that|next|last|following) (?:weekend|spring|summer|autumn|winter|term|season)",
         unresolved("span"), _SEASONAL),
        (r"(?:at|by|in|before|after|over|around|until|till|for|from|near) (?:the )?(?:ramadan"
         r"|eid|diwali|half[- ]term|lent|whitsun|passover|thanksgiving|spring|summer|autumn|winter"
         r"|the holidays|end of term|weekend|end of the week|end of the month|month's end|week's end|the week)",
         unresolved("span"),
         _SEASONAL + "|ramadan|eid|diwali|half|lent|whitsun|passover|thanksgiving|holidays|end of|'s end|the week"),
        (r"(?:end|middle|start|beginning) of (?:the |this |next )?(?:week|month|term|year|quarter)|month is out"
         r"|week is out|within the (?:week|month)|before (?:lunch|noon|work|the week|the month)"
         r"|(?:a|the) (?:week|fortnight|month|day|few days) (?:after|later|before|on)", unresolved("interval"),
         "week|month|term|year|quarter|lunch|noon|work|day"),
        (r"(?:after|before|once|when|by|at|until|till) (?:your|the|his|her|their|our|my|you|it|that|it's|they) "
         r"(?:launch|opening|concert|interval|rehearsal|match|fair|show|meeting|deadline|report|event|committee|harvest"
         r"|move|wedding|holiday|leave|exam|exams|visit|viewing|inspection|festival|market|course|class|term"
         r"|audit|trial|talk|service|delivery|surgery|operation|retirement|evening|tasting|weekend)",
         unresolved("event"), "after |before |once |when |by |at |until |till "),
        (r"(?:after|before|once|when) (?:you're|you are|it's|it is|you've|that's|they're|she's|he's|they|you) "
         r"(?:\w+ )?(?:back|in|done|over|out|finished|settled|sent|moved|open|home|answered|answers|reply|replies)",
         unresolved("event"), "after|before|once|when"),
        (r"half-term", unresolved("span"), "half-term"),
    )
)
