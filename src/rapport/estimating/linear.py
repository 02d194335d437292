"""Linear models over word n-grams: many logistic regressions that share one vocabulary, told by the standard library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

FARTHEST = 30.0
"""Log-odds beyond this are as good as certain; exp() stays in range."""


def logistic(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))


@dataclass(frozen=True)
class Linear:
    """Logistic regressions for ``names`` over n-grams weighted by log term frequency and inverse document frequency.

    ``rows`` gives each n-gram its row; ``rarity`` its inverse document frequency. ``weights`` holds one signed byte a
    row and name, to be multiplied by the name's ``scale``; ``bias`` is the intercept of each name.
    """

    names: tuple[str, ...]
    rows: dict[str, int]
    rarity: tuple[float, ...]
    weights: memoryview
    scale: tuple[float, ...]
    bias: tuple[float, ...]

    def probabilities(self, grams: Iterable[str]) -> list[float]:
        """The probability of each name for a text with these n-grams, in the order of ``names``."""
        counts = Counter(row for gram in grams if (row := self.rows.get(gram)) is not None)
        values = [(row, (1 + log(count)) * self.rarity[row]) for row, count in counts.items()]
        length = sqrt(sum(value * value for _, value in values)) or 1.0
        width, weights = len(self.names), self.weights
        sums = [0.0] * width
        for row, value in values:
            sums = [total + value * weight for total, weight in zip(sums, weights[row * width:(row + 1) * width])]
        parts = zip(sums, self.scale, self.bias)
        return [logistic(total * scale / length + bias) for total, scale, bias in parts]
