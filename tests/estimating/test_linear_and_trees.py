"""The arithmetic of the trained models, beside the same sums done plainly."""

from __future__ import annotations

from array import array
from math import log, sqrt
from random import Random

import pytest
from questions import Node, questions

from rapport.estimating import steps
from rapport.estimating.linear import OFFSET, RAISED, Linear, logistic
from rapport.estimating.trees import LEAVES, Forest
from rapport.estimating.vocabulary import Vocabulary
from rapport.estimating.weights import pack, unpack, weights

ROWS = Vocabulary("abcd")
SMALL = Linear(("one", "other"), 2, array("f", [1.0, 2.5, 0.75]),
               array("b", [5, -7, 127, -128, 0, 3]).tobytes().translate(RAISED), (0.01, 0.02), (0.5, -1.0))
"""A model that knows b, c and d."""


def plainly(model: Linear, rows: list[int]) -> list[float]:
    """The probabilities by the formula, with the weights as signed numbers."""
    signed, width = [byte - OFFSET for byte in model.weights], len(model.names)
    counts = {row - model.first: rows.count(row) for row in rows if model.knows(row)}
    values = {row: (1 + log(count)) * model.rarity[row] for row, count in counts.items()}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    sums = [sum(value * signed[row * width + at] for row, value in values.items()) for at in range(width)]
    return [logistic(total * scale / length + bias) for total, scale, bias in zip(sums, model.scale, model.bias)]


@pytest.mark.parametrize("text", ["", "x", "b", "a", "b c c d", "c" * 50, "dbx", "abcd"])
def test_a_linear_model_gives_what_the_formula_gives(text):
    rows = ROWS.known(text)
    assert SMALL.probabilities(rows) == pytest.approx(plainly(SMALL, rows), abs=1e-4)


def test_what_is_shared_may_be_added_up_once():
    whole = plainly(SMALL, [2, 3, 3, 4])
    assert SMALL.told(SMALL.sums([2]) + SMALL.sums([4, 3, 3])) == pytest.approx(whole, abs=1e-4)


def test_the_trained_models_give_what_the_formula_gives():
    trained = weights("message")
    for model in (trained.marks, trained.draft):
        rows = list(trained.rows.values())[::37]
        assert model.probabilities(rows) == pytest.approx(plainly(model, rows), abs=1e-3)


def grown(nodes: list[list[Node]], features: int, bias: float = 0.0) -> Forest:
    """A forest of one name."""
    thresholds, widths, codes, low, high, leaves = questions(nodes, features)
    return Forest(("x",), (len(nodes),), (bias,), thresholds, widths, codes.tobytes(), low.tobytes(), high.tobytes(),
                  leaves)


def followed(nodes: list[Node], values: list[float]) -> float:
    """The leaf of a tree, found branch by branch."""
    at = 0
    while nodes[at].feature >= 0:
        at += 1 if values[nodes[at].feature] <= nodes[at].value else nodes[at].skip
    return nodes[at].value


def test_a_tree_follows_its_branches():
    tree = [Node(0, 0.5, 4), Node(1, 2.0, 2), Node(-1, 0.125, 0), Node(-1, 0.25, 0), Node(-1, 0.5, 0)]
    forest = grown([tree, tree], 2, bias=-0.1)
    for values, leaf in (([0.5, 2.0], 0.125), ([0.0, 2.1], 0.25), ([0.6, 0.0], 0.5)):
        assert forest.probabilities(values)["x"] == pytest.approx(logistic(2 * leaf - 0.1))


def test_many_trees_over_many_features_and_thresholds_follow_their_branches():
    chance = Random(5)

    def tree(depth: int) -> list[Node]:
        if not depth or chance.random() < 0.1:
            return [Node(-1, chance.randrange(-64, 64) / 64, 0)]
        low, high = tree(depth - 1), tree(depth - 1)
        feature = chance.choice([0, 3, 254, 255, 256, 599])
        return [Node(feature, chance.randrange(400) / 8, len(low) + 1), *low, *high]

    trees = [tree(3) for _ in range(500)]
    forest = grown(trees, 600)
    for _ in range(50):
        values = [chance.randrange(-1, 400) / 8 for _ in range(600)]
        assert forest.probabilities(values)["x"] == logistic(sum(followed(nodes, values) for nodes in trees))


def test_a_tree_that_asks_too_much_is_refused():
    leaf = Node(-1, 1.0, 0)
    deep = [leaf]
    for _ in range(4):
        deep = [Node(0, 0.5, len(deep) + 1), *deep, leaf]
    with pytest.raises(ValueError, match="three questions"):
        questions([deep], 1)


def test_a_weights_file_keeps_what_was_packed():
    linear = {"names": ["one"], "first": 1, "scale": [0.5], "bias": [0.25]}
    header = {"version": "v", "marks": None, "draft": linear, "features": ["f"], "asked": 0.2,
              "stated": 0.7, "certain": 1.5, "trees": [{"name": "label x", "trees": 1, "bias": 0.0}]}
    linears = [array("f", [1.0, 2.0]), array("b", [3, -4])]
    thresholds, *others = questions([[Node(-1, 0.5, 0)]], 1)
    trees = [steps.thresholds_in_steps(thresholds), *others]
    read = unpack(pack(header, ["a", "b ç"], [*linears, *trees]))
    assert read.rows == {"a": 1, "b ç": 2} and read.draft.weights == bytes([131, 124]) and read.certain == 1.5
    assert read.forest.probabilities([0.0])["label x"] == pytest.approx(logistic(0.5))


def test_thresholds_are_kept_nearly_and_in_their_order():
    thresholds = [1e-6, 0.1, 0.75, 300.5, -2.5, -1e-3, 0.0, 2e-3, 0.5, 0.5]
    kept = steps.thresholds(steps.thresholds_in_steps(thresholds)).tolist()
    assert kept == pytest.approx(thresholds, rel=2 ** -17, abs=0)
    assert all(have >= given for have, given in zip(kept, array("f", thresholds)))
    assert sorted(kept) == [kept[at] for at in sorted(range(len(kept)), key=thresholds.__getitem__)]


def test_leaves_are_kept_to_the_step():
    leaves = [0.3, -2.999, 0.0, 4.0]
    *_, kept = questions([[Node(-1, leaf, 0)] for leaf in leaves], 1)
    assert [step * steps.LEAF for step in kept[::LEAVES]] == pytest.approx(leaves, abs=2 ** -15)


def test_only_two_kinds_have_weights():
    with pytest.raises(KeyError):
        weights("letter")
