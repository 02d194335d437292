"""Dates, times and intervals in a draft, by a closed grammar with an injected today.

Only the forms of date_forms.py count, so that "you may want to march on for a second" holds
no date. Day-first or month-first figures follow the brief's locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .date_forms import DAYS, GRAMMAR, MONTHS
from .text import fold

__all__ = ["DAYS", "MONTHS", "When", "dates"]


@dataclass(frozen=True)
class When:
    """One time named in the draft.

    ``kind`` is day, span (a week, month or season), interval (counted from
    something), recurring, or event ("after your launch"). ``first`` and ``last``
    bound it where it can be resolved, else both are None. ``past`` says that the
    words themselves point back ("last week", "three weeks ago").
    """

    start: int
    end: int
    kind: str
    first: date | None = None
    last: date | None = None
    past: bool = False


def dates(text: str, today: date, locale: str = "en-GB") -> tuple[When, ...]:
    """Every time named in ``text``, in order, none overlapping another."""
    folded = fold(text)
    taken = bytearray(len(folded))
    found = [when for pattern, maker in GRAMMAR for when in _by(pattern, maker, folded, today, locale, taken)]
    return tuple(sorted(found, key=lambda when: when.start))


def _by(pattern, maker, folded: str, today: date, locale: str, taken: bytearray) -> Iterator[When]:
    for match in pattern.finditer(folded):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        if _is_trap(match, folded) or any(taken[start:end]):
            continue
        try:
            made = maker(match, today, locale.endswith("US"))
        except OverflowError:
            made = ()
        if made:
            taken[start:end] = b"\1" * (end - start)
            yield When(start, end, *made)


def _is_trap(match: re.Match, folded: str) -> bool:
    """Verbs and nouns that look like days and months: he sat down, the sun, to march, may I, a second."""
    words = match.group().split()
    before = folded[max(0, match.start() - 12):match.start()].split()
    last = before[-1] if before else ""
    if match.group().strip() in ("sat", "sun", "wed", "mon"):
        verb = last in {"i", "we", "he", "she", "they", "you", "the", "to", "newly", "and", "who"}
        return verb or _in_prose(match, folded)
    if words[-1] in ("may", "march", "mar"):
        after = folded[match.end():match.end() + 12].split()
        return words[0] in {"to", "and", "or", "of", "this", "that"} or (after[:1] or [""])[0] in {
            "i", "we", "you", "he", "she", "they", "be", "not", "have", "want", "ask", "on", "ahead", "help"}
    return words[0] == "second" and len(words) == 1


def _in_prose(match: re.Match, folded: str) -> bool:
    """Whether a short day name stands within running words rather than as a label or after a preposition."""
    before = folded[:match.start()].rstrip()[-7:].split()
    after = folded[match.end():match.end() + 1]
    leads = {"on", "by", "this", "next", "last", "till", "until", "from", "before", "after", "every", "or", "to"}
    return bool(before) and before[-1][-1:].isalpha() and before[-1] not in leads and after == " "
