"""Linear models over word n-grams: logistic regressions that share one vocabulary, told by the standard library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log, sqrt
from typing import NamedTuple

FARTHEST = 30.0
"""Log-odds beyond this are as good as certain; exp() stays in range."""
FINENESS = 256
"""The value of an n-gram is rounded to this part of one, so that all sums are whole numbers."""
LANE, OFFSET = 4, 128
"""The weights of one n-gram stand side by side in one long whole number, so many bytes each, each raised by OFFSET so
that none is below zero: one product and one sum then serve all models at once."""


def logistic(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))


class Sums(NamedTuple):
    """Of some n-grams: the raised weights of all names, lane by lane, what raised them, and the squared length."""

    total: int
    weight: int
    squares: float


@dataclass(frozen=True)
class Linear:
    """Logistic regressions for ``names`` over n-grams weighted by log term frequency and inverse document frequency.

    ``rows`` gives each n-gram its row; ``rarity`` its inverse document frequency. ``weights`` holds one signed byte a
    row and name, to be multiplied by the name's ``scale``; ``bias`` is the intercept of each name.
    """

    names: tuple[str, ...]
    rows: dict[str, int]
    rarity: tuple[float, ...]
    weights: bytes
    scale: tuple[float, ...]
    bias: tuple[float, ...]
    _lanes: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def probabilities(self, grams: Iterable[str], shared: Sums | None = None) -> list[float]:
        """The probability of each name for a text with these n-grams, in the order of ``names``.

        ``shared`` are the sums of other n-grams of the same text, none of which is in ``grams``.
        """
        total, weight, squares = self.sums(grams)
        if shared:
            total, weight, squares = total + shared.total, weight + shared.weight, squares + shared.squares
        sums = memoryview(total.to_bytes(LANE * len(self.names), "little")).cast("I")
        length = FINENESS * (sqrt(squares) or 1.0)
        low = OFFSET * weight
        parts = zip(sums, self.scale, self.bias)
        return [logistic((raised - low) * scale / length + bias) for raised, scale, bias in parts]

    def sums(self, grams: Iterable[str]) -> Sums:
        """What these n-grams add up to."""
        counts: dict[int, int] = {}
        rows = self.rows
        for gram in grams:
            row = rows.get(gram)
            if row is not None:
                counts[row] = counts.get(row, 0) + 1
        total = weight = 0
        squares = 0.0
        for row, count in counts.items():
            value = self.rarity[row] if count == 1 else (1 + log(count)) * self.rarity[row]
            squares += value * value
            whole = int(value * FINENESS + 0.5)
            weight += whole
            total += whole * (self._lanes.get(row) or self._lane(row))
        return Sums(total, weight, squares)

    def _lane(self, row: int) -> int:
        """The weights of a row as one whole number, made once."""
        width = len(self.names)
        spaced = bytearray(LANE * width)
        spaced[::LANE] = bytes((byte + OFFSET) & 255 for byte in self.weights[row * width:(row + 1) * width])
        made = self._lanes[row] = int.from_bytes(spaced, "little")
        return made
