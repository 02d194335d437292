"""Answers of different learners to the same brief that are nearly the same, for a person to judge.

Likeness is the share of words that both have in the same order (rapidfuzz's
``ratio`` on words: twice the longest common subsequence by the sum of both
lengths), from 0 to 100. The threshold was set on the drafts in ``training/``:
of 43,476 pairs that were written apart on the same brief the likest reach 47 (half
of all stay below 17, one in a hundred exceeds 30); of 3,137 pairs of which most are
one draft with a sentence or two changed, four in five reach 60. Those drafts
are the work of language models.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from ...answers import SCENE, is_untouched
from .gathered import Gathered, Read

THRESHOLD = 60
FEWEST_WORDS = 8
"""Shorter answers can be the same by chance."""
SHARED_RUN = 3
"""So many words in a row, the same in both, are marked."""
MOST_SHOWN, MOST_LISTED = 15, 60
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FIRST_LETTER = 0xF0000
"""Words are numbered from here, in Unicode's private planes, so that rapidfuzz compares them as letters."""


@dataclass(frozen=True)
class Alike:
    """Two answers and how like they are, 0 to 100; ``shared`` are the places of the shared words in each text."""

    one: Read
    other: Read
    likeness: float
    shared: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


class _Words:
    """Texts as strings with one letter a word, the same letter for the same word."""

    def __init__(self):
        self._letters: dict[str, str] = {}

    def letters(self, text: str) -> str:
        return "".join(self._letter(word) for word in words(text))

    def _letter(self, word: str) -> str:
        return self._letters.setdefault(word, chr(min(_FIRST_LETTER + len(self._letters), 0x10FFFF)))


def words(text: str) -> list[str]:
    """The words of a text without case and marks."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def likeness(one: str, other: str) -> float:
    """How like two texts are, word by word in order, from 0 to 100."""
    known = _Words()
    return fuzz.ratio(known.letters(one), known.letters(other))


def alike(found: Gathered) -> list[Alike]:
    """The pairs of different learners at or above the threshold, the likest first."""
    close = []
    for name in found.names:
        known = _Words()
        written = [(read, known.letters(read.answer.text)) for read in found.called(name) if _is_written(read)]
        for (one, first), (other, second) in combinations(written, 2):
            if min(len(first), len(second)) < FEWEST_WORDS:
                continue
            near = fuzz.ratio(first, second, score_cutoff=THRESHOLD)
            if near >= THRESHOLD:
                close.append(Alike(one, other, near, _shared(one.answer.text, other.answer.text, first, second)))
    return sorted(close, key=lambda pair: (-pair.likeness, pair.one.learner, pair.other.learner))


def linking(close: list[Alike]) -> list[Alike]:
    """The fewest pairs that show every answer beside one like it: none whose two answers are linked by closer pairs."""
    group: dict[tuple[str, str], set] = {}
    kept = []
    for pair in close:
        ends = [(read.learner, read.name) for read in (pair.one, pair.other)]
        first, second = (group.setdefault(end, {end}) for end in ends)
        if first is not second:
            kept.append(pair)
            first |= second
            group.update(dict.fromkeys(second, first))
    return kept


def _is_written(read: Read) -> bool:
    """Whether somebody wrote it: transcripts of one scene are alike by nature."""
    return bool(read.answer.kind) and read.answer.kind != SCENE and not is_untouched(read.answer.text)


def _shared(one: str, other: str, first: str, second: str) -> tuple:
    """The places, as characters from and to, of the words that both have in a run."""
    runs = [code for code in Indel.opcodes(first, second) if code.tag == "equal"]
    long = [run for run in runs if run.src_end - run.src_start >= SHARED_RUN]
    return (
        _places(one, [(run.src_start, run.src_end) for run in long]),
        _places(other, [(run.dest_start, run.dest_end) for run in long]),
    )


def _places(text: str, runs: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found = list(_WORD.finditer(text))
    return tuple((found[start].start(), found[end - 1].end()) for start, end in runs)
