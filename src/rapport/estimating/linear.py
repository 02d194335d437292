"""Linear models over word n-grams: logistic regressions that share one vocabulary, told by the standard library."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import exp, log, sqrt
from typing import NamedTuple

FARTHEST = 30.0
"""Log-odds beyond this are as good as certain; exp() stays in range."""
FINENESS = 256
"""The value of an n-gram is rounded to this part of one, so that all sums are whole numbers."""
LANE, OFFSET = 4, 128
"""The weights of one n-gram stand side by side in one long whole number, so many bytes each, each raised by OFFSET so
that none is below zero, and a 1 after the last: one product and one sum then serve all models at once."""
RAISED = bytes((byte + OFFSET) & 255 for byte in range(256))
"""A table from signed bytes to raised ones."""
KEPT = 24_000
"""So many n-grams are kept with their products. Most words of a text are among the commonest."""


def logistic(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))


class Sums(NamedTuple):
    """Of some n-grams: the raised weights of all names, lane by lane, what raised them, and the squared length."""

    total: int
    squares: float


@dataclass(frozen=True)
class Linear:
    """Logistic regressions for ``names`` over n-grams weighted by log term frequency and inverse document frequency.

    N-grams are given by their rows in the vocabulary; the model knows those from ``first`` on for which ``rarity`` has
    an inverse document frequency. ``weights`` holds one raised byte a row and name; without what raised it, it is to be
    multiplied by the name's ``scale``. ``bias`` is the intercept of each name.
    """

    names: tuple[str, ...]
    first: int
    rarity: array
    weights: bytes
    scale: tuple[float, ...]
    bias: tuple[float, ...]

    def knows(self, row: int) -> bool:
        """Whether the n-gram of this row is one of the model's."""
        return 0 <= row - self.first < len(self.rarity)

    def probabilities(self, rows: Iterable[int], shared: Sums | None = None) -> list[float]:
        """The probability of each name for a text with the n-grams of these rows, in the order of ``names``.

        ``shared`` are the sums of other n-grams of the same text, none of which is in ``rows``.
        """
        total, squares = self.sums(rows)
        if shared:
            total, squares = total + shared.total, squares + shared.squares
        width = len(self.names)
        *sums, weight = memoryview(total.to_bytes(LANE * (width + 1), "little")).cast("I")
        length = FINENESS * (sqrt(squares) or 1.0)
        low = OFFSET * weight
        odds = [(raised - low) * scale / length + bias for raised, scale, bias in zip(sums, self.scale, self.bias)]
        return [1 / (1 + exp(-each)) if -FARTHEST < each < FARTHEST else logistic(each) for each in odds]

    def sums(self, rows: Iterable[int]) -> Sums:
        """What the n-grams of these rows add up to; one the model does not know adds nothing."""
        terms = self._terms
        if len(terms) > KEPT:
            terms.clear()
        total, squares = 0, 0.0
        for product, square in map(terms.__getitem__, Counter(rows).items()):
            total += product
            squares += square
        return Sums(total, squares)

    @cached_property
    def _terms(self) -> _Terms:
        return _Terms(self)


class _Terms(dict):
    """For a row and how often it occurs what it adds to the sums, made when it is first asked for."""

    def __init__(self, model: Linear) -> None:
        self.model = model

    def __missing__(self, counted: tuple[int, int]) -> Sums:
        self[counted] = made = self._made(*counted)
        return made

    def _made(self, row: int, count: int) -> Sums:
        model = self.model
        if not model.knows(row):
            return _NOTHING
        at, width = row - model.first, len(model.names)
        value = model.rarity[at] if count == 1 else (1 + log(count)) * model.rarity[at]
        spaced = bytearray(LANE * width) + b"\1"
        spaced[:-1:LANE] = model.weights[at * width:(at + 1) * width]
        return Sums(int(value * FINENESS + 0.5) * int.from_bytes(spaced, "little"), value * value)


_NOTHING = Sums(0, 0.0)
