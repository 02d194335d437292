"""Boosted trees, told by the standard library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .linear import logistic

Node: TypeAlias = "float | tuple[int, float, Node, Node]"
"""A leaf, that is what it adds to the log-odds; or a feature, a threshold, and the nodes for a value of at most the
threshold and for a greater one."""


@dataclass(frozen=True)
class Trees:
    """The boosted trees of one name; the sum of the log-odds starts at ``bias``."""

    roots: tuple[Node, ...]
    bias: float

    def probability(self, values: Sequence[float]) -> float:
        """The probability of the name, given the values of all features."""
        odds = self.bias
        for node in self.roots:
            while node.__class__ is tuple:
                feature, threshold, low, high = node
                node = low if values[feature] <= threshold else high
            odds += node
        return logistic(odds)


def grown(feature: Sequence[int], threshold: Sequence[float], skip: Sequence[int], root: int) -> Node:
    """The tree whose root stands at ``root`` of three flat arrays: after a node stands its low branch, and ``skip``
    further on its high branch; a leaf has a negative feature and its value for a threshold."""
    if feature[root] < 0:
        return threshold[root]
    low, high = (grown(feature, threshold, skip, root + step) for step in (1, skip[root]))
    return feature[root], threshold[root], low, high
