"""How hard a text is to read.

The measure is the Flesch–Kincaid grade (Kincaid and others, 1975), as textstat counts it: the two things that make a
text hard for somebody who reads English as a second language are long sentences and long words, and it looks at
nothing else. Lists of easy words, as Dale and Chall's, would hold “hoist” and “weir” against a scene that explains
them. textstat looks syllables up in a dictionary and leaves sentences of one or two words out of its count, so that
short answers in a talk (“Well.”, “I do.”) do not make the rest look easier than it is. Two things remain: a talk in
short sentences gets a low grade, so the limit is held by each passage too; and no formula sees whether a text is good.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import mean

import textstat

from rapport.reading.text import sentences

HIGHEST_GRADE = 8
"""What people read with ease after about eight years of school in English."""
PASSAGE = 25
"""Passages with fewer words are graded only within the whole text: a formula says nothing about ten words."""
LONGEST_SENTENCE = 40
LONGEST_MEAN = 16
"""Words a sentence."""

_PLAIN = str.maketrans("’‘“”–—-", "''\"\"   ")
_WORD = re.compile(r"[^\W\d_][\w']*")
_WITHIN = re.compile(r"(?<=[\w,] )[^\W\d_][\w']*")
_STAND_IN = "Ann"


def faults(passages: Iterable[str]) -> Iterator[str]:
    """What makes a text of these passages too hard, in words for its author."""
    ended = [_ended(passage) for passage in passages]
    known = names(" ".join(ended))
    for passage in (" ".join(ended), *(passage for passage in ended if _words(passage) >= PASSAGE)):
        if (found := grade(passage, known)) > HIGHEST_GRADE:
            yield f"Grade {found:.1f}, at most {HIGHEST_GRADE}; take shorter sentences, plainer words: {passage[:300]}"
    found = [sentence for passage in ended for sentence in sentences(passage)]
    for sentence in found:
        if sentence.words > LONGEST_SENTENCE:
            yield f"{sentence.words} words in one sentence, at most {LONGEST_SENTENCE}; make two of it: {sentence.text}"
    if (average := mean(sentence.words for sentence in found)) > LONGEST_MEAN:
        yield f"{average:.1f} words a sentence, at most {LONGEST_MEAN}; shorten some."


def grade(text: str, known: frozenset[str] = frozenset()) -> float:
    """The Flesch–Kincaid grade of a text.

    A name counts as a word of one syllable, wherever it comes from: within a sentence every word with a capital is one
    (weekdays and months too, over which nobody stumbles), at its beginning every word of ``known``.
    """
    line = _WITHIN.sub(lambda word: _STAND_IN if _is_name(word[0]) else word[0], _ended(text))
    return textstat.flesch_kincaid_grade(_WORD.sub(lambda word: _STAND_IN if word[0] in known else word[0], line))


def names(text: str) -> frozenset[str]:
    """The words that are names even where they begin a sentence: within one they have a capital, and never none."""
    line = _ended(text)
    small = {word for word in _WORD.findall(line) if word.islower()}
    return frozenset(word for word in _WITHIN.findall(line) if _is_name(word) and word.lower() not in small)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.partition("'")[0] != "I"


def _ended(passage: str) -> str:
    """A passage on one line with plain quotation marks, blanks for hyphens and dashes, and a full stop at the end."""
    line = " ".join(passage.translate(_PLAIN).split())
    return line if re.search(r"[.!?…][\"')]*$", line) else f"{line}."


def _words(passage: str) -> int:
    return sum(sentence.words for sentence in sentences(passage))
