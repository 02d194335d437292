"""Months that are people: in a plan with a Jan Kos or an April Day, which word is the month and which the person."""

from __future__ import annotations

from .date_words import MONTHS
from .dates import When
from .plan_people import Cast
from .text import Token

_STARTS = frozenset(month[:3] for month in MONTHS)
_LEADS = frozenset(
    "in by until till from since to and or through before after during of for around about early mid late every each "
    "this next last end start beginning middle".split())
"""After one of these a month is a month."""


def without_names(text: str, words: tuple[Token, ...], whens: tuple[When, ...], company: Cast) -> tuple[When, ...]:
    """The times without those that are somebody's name, or a part of it."""
    if not any(form[:3] in _STARTS for form in company.forms):
        return whens
    named = {word.start for at, word in enumerate(words)
             if word.key in company.forms and (_is_full(words, at, company) or _stands_alone(text, words, at, whens))}
    return tuple(when for when in whens if not any(when.start <= start < when.end for start in named))


def _is_full(words: tuple[Token, ...], at: int, company: Cast) -> bool:
    """Whether the next word is of the same person: "Jan Kos"."""
    name = company.forms[words[at].key]
    return at + 1 < len(words) and company.forms.get(words[at + 1].key) == name


def _stands_alone(text: str, words: tuple[Token, ...], at: int, whens: tuple[When, ...]) -> bool:
    """Whether the word is all of its time, within a line, with a capital, and neither a figure nor a word that leads to
    a month is beside it: "thank April". A month at the start of a line is taken for the month's heading."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or "\n" in text[before.end:word.start] or not text[word.start].isupper():
        return False
    beside = (before, *words[at + 1:at + 2])
    whole = any((when.start, when.end) == (word.start, word.end) for when in whens)
    return whole and before.key not in _LEADS and not any(near.key[0].isdigit() for near in beside)
