"""Numbers in words and in figures: "three hundred and forty" is 340, and so is "340"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " \
        "eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {word: number for number, word in enumerate(_ONES.split(), 1)} \
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
"""The numbers that are one word, up to ninety."""
_BEGINS = frozenset((*VALUES, "hundred", "thousand"))
_LONGEST = 12
"""A longer row of figures counts nothing; Python would refuse to make a number of a very long one."""


def figures_in(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each number among folded words, as figures, and the place of the word after it.

    A word that only begins with a figure ("12th", "9.30") comes as it is. "One" alone counts nothing: it is most often
    no number.
    """
    after = 0
    for at in [at for at, word in enumerate(words) if word in _BEGINS or word[:1].isdecimal()]:
        if at < after:
            continue
        value, after = _spelled(words, at)
        if words[at][:1].isdecimal():
            after = at + 1
            if len(words[at]) <= _LONGEST:
                yield words[at].replace(",", ""), after
        elif value > 1:
            yield str(value), after


def _spelled(words: Sequence[str], at: int) -> tuple[int, int]:
    """The number that is spelled from ``at`` on, and the place after it; ``at`` itself where there is none."""
    thousands, value = 0, 0
    while at < len(words):
        word, room = words[at], _room(value)
        if word in VALUES and VALUES[word] < room:
            value += VALUES[word]
        elif word == "hundred" and value < 100:
            value = 100 * (value or 1)
        elif word == "thousand" and not thousands:
            thousands, value = 1000 * (value or 1), 0
        elif not (word == "and" and value >= 100 and VALUES.get("".join(words[at + 1:at + 2]), room) < room):
            break
        at += 1
    return thousands + value, at


def _room(value: int) -> int:
    """What follows this number in words must be less than this: any number after nought, up to nine after twenty."""
    return 100 if not value % 100 else 10 if not value % 10 and value % 100 > 10 else 0
