"""Linear models over word n-grams: logistic regressions that share one vocabulary, told by the standard library."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import exp, log, sqrt

FARTHEST = 30.0
"""Log-odds beyond this are as good as certain; exp() stays in range."""
FINENESS = 256
"""The value of an n-gram is rounded to this part of one, so that all sums are whole numbers."""
LANE, OFFSET = 4, 128
"""The weights of one n-gram stand side by side in one long whole number, so many bytes each, each raised by OFFSET so
that none is below zero, and a 1 after the last: one product and one sum then serve all models at once."""
SQUARES, SQUARED = 24, 2.0 ** 46
"""So many bytes above hold the sum of the squared values, each multiplied by this to be whole. An inverse document
frequency is at least 1 and stored in 24 bits, so that nothing of its square is lost."""
RAISED = bytes((byte + OFFSET) & 255 for byte in range(256))
"""A table from signed bytes to raised ones."""
KEPT = 24_000
"""So many n-grams are kept with their products. Most words of a text are among the commonest."""


def logistic(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))


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

    def probabilities(self, rows: Iterable[int]) -> list[float]:
        """The probability of each name for a text with the n-grams of these rows, in the order of ``names``."""
        return self.told(self.sums(rows))

    def told(self, total: int) -> list[float]:
        """The same for a text with these sums; sums of n-grams that differ may be added to each other."""
        lanes = LANE * (len(self.names) + 1)
        added = total.to_bytes(lanes + SQUARES, "little")
        *sums, weight = memoryview(added)[:lanes].cast("I")
        length = FINENESS * (sqrt(int.from_bytes(added[lanes:], "little") / SQUARED) or 1.0)
        low = OFFSET * weight
        against = [(low - raised) * scale / length - bias for raised, scale, bias in zip(sums, self.scale, self.bias)]
        if -FARTHEST < min(against) and max(against) < FARTHEST:
            return [1 / (1 + odds) for odds in map(exp, against)]
        return [logistic(-odds) for odds in against]

    def sums(self, rows: Iterable[int]) -> int:
        """What the n-grams of these rows add up to, in one number; one the model does not know adds nothing."""
        rows = list(rows)
        repeated = []
        if len(set(rows)) < len(rows):
            counts = Counter(rows)
            repeated = [counted for counted in counts.items() if counted[1] > 1]
            rows = [row for row, count in counts.items() if count == 1]
        return sum(map(self._once.__getitem__, rows)) + sum(map(self._often.__getitem__, repeated))

    @cached_property
    def _once(self) -> _Terms:
        return _Terms(self, lambda row: (row, 1.0))

    @cached_property
    def _often(self) -> _Terms:
        return _Terms(self, lambda counted: (counted[0], 1 + log(counted[1])))


class _Terms(dict):
    """What n-grams add to the sums, each made when it is first asked for; ``told`` gives an n-gram's row and its
    frequency from what is asked."""

    def __init__(self, model: Linear, told: Callable[..., tuple[int, float]]) -> None:
        self._model, self._told = model, told
        self._lanes = LANE * len(model.names)

    def __missing__(self, asked: int | tuple[int, int]) -> int:
        if len(self) > KEPT:
            self.clear()
        row, frequency = self._told(asked)
        term = self[asked] = self._made(row, frequency) if self._model.knows(row) else 0
        return term

    def _made(self, row: int, frequency: float) -> int:
        model, lanes = self._model, self._lanes
        at, width = row - model.first, lanes // LANE
        value = frequency * model.rarity[at]
        spaced = bytearray(lanes + 1)
        spaced[:-1:LANE] = model.weights[at * width:(at + 1) * width]
        spaced[lanes] = 1
        square = int(value * value * SQUARED + 0.5) << 8 * (lanes + LANE)
        return int(value * FINENESS + 0.5) * int.from_bytes(spaced, "little") + square
