"""Where a draft contradicts what the brief knows: days, dates, numbers and names.

Only what can be set side by side is compared: a month with a month, a count of
the same thing, a name with the name it nearly is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .brief import Brief
from .date_forms import DAYS, MONTHS
from .matter import stem, topic, weight
from .situation import Situation
from .text import Sentence, fold, within_one_edit

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50"}
_COUNTS = {word: str(number) for number, word in enumerate(_WORDS, 1)} | _TENS
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_PAST = re.compile(r"\b(?:was|met|talk|spoke|lecture|heard|saw|last|thanks?|enjoyed|nice|lovely|great)\b")
_NAMED = re.compile(rf"\b(?:{'|'.join(DAYS + MONTHS)})\b")
_LIKENESS = 0.62
"""How alike two names must be (difflib's ratio) for one to be taken for the other."""


class Contradiction(NamedTuple):
    """Words of the draft at ``start`` to ``end`` that do not agree with the line ``known`` of the brief."""

    start: int
    end: int
    known: str


class _Line(NamedTuple):
    """One line of the brief, taken apart once."""

    text: str
    matter: dict[str, float]
    calendar: frozenset[str]
    heads: frozenset[str]
    nths: frozenset[str]


class _Known(NamedTuple):
    lines: tuple[_Line, ...]
    figures: frozenset[str]
    calendar: frozenset[str]


@lru_cache(maxsize=256)
def _known(brief: Brief) -> _Known:
    lines = tuple(_line(text) for text in (brief.relationship, brief.owed, *brief.facts, *brief.can_give))
    figures = frozenset(word for line in lines for word in _figures(fold(line.text)))
    return _Known(lines, figures, frozenset().union(*(line.calendar for line in lines)))


def _line(text: str) -> _Line:
    words = _figures(fold(text))
    heads = {stem(head) for at, word in enumerate(words) if word.isdigit() for head in words[at + 1:at + 3]
             if weight(head) and not head.isdigit()}
    matter = {key: value for key, value in topic(text).items() if not key[0].isdigit()}
    named, nths = frozenset(_NAMED.findall(fold(text))), frozenset(_NTH.findall(fold(text)))
    return _Line(text, matter, named, frozenset(heads), nths)


def contradictions(found: tuple[Sentence, ...], brief: Brief, place: Situation) -> tuple[Contradiction, ...]:
    """Every contradiction of a message, in order of place."""
    known = _known(brief)
    clashes = []
    for sentence in found:
        near = set(map(stem, sentence.keys))
        clashes += [*_calendar(sentence, near, known), *_counts(sentence, near, known), *_names(sentence, place, known)]
    return tuple(sorted(set(clashes)))


def _figures(words: str) -> list[str]:
    return [_COUNTS.get(word, word) for word in re.findall(r"[^\W_]+", words)]


def _shared(near: set[str], line: _Line) -> float:
    return sum(value for key, value in line.matter.items() if key in near)


def _calendar(sentence: Sentence, near: set[str], known: _Known) -> Iterator[Contradiction]:
    words = sentence.folded
    named = [match for match in _NAMED.finditer(words)]
    wrong = [match for match in named if match.group() not in known.calendar and match.group() not in ("may", "march")]
    for match in wrong[:1]:
        names = DAYS if match.group() in DAYS else MONTHS
        if any(other.group() in known.calendar and other.group() in names for other in named):
            return
        for line in known.lines:
            same = _PAST.search(words) if names is DAYS and line is known.lines[0] else _shared(near, line) >= 1
            if line.calendar & set(names) and same:
                yield Contradiction(sentence.start + match.start(), sentence.start + match.end(), line.text)
                return


def _counts(sentence: Sentence, near: set[str], known: _Known) -> Iterator[Contradiction]:
    keys = [_COUNTS.get(key, key) for key in sentence.keys]
    figures = [at for at, key in enumerate(keys) if key[:1].isdigit() and key not in known.figures]
    for at in figures:
        after = {stem(head) for head in keys[at + 1:at + 3]}
        token = sentence.tokens[at]
        for line in known.lines:
            counted = keys[at].isdigit() and after & line.heads
            dated = line.nths and _NTH.fullmatch(keys[at])
            if (counted or dated) and _shared(near, line) >= 1.5:
                yield Contradiction(token.start, token.end, line.text)


def _names(sentence: Sentence, place: Situation, known: _Known) -> Iterator[Contradiction]:
    forms = _forms(place.thirds)
    for token in sentence.tokens[1:] if forms else ():
        if not sentence.text[token.start - sentence.start].isupper() or token.key in forms or not weight(token.key):
            continue
        for form, third in forms.items():
            if form[0] == token.key[0] and not form.startswith(token.key) and _is_mistaken(form, token.key):
                line = next((line.text for line in known.lines if third in line.text), third)
                yield Contradiction(token.start, token.end, line)


@lru_cache(maxsize=256)
def _forms(thirds: tuple[str, ...]) -> dict[str, str]:
    return {word: third for third in thirds for word in fold(third).split() if len(word) >= 5}


def _is_mistaken(form: str, word: str) -> bool:
    from difflib import SequenceMatcher  # hardly any draft needs it

    return not within_one_edit(form, word) and SequenceMatcher(None, form, word).ratio() >= _LIKENESS
