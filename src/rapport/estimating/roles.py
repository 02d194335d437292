"""The words of a draft with names, days, figures and the brief's matters replaced by the part they play.

"Thanks for Otto's number, I rang him on Friday" becomes "thanks for THIRD OWED i OWED him on DAY": what is learned
from one brief then holds for another, and a changed name changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..reading.brief import Brief
from ..reading.date_words import DAYS, MONTHS
from ..reading.duties import duties
from ..reading.matter import is_common, stem, weight
from ..reading.situation import Situation, begins_as_name, forms_of, situation
from ..reading.text import Token

_SHORT_DAYS = frozenset("mon tue tues wed weds thu thur thurs fri".split())
_DAYS = frozenset(DAYS) | {f"{day}s" for day in DAYS} | _SHORT_DAYS
_MONTHS = frozenset(MONTHS) - {"may", "march"}
_ANY_DAY = date(2000, 1, 1)  # whose duties are which does not hang on the day
_ONESELF = frozenset("i im ill id ive".split())
WEIGHTY = 1
"""Only words of this weight (see ``matter.weight``) stand for a matter of the brief."""
KEPT = 400
"""So many words of the drafts on a brief are kept with their roles."""


@dataclass(frozen=True)
class Roles:
    """What words stand for: ``names`` gives the role of a folded word, ``matters`` that of a stem."""

    names: Mapping[str, str]
    matters: Mapping[str, str]

    @cached_property
    def people(self) -> frozenset[str]:
        """The roles that stand for a name."""
        return frozenset(self.names.values()) | {"NAME"}

    @cached_property
    def small(self) -> _Small:
        """The roles of words that do not begin with a capital, as nearly all."""
        return _Small(self)

    def of(self, word: str, capital: bool) -> str:
        """The role of a folded word, or the word itself; ``capital`` where it begins with one."""
        known = _traits(word)
        found = self.names.get(known.bare) or known.single and self.names.get(known.single)
        if found and (capital or not known.common):
            return found
        return known.role or known.stem and self.matters.get(known.stem) or word


class _Small(dict[str, str]):
    """Words with their roles, each found when it is first asked for."""

    def __init__(self, known: Roles) -> None:
        self._known = known

    def __missing__(self, word: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        role = self[word] = self._known.of(word, False)
        return role


class _Traits(NamedTuple):
    """What a folded word is whatever the brief: without a genitive, as a singular, whether it is common, the role that
    it plays anywhere, and the stem by which it may be known as matter; what it has not is empty."""

    bare: str
    single: str
    common: bool
    role: str
    stem: str


@lru_cache(maxsize=8192)
def _traits(word: str) -> _Traits:
    bare = word.removesuffix("'s")
    role = "FIGURE" if word[0].isdigit() else "DAY" if bare in _DAYS else "MONTH" if bare in _MONTHS else ""
    single = bare[:-1] if bare.endswith("s") else ""
    return _Traits(bare, single, is_common(bare), role, stem(bare) if weight(bare) else "")


@lru_cache(maxsize=256)
def roles(brief: Brief) -> Roles:
    """The roles of the words of ``brief``."""
    place = situation(brief)
    matters: dict[str, str] = {}
    single = (("NEED", place.need), ("MET", place.met), *(("FACT", fact) for fact in place.facts),
              ("OWED", place.owed), *(("GIFT", gift) for gift in place.gifts), ("PROMISE", place.promise))
    for role, matter in single:
        matters.update((key, role) for key, value in matter.items() if value >= WEIGHTY)
    return Roles(_people(brief, place) if brief.is_plan else _pair(place), matters)


def played(tokens: tuple[Token, ...], text: str, known: Roles) -> list[str]:
    """The words at these places of the draft ``text``, each replaced by its role where it has one.

    A name of several words counts once, so that the length of a name changes nothing.
    """
    words: list[str] = []
    last, people, small = "", known.people, known.small
    for at, (key, start, end) in enumerate(tokens):
        capital = not "a" <= text[start] <= "z" and begins_as_name(text[start:end]) and key not in _ONESELF
        dated = at and key in _MONTHS and tokens[at - 1].key[0].isdigit()  # "6 April", whoever else is called so
        word = "MONTH" if dated else known.of(key, True) if capital else small[key]
        if capital and at and word == key and not _traits(key).common:
            word = "NAME"
        if word != last or word not in people:
            words.append(word)
            last = word
    return words


def _pair(place: Situation) -> dict[str, str]:
    names = {word: "THIRD" for third in place.thirds for word in forms_of(third) if not is_common(word)}
    names |= dict.fromkeys(place.sender.forms, "SENDER")
    return names | dict.fromkeys(place.recipient.forms, "RECIPIENT")


def _people(brief: Brief, place: Situation) -> dict[str, str]:
    """The people of a plan by what is owed to them and what they are to the sender."""
    owed = duties(brief, _ANY_DAY)
    parts = (("PROMISED", {promise.who for promise in owed.promises}), ("HELPER", set(owed.helpers)),
             ("GIVER", {referral.giver for referral in owed.referrals}),
             ("CLOSE", set(owed.close_by)), ("REFUSED", set(owed.refused)))
    names = {word: "THIRD" for referral in owed.referrals for word in forms_of(referral.third)}
    for person in place.people:
        found = [part for part, who in parts if person.first in who]
        role = "GROUP" if person.group else "+".join(found) or "PERSON"
        names.update((form, f"{names[form]}+{role}" if form in names else role) for form in person.forms)
    return names

