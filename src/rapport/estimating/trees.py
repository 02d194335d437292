"""Boosted trees, told by the standard library.

Every tree asks three questions, one after the other: whether a feature lies above a threshold. The same question of
all trees is answered at once, side by side in long whole numbers, one byte a tree; so are the leaves then chosen, and
what they add is added up. This takes a tenth of the time of following each tree, and of the memory.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice, repeat
from operator import sub

from .linear import logistic
from .steps import LEAF

QUESTIONS, LEAVES = 7, 8
"""A tree's questions: the first, the two that may follow it, and the four that may follow these; and its leaves."""
GROUP = 255
"""So many features have a code of their own in one byte; the code after them stands for a feature of another group."""
HALF = 128
"""Ranks are compared in two halves of seven bits, so that the eighth bit of a byte is left for the answer."""
NEVER = HALF * HALF - 1
"""A rank that no value reaches: a question whose answer is always no, where a branch ends early."""
TOGETHER = 8
"""So many trees of a name are first added up; to a name with fewer, trees are joined that add nothing."""
PLANES = 4
"""What a leaf adds is a whole number of so many bytes."""


@dataclass(frozen=True)
class Forest:
    """The boosted trees of several ``names``, ``counts`` trees for each; the sum of the log-odds starts at its ``bias``.

    ``thresholds`` are those of the first feature in rising order, then those of the second and so on; ``widths`` is how
    many each feature has. The questions stand in this order: the first of all trees, the second of all trees and so
    on. ``codes`` gives the feature of each within its group of features, once for every group; ``low`` and ``high`` are
    the halves of the rank that the feature's value must reach, that is how many thresholds must lie below it.
    ``leaves`` is what the leaves add to the log-odds, tree by tree, in steps of LEAF.
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]
    bias: tuple[float, ...]
    thresholds: array
    widths: Sequence[int]
    codes: bytes
    low: bytes
    high: bytes
    leaves: array

    def probabilities(self, values: Sequence[float]) -> dict[str, float]:
        """The probability of each name, given the values of all features."""
        sums = self._added(self._answers(self._ranks(values)))
        least, _ = self._planes
        return {name: logistic((sum(islice(sums, -(-count // TOGETHER))) + least * count) * LEAF + bias)
                for name, count, bias in zip(self.names, self.counts, self.bias)}

    def _ranks(self, values: Sequence[float]) -> list[int]:
        """For each feature how many of its thresholds lie below its value."""
        starts, ends, thresholds = self._spans
        return list(map(sub, map(bisect_left, repeat(thresholds), values, starts, ends), starts))

    def _answers(self, ranks: list[int]) -> list[int]:
        """For each question of all trees a byte a tree, 255 where the feature's rank reaches what is asked. As in a
        subtraction on paper, the low halves lend to the high ones; the eighth bit, set before, is still there where
        nothing had to be lent."""
        lower = _tables([rank % HALF for rank in ranks])
        higher = _tables([rank // HALF for rank in ranks])
        eighth, asked = self._asked
        answers = []
        for codes, low, high in asked:
            lent = (_spread(codes, lower) | eighth) - low
            left = (_spread(codes, higher) | eighth) + ((lent & eighth) >> 7) - high & eighth
            answers.append((left << 1) - (left >> 7))
        return answers

    def _added(self, answers: list[int]) -> Iterator[int]:
        """What the leaves add that the answers lead to, TOGETHER trees at a time."""
        size, total = self._size, 0
        for at, rows in enumerate(self._planes[1]):
            for asked in (answers[3:], answers[1:3], answers[:1]):
                rows = [low ^ (low ^ high) & yes for low, high, yes in zip(rows[::2], rows[1::2], asked)]
            chosen, = rows
            for bits, mask in self._masks:
                chosen = (chosen & mask) + (chosen >> bits & mask)
            total += chosen << 8 * at
        return iter(memoryview(total.to_bytes(size, "little")).cast("Q"))

    @cached_property
    def _spans(self) -> tuple[list[int], list[int], list[float]]:
        """Where the thresholds of each feature begin, where they end, and all thresholds made numbers of."""
        ends = [0, *accumulate(self.widths)]
        return ends[:-1], ends[1:], self.thresholds.tolist()

    @cached_property
    def _asked(self) -> tuple[int, list[tuple[list[bytes], int, int]]]:
        """The eighth bits, and of each question the codes by groups of features, the low halves of what is asked, and
        the high ones with 1 more each, for what they have to lend."""
        low, high = self._rows(self.low), self._rows(self.high)
        codes = self._rows(self.codes)
        more = int.from_bytes(b"\1" * self._size, "little")
        return more << 7, [
            (codes[at::QUESTIONS], int.from_bytes(low[at], "little"), int.from_bytes(high[at], "little") + more)
            for at in range(QUESTIONS)]

    @cached_property
    def _planes(self) -> tuple[int, list[list[int]]]:
        """The least that a leaf adds, and the bytes of what each adds beyond that: the first byte of all trees leaf by
        leaf, then the second, and so on."""
        least = min(self.leaves)
        numbers = array("I", [leaf - least for leaf in self.leaves])
        plain = numbers.tobytes() if sys.byteorder == "little" else numbers.byteswap() or numbers.tobytes()
        bytes_of = [self._rows(b"".join(plain[PLANES * leaf + at::PLANES * LEAVES] for leaf in range(LEAVES)))
                    for at in range(PLANES)]
        return least, [[int.from_bytes(row, "little") for row in rows] for rows in bytes_of]

    @cached_property
    def _masks(self) -> list[tuple[int, int]]:
        """How neighbours are added up: 8 bits to 16, these to 32, these to 64; with the places of the sums."""
        halves = [(bits, b"\xff" * (bits // 8) + b"\0" * (bits // 8)) for bits in (8, 16, 32)]
        return [(bits, int.from_bytes(half * (self._size // len(half)), "little")) for bits, half in halves]

    @cached_property
    def _size(self) -> int:
        """The number of all trees, with those that are joined."""
        return sum(-(-count // TOGETHER) * TOGETHER for count in self.counts)

    def _rows(self, numbers: bytes) -> list[bytes]:
        """Rows of one byte a tree, with a 0 for each tree that is joined."""
        ends = list(accumulate(self.counts))
        rows = [numbers[at:at + ends[-1]] for at in range(0, len(numbers), ends[-1])]
        return [b"".join(row[end - count:end].ljust(-(-count // TOGETHER) * TOGETHER, b"\0")
                         for end, count in zip(ends, self.counts)) for row in rows]


def _tables(halves: list[int]) -> list[bytes]:
    """By group of features a table from code to half rank, with 0 for the code of another group; empty where all half
    ranks are 0."""
    groups = [bytes(halves[start:start + GROUP]) for start in range(0, len(halves), GROUP)]
    return [group.ljust(256, b"\0") if any(group) else b"" for group in groups]


def _spread(codes: list[bytes], tables: list[bytes]) -> int:
    """The half rank of each tree's feature, a byte a tree."""
    spread = 0
    for each, table in zip(codes, tables):
        if table:
            spread |= int.from_bytes(each.translate(table), "little")
    return spread
