"""Trees as the questions that the reader puts to all of them at once (rapport/estimating/trees.py)."""

from __future__ import annotations

from array import array
from typing import NamedTuple

from rapport.estimating.steps import LEAF
from rapport.estimating.trees import GROUP, HALF, NEVER, QUESTIONS


class Node(NamedTuple):
    """A node of a tree: the ``feature`` that is compared with ``value``, and how far on its high side stands. A leaf
    has a negative feature; its value is what it adds."""

    feature: int
    value: float
    skip: int


def questions(trees: list[list[Node]], features: int) -> list[array]:
    """The thresholds, how many each feature has, the codes and the two halves of the ranks of all questions, and the
    leaves, as ``Forest`` has them. Raises ValueError for a tree that is deeper than its questions go."""
    full = [_full(nodes, 0, QUESTIONS) for nodes in trees]
    thresholds: list[list[float]] = [[] for _ in range(features)]
    for feature, value in sorted({pair for asked, _ in full for pair in asked if pair}):
        thresholds[feature].append(value)
    ranks = {(feature, value): (feature, rank) for feature, values in enumerate(thresholds)
             for rank, value in enumerate(values, 1)} | {None: (0, NEVER)}
    asked = [ranks[pairs[at]] for at in range(QUESTIONS) for pairs, _ in full]
    return [
        array("f", [value for values in thresholds for value in values]),
        array("H", map(len, thresholds)),
        array("B", [feature - start if 0 <= feature - start < GROUP else GROUP
                    for start in range(0, features, GROUP) for feature, _ in asked]),
        array("B", [rank % HALF for _, rank in asked]),
        array("B", [rank // HALF for _, rank in asked]),
        array("i", [round(leaf / LEAF) for _, leaves in full for leaf in leaves]),
    ]


def _full(nodes: list[Node], root: int, size: int) -> tuple[list[tuple[int, float] | None], list[float]]:
    """The ``size`` questions under a node, level by level, as (feature, threshold), and its leaves; where a branch
    ends early, None is asked and the leaf is repeated."""
    feature, value, skip = nodes[root]
    if feature < 0:
        return [None] * size, [value] * (size + 1)
    if not size:
        raise ValueError("a tree is deeper than three questions")
    low, low_leaves = _full(nodes, root + 1, size // 2)
    high, high_leaves = _full(nodes, root + skip, size // 2)
    own = (feature, array("f", [value])[0])  # as exact as it is stored
    return [own, *low[:1], *high[:1], *low[1:], *high[1:]], low_leaves + high_leaves
