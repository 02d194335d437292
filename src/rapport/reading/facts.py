"""Where a draft contradicts what the brief knows: days, dates, numbers and names.

Only what can be set side by side is compared: a month with a month, a count of
the same thing, a name with the name it nearly is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .brief import Brief
from .date_words import DAYS, MONTHS
from .figures import figures_in
from .matter import stem, topic, weight
from .needing import Needing
from .situation import Situation
from .text import Sentence, fold, tokens, within_one_edit

_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_PAST = re.compile(r"\b(?:was|met|talk|spoke|lecture|heard|saw|last|thanks?|enjoyed|nice|lovely|great)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAMED = Needing(rf"\b({'|'.join(DAYS + MONTHS)})s?\b", "day", *MONTHS)
_AHEAD = re.compile(r"\?|\b(?:i|i'll|we|we'll|shall|could|would|let's|let us|propose|suggest|how about|what about)\b")
"""A sentence that speaks of the writer's own plans or proposes something: its day is a new one, and needs no line."""
_SPANS = frozenset(map(stem, "minute hour day week month year time evening night morning afternoon".split()))
"""Forty minutes here and twenty there are seldom the same minutes."""
_ROUNDED = 0.12
"""Nearly fifty is still a true word for forty-six."""
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
    counts: tuple[tuple[int, frozenset[str]], ...]
    nths: frozenset[str]
    years: frozenset[str]


class _Known(NamedTuple):
    lines: tuple[_Line, ...]
    figures: frozenset[str]
    calendar: frozenset[str]


@lru_cache(maxsize=256)
def _known(brief: Brief) -> _Known:
    lines = tuple(_line(text) for text in (brief.relationship, brief.owed, *brief.facts, *brief.can_give))
    figures = frozenset(figure for line in lines for figure, _ in figures_in(_words(line.text)))
    return _Known(lines, figures, frozenset().union(*(line.calendar for line in lines)))


def _line(text: str) -> _Line:
    words = _words(text)
    counts = tuple((int(figure), _heads(words[after:])) for figure, after in figures_in(words) if figure.isdecimal())
    matter = {key: value for key, value in topic(text).items() if not key[0].isdigit()}
    named, nths = frozenset(_NAMED.findall(fold(text))), frozenset(_NTH.findall(fold(text)))
    return _Line(text, matter, named, counts, nths, frozenset(_YEAR.findall(text)))


def contradictions(found: tuple[Sentence, ...], brief: Brief, place: Situation) -> tuple[Contradiction, ...]:
    """Every contradiction of a message, in order of place."""
    known = _known(brief)
    forms = _forms(place.thirds)
    right = forms.keys() | place.recipient.forms | place.sender.forms
    clashes = []
    for sentence in found:
        clashes += [*_calendar(sentence, known), *_counts(sentence, known)]
        if forms:
            clashes += _names(sentence, forms, right, known)
    return tuple(sorted(set(clashes)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(text))


def _heads(after: Sequence[str]) -> frozenset[str]:
    """The stems of what is counted, given the words that follow a figure."""
    return frozenset(stem(word) for word in after[:2] if weight(word) and not word[0].isdigit()) - _SPANS


def _near(sentence: Sentence) -> set[str]:
    """The stems of all words of a sentence; few sentences have a day or a figure that asks for them."""
    return set(map(stem, sentence.keys))


def _shared(near: set[str], line: _Line) -> float:
    return sum(value for key, value in line.matter.items() if key in near)


def _calendar(sentence: Sentence, known: _Known) -> Iterator[Contradiction]:
    words = sentence.folded
    named = _NAMED.finditer(words)
    wrong = [match for match in named if match[1] not in known.calendar and match[1] not in ("may", "march")]
    for match in wrong[:1]:
        names = DAYS if match[1] in DAYS else MONTHS
        if any(other[1] in known.calendar and other[1] in names for other in named):
            return
        near = _near(sentence)
        for line in known.lines:
            met = names is DAYS and line is known.lines[0] and _PAST.search(words)
            if line.calendar & set(names) and (met or _shared(near, line) >= 1.5 and not _AHEAD.search(words)):
                yield Contradiction(sentence.start + match.start(), sentence.start + match.end(), line.text)
                return


def _counts(sentence: Sentence, known: _Known) -> Iterator[Contradiction]:
    for figure, after in figures_in(sentence.keys):
        if figure in known.figures or _NTH.fullmatch(figure) and (
                figure[:-2] in known.figures or _AHEAD.search(sentence.folded)):
            continue
        near = _near(sentence)
        heads = _heads(sentence.keys[after:])
        token = sentence.tokens[after - 1]
        for line in known.lines:
            year = line.years and _YEAR.fullmatch(figure)
            dated = line.nths and _NTH.fullmatch(figure)
            counted = figure.isdecimal() and _is_miscounted(int(figure), heads, line)
            if (year or dated or counted) and _shared(near, line) >= (1 if year else 1.5):
                yield Contradiction(token.start, token.end, line.text)


def _is_miscounted(number: int, heads: frozenset[str], line: _Line) -> bool:
    """Whether the line counts one of the same things, and comes to another number, beyond what rounding does."""
    counts = [count for count, counted in line.counts if counted & heads]
    return bool(counts) and all(abs(count - number) > _ROUNDED * count for count in counts)


def _names(sentence: Sentence, forms: dict[str, str], right: Set[str], known: _Known) -> Iterator[Contradiction]:
    initials = {form[0] for form in forms}
    for token in sentence.tokens[1:]:
        if token.key[0] not in initials or token.key in right:
            continue
        if not (sentence.text[token.start - sentence.start].isupper() and weight(token.key)):
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
