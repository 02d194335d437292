"""What a plan's brief leaves to be done: promises, referrals, thanks; and when its event was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .brief import Brief
from .date_words import MONTHS
from .dates import dates
from .matter import stem, topic
from .situation import Person, forms_of, names_in, situation
from .text import fold

_SEEN_DAILY = re.compile(r"\b(?:daily|desk neighbour|lunch friend|own|every day|mates?|fellow)\b")
_REFUSED = re.compile(r"\b(?:said|told)\b.{0,30}(?:\"(?:not|no|come back)|no\b)")
_NAME_OF = re.compile(r"\b(?:name|number|address) of ([^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)*)")


@dataclass(frozen=True)
class Promise:
    """A promise in a plan's brief: ``who`` is owed it ("" where nobody is named), ``matter`` its stems."""

    who: str
    words: str
    matter: dict[str, float]


@dataclass(frozen=True)
class Referral:
    """A name that ``giver`` passed on."""

    third: str
    giver: str


@dataclass(frozen=True)
class Duties:
    """What a plan's brief leaves to be done, and when its event was."""

    event: date | None
    promises: tuple[Promise, ...]
    referrals: tuple[Referral, ...]
    helpers: tuple[str, ...]
    close_by: tuple[str, ...]
    refused: tuple[str, ...]


@lru_cache(maxsize=256)
def duties(brief: Brief, today: date) -> Duties:
    """The duties of a plan's brief; ``today`` settles the year of the event."""
    people = situation(brief).people
    clauses = [(clause, person) for person in people for clause in _clauses(person.note)]
    clauses += [(clause, _named(clause, people)) for clause in brief.owed.split(";")]
    promises = tuple(_promises(clauses, situation(brief).sender))
    referrals = tuple(dict.fromkeys(_referrals(clauses, people, brief)))
    owed = set(_words(brief.owed))
    single = [p for p in people if not p.group]
    helpers = tuple(p.first for p in single if forms_of(p.first) & owed)
    close = tuple(p.first for p in people if _SEEN_DAILY.search(fold(f"{p.name} {p.note}")))
    refused = tuple(p.first for p in single if _REFUSED.search(fold(p.note)))
    return Duties(_event(brief, today), promises, referrals, helpers, close, refused)


def _words(text: str) -> list[str]:
    """The folded words of a line, "Amparo's" as "amparo" and "O'Malley" as it is."""
    return [word.removesuffix("'s") for word in re.findall(r"[^\W\d_](?:[^\W\d_]|')*", fold(text))]


def _clauses(note: str) -> list[str]:
    return re.split(r";", note)


def _named(clause: str, people: tuple[Person, ...]) -> Person | None:
    words = _words(clause)
    inside = [p for p in people if p.forms & set(words) and not p.group]
    return min(inside, key=lambda p: min(words.index(form) for form in p.forms if form in words), default=None)


def _promises(clauses, sender: Person):
    for clause, person in clauses:
        words = fold(clause)
        if "promis" not in words and " said she would" not in words and " said he would" not in words:
            continue
        drop = {stem(form) for form in sender.forms | (person.forms if person else frozenset())} | {"promis"}
        matter = {key: value for key, value in topic(clause).items() if key not in drop}
        shown = re.sub(r"^(?:her|him|them) ", "", re.split(r"promised?(?: to)?", clause)[-1].strip())
        shown = clause.strip() if re.match(r"(?:it|an answer)\b", shown) else shown
        yield Promise(person.first if person else "", shown, matter)


def _referrals(clauses, people: tuple[Person, ...], brief: Brief):
    for person in people:
        by = re.search(r"(?:named|introduced|recommended|suggested|passed on) by ([^\W\d_a-z]\w+)", person.note)
        if by:
            giver = _named(by.group(1), people)
            yield Referral(person.first, giver.first if giver else by.group(1))
    forms = frozenset().union(*(p.forms for p in people), situation(brief).sender.forms)
    for clause, giver in clauses:
        passed = re.search(r"\b(?:name|told|number|introduc|suggest|recommend|referr|address)", fold(clause))
        for name in _passed_on(clause) if passed and giver and clause.strip() in brief.owed else ():
            if not set(fold(name).split()) & forms:
                yield Referral(name, giver.first)


def _passed_on(clause: str) -> tuple[str, ...]:
    """The names in a clause; a name of nothing but common words, as April Day, is known by what leads to it."""
    return names_in(clause) or tuple(_NAME_OF.findall(clause)[:1])


def _event(brief: Brief, today: date) -> date | None:
    named = [when for when in dates(brief.event, today) if when.first]
    if not named:
        return None
    weekday = re.search(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", fold(brief.event))
    found = named[-1].first
    if not weekday:
        return found
    number = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun").index(weekday.group(1))
    numbers = re.search(r"\b(\d{1,2})\b", brief.event)
    month = next((i for i, name in enumerate(MONTHS, 1) if name in fold(brief.event)), found.month)
    years = sorted(range(today.year - 6, today.year + 7), key=lambda year: abs(year - today.year))
    for year in years:
        try:
            day = date(year, month, int(numbers.group(1)) if numbers else found.day)
        except ValueError:
            continue
        if day.weekday() == number:
            return day
    return found
