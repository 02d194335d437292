"""Text to sentences and words, each with its exact place in what was written.

Every offset counts characters of the text as it was given: folding changes
characters one for one and never their number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

ANALYSED = 20_000
"""How many characters are analysed; what stands after them is not read."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[ap]m|h)?(?!\w)|\d+|[?!]")
_ALIKE = str.maketrans("’‘`´“”„«»–—‐‑\u00a0\u202f", "''''\"\"\"\"\"----  ")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+|[;](?=\s)")
_BEFORE, _INITIALS = re.compile(r"[\w.]*$"), re.compile(r"\w\.\w")
_SHORT = {"mr", "mrs", "ms", "dr", "prof", "rev", "st", "no", "e.g", "i.e", "etc", "vs", "approx", "jan", "feb", "mar",
          "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "weds", "thu",
          "thur", "thurs", "fri", "sat", "sun", "fr", "w", "tel", "min", "hr"}


class Token(NamedTuple):
    """One word, number, question mark or exclamation mark; ``key`` is folded and bare of apostrophes."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence or line: ``text[start:end]`` of the draft, and its words."""

    index: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def folded(self) -> str:
        """Its text as ``fold`` gives it."""
        return fold(self.text)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its tokens."""
        return tuple([token.key for token in self.tokens])

    @cached_property
    def asks(self) -> bool:
        """Whether a question mark stands in it."""
        return "?" in self.keys

    @cached_property
    def words(self) -> int:
        """The number of its words and figures."""
        return len(self.keys) - self.keys.count("?") - self.keys.count("!")


_UNLIKE = frozenset({"we'll", "we're", "we'd", "she'll", "he'll", "she'd"})


def bare(word: str) -> str:
    """A folded word without apostrophes, save where that would make another word of it ("we'll", "well")."""
    return word if word in _UNLIKE else word.replace("'", "")


@lru_cache(maxsize=32)  # the whole of a draft is folded for one question after the other
def fold(text: str) -> str:
    """Lower case with plain quotes and dashes, of exactly the same length as ``text``."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if lowered.isascii() and "`" not in lowered:  # nothing else in ASCII is replaced
        return lowered
    return lowered.translate(_ALIKE)


_SPAN = re.Match.span
_made = tuple.__new__  # a named tuple's own way takes twice the time, and a draft has hundreds of words


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The words of ``text`` in order; ``offset`` is where it starts in the draft."""
    folded, found = fold(text), []
    for start, end in map(_SPAN, _WORD.finditer(folded)):
        word = folded[start:end]
        found.append(_made(Token, (bare(word) if "'" in word else word, offset + start, offset + end)))
    return tuple(found)


def sentences(text: str, words: tuple[Token, ...] | None = None) -> tuple[Sentence, ...]:
    """The sentences and lines of ``text`` that hold at least one word; ``words`` are its tokens where they are known."""
    found, words, at = [], tokens(text) if words is None else words, 0
    for start, end in _bounds(text):
        first = at
        while at < len(words) and words[at].start < end:
            at += 1
        if at > first:
            found.append(Sentence(len(found), start, end, text[start:end], words[first:at]))
    return tuple(found)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences and lines of ``text`` stand, those without a word left out."""
    return tuple((start, end) for start, end in _bounds(text) if _HAS_WORD.search(text, start, end))


_HAS_WORD = re.compile(r"\w")


def _bounds(text: str):
    start = 0
    for mark in _END.finditer(text):
        if mark.group() == "." and _is_short_form(text, mark.start()):
            continue
        yield _trimmed(text, start, mark.end())
        start = mark.end()
    yield _trimmed(text, start, len(text))


def _is_short_form(text: str, stop: int) -> bool:
    word = _BEFORE.search(text, max(0, stop - 12), stop).group().lower()
    return word in _SHORT or (len(word) == 1 and word.isalpha() and word != "i") or bool(_INITIALS.fullmatch(word))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end].lstrip()
    return end - len(piece), end - len(piece) + len(piece.rstrip())


def within_one_edit(word: str, other: str) -> bool:
    """Whether one typing slip (a letter more, less, wrong, or two swapped) makes ``word`` into ``other``."""
    if word == other:
        return True
    if abs(len(word) - len(other)) > 1:
        return False
    short, long = sorted((word, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1:]
    swapped = short[:at] + short[at + 1:at + 2] + short[at:at + 1] + short[at + 2:]
    return short[at + 1:] == long[at + 1:] or swapped == long
