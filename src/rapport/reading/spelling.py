"""Slips of the fingers: a word that nobody knows is read as the known word that it is one slip away from.

What is shown and quoted stays as it was written: only the key of a token changes, by which words are compared. Names
are not touched: a word with a capital is read as it stands, and so is every word of the brief.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from string import ascii_lowercase

from .brief import Brief
from .matter import stem
from .text import Token, tokens

SHORTEST = 3
"""A shorter word is read as it stands."""
SHORT, FAMILIAR = 4, 400
"""A word of fewer letters than SHORT is taken for a slip of one of the FAMILIAR commonest words only: too many others
are one letter away from it."""


def mended(words: tuple[Token, ...], text: str, brief: Brief) -> tuple[Token, ...]:
    """The tokens of the draft ``text`` with the keys of slipped words mended; the others are the same objects."""
    known, own = _known(), own_stems(brief)
    unknown = [at for at, word in enumerate(words) if word.key not in known and _may_slip(word, text)]
    if not unknown:
        return words
    found = list(words)
    for at in unknown:
        if stem(words[at].key) not in own:
            found[at] = words[at]._replace(key=_meant(words[at].key, brief))
    return tuple(found)


def _may_slip(word: Token, text: str) -> bool:
    return len(word.key) >= SHORTEST and word.key.isalpha() and text[word.start].islower()


@lru_cache(maxsize=256)
def own_stems(brief: Brief) -> frozenset[str]:
    """The stems of all words of a brief."""
    return frozenset(map(stem, own_words(brief)))


@lru_cache(maxsize=256)
def own_words(brief: Brief) -> frozenset[str]:
    """The folded words of a brief, its names among them."""
    return frozenset(token.key for line in brief.lines for token in tokens(line) if token.key.isalpha())


@lru_cache(maxsize=4096)
def _meant(key: str, brief: Brief) -> str:
    """The word of the brief, or else the commonest known word, that ``key`` is a slip of; ``key`` itself if none."""
    near, ranks = (_misplaced(key), _mistaken(key)), _ranks()
    last = FAMILIAR if len(key) < SHORT else len(ranks)
    for slips in near:
        if mine := sorted(word for word in slips & own_words(brief) if len(word) > SHORT):
            return mine[0]
    for slips in near:
        likely = [word for word in slips & ranks.keys() if len(word) >= SHORT and ranks[word] < last]
        if likely:
            return min(likely, key=ranks.__getitem__)
    return key


def slips_of(word: str) -> frozenset[str]:
    """The words that come of ``word`` by one slip after its first letter: two letters swapped, one left out, one too
    many, one wrong."""
    return (_misplaced(word) | _mistaken(word)) - {word}


def _misplaced(word: str) -> frozenset[str]:
    """Two letters swapped, one left out or one too many: the commonest slips."""
    parts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    swapped = {start + end[1] + end[0] + end[2:] for start, end in parts if len(end) > 1}
    return frozenset(swapped | {start + end[1:] for start, end in parts}
                     | {start + letter + end for start, end in parts for letter in ascii_lowercase})


def _mistaken(word: str) -> frozenset[str]:
    """One letter wrong."""
    return frozenset(word[:at] + letter + word[at + 1:] for at in range(1, len(word)) for letter in ascii_lowercase)


@cache
def _ranks() -> dict[str, int]:
    """The words that a slip may be read as, each with its rank: the commonest has the smallest."""
    return {word: rank for rank, word in enumerate(_lists()[0])}


@cache
def _known() -> frozenset[str]:
    """All words that are read as they stand."""
    common, alike = _lists()
    return frozenset(common).union(alike)


@cache
def _lists() -> tuple[list[str], list[str]]:
    source = resources.files(__package__).joinpath("known-words.txt").read_text(encoding="utf-8")
    common, _, alike = "\n".join(line for line in source.splitlines() if line[0] != "#").partition("----")
    return common.split(), alike.split()
