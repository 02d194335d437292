"""Boosted trees, told by the standard library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .linear import logistic


@dataclass(frozen=True)
class Trees:
    """The boosted trees of one name, their nodes one after the other in flat arrays.

    A node asks whether the value of its ``feature`` is at most its ``threshold``: then the next node follows, else the
    one ``skip`` further on. At a leaf ``feature`` is negative and ``threshold`` is what the leaf adds to the log-odds.
    ``roots`` are the nodes that the trees begin with, ``bias`` is where the sum starts.
    """

    roots: Sequence[int]
    feature: Sequence[int]
    threshold: Sequence[float]
    skip: Sequence[int]
    bias: float

    def probability(self, values: Sequence[float]) -> float:
        """The probability of the name, given the values of all features."""
        feature, threshold, skip = self.feature, self.threshold, self.skip
        odds = self.bias
        for node in self.roots:
            while (asked := feature[node]) >= 0:
                node += 1 if values[asked] <= threshold[node] else skip[node]
            odds += threshold[node]
        return logistic(odds)
