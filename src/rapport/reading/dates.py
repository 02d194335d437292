"""Dates, times and intervals in a draft, by a closed grammar with an injected today.

Only the forms of date_forms.py count, so that "you may want to march on for a second" holds
no date. Day-first or month-first figures follow the brief's locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .date_forms import GRAMMAR, Form
from .text import fold

LONGEST = 64
"""No form of time is as long as this, ..."""
ENDLESS = 25
"""... save where a word has so many letters; then the whole text is looked through."""
_SHORT_UNIT = re.compile(r"[-\s\d][hdw](?!\w)")
"""A length such as "5d" has none of the words that forms with a length need."""

_NO_LEAD = frozenset("to and or of this that".split())
_PREPOSITIONS = frozenset(
    "in on by from until till before after during since around about for every each next through".split())
_AFTER_A_VERB = frozenset(
    "i we you he she they it be not have want ask on ahead help the your god this that there all each one as well "
    "past up out off forward with or his her my our their these those who whoever nobody anyone somebody".split())


@dataclass(frozen=True)
class When:
    """One time named in the draft.

    ``kind`` is day, span (a week, month or season), interval (counted from
    something), recurring, or event ("after your launch"). ``first`` and ``last``
    bound it where it can be resolved, else both are None. ``past`` says that the
    words themselves point back ("last week", "three weeks ago"). ``every`` is
    the distance in days at which a recurring time comes round, 0 where unknown.
    """

    start: int
    end: int
    kind: str
    first: date | None = None
    last: date | None = None
    past: bool = False
    every: int = 0


def dates(text: str, today: date, locale: str = "en-GB") -> tuple[When, ...]:
    """Every time named in ``text``, in order, none overlapping another."""
    folded = fold(text)
    taken = bytearray(len(folded))
    near = _Near(folded)
    found = [when for form in GRAMMAR if (stretches := near.stretches(form))
             for when in _by(form, stretches, folded, today, locale, taken)]
    return tuple(sorted(found, key=lambda when: when.start))


class _Near:
    """The stretches of a text around given words, found once for all forms that need the same words."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.whole = [(0, len(folded))]
        self.endless = max(map(len, folded.split()), default=0) >= ENDLESS
        self.has_short_unit = bool(_SHORT_UNIT.search(folded))
        self.found: dict[tuple[str, ...], list[tuple[int, int]]] = {}

    def stretches(self, form: Form) -> list[tuple[int, int]]:
        """The stretches in which the form may stand, apart from each other and in order."""
        near = self.found.get(form.needs)
        if near is None:
            near = self.found[form.needs] = self._around(form.needs)
        return self.whole if near and (self.endless or form.has_length and self.has_short_unit) else near

    def _around(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        stretches: list[tuple[int, int]] = []
        folded = self.folded
        for at in sorted([at for word in words if word in folded for at in _places(word, folded)]):
            start, end = max(0, at - LONGEST), at + LONGEST
            if stretches and start <= stretches[-1][1]:
                start = stretches.pop()[0]
            stretches.append((start, end))
        return stretches


def _places(word: str, folded: str) -> list[int]:
    places, at = [], folded.find(word)
    while at >= 0:
        places.append(at)
        at = folded.find(word, at + 1)
    return places


def _by(
    form: Form, stretches: list[tuple[int, int]], folded: str, today: date, locale: str, taken: bytearray,
) -> Iterator[When]:
    maker, finditer = form.maker, form.pattern.finditer
    for match in [match for start, end in stretches for match in finditer(folded, start, end)]:
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
    if _counts_lines(match, folded):
        return True
    before = folded[max(0, match.start() - 12):match.start()].split()
    last = before[-1] if before else ""
    if match.group().strip() in ("sat", "sun", "wed", "mon"):
        if re.match(r" (?:down|there|with|in|at|next|on|by|beside|up|for)\b", folded[match.end():match.end() + 8]):
            return True
        verb = last in {"i", "we", "he", "she", "they", "you", "the", "to", "newly", "and", "who"}
        return verb or _in_prose(match, folded)
    if words[-1] in ("may", "march", "mar"):
        if any(char.isdigit() for char in match.group()) or len(words) > 2 or words[0] in _PREPOSITIONS:
            return False
        after = folded[match.end():match.end() + 12].split()
        return words[0] in _NO_LEAD or (after[:1] or [""])[0].rstrip(",.") in _AFTER_A_VERB
    return words[0] == "second" and len(words) == 1


def _counts_lines(match: re.Match, folded: str) -> bool:
    """Whether "6. April" stands where "6." counts the lines of a list: the line before or after is 5 or 7."""
    number = re.match(r"\s*(\d{1,2})\. ", match.group())
    if not number or folded[:match.start()].rpartition("\n")[2].strip():
        return False
    beside = (int(number.group(1)) - 1, int(number.group(1)) + 1)
    return any(re.search(rf"(?:^|\n)\s*{near}\.\s", folded) for near in beside)


def _in_prose(match: re.Match, folded: str) -> bool:
    """Whether a short day name stands within running words rather than as a label or after a preposition."""
    before = folded[:match.start()].rstrip()[-7:].split()
    after = folded[match.end():match.end() + 1]
    leads = {"on", "by", "this", "next", "last", "till", "until", "from", "before", "after", "every", "or", "to"}
    return bool(before) and before[-1][-1:].isalpha() and before[-1] not in leads and after == " "
