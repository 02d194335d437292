"""The arithmetic of the trained models, beside the same sums done plainly."""

from __future__ import annotations

from array import array
from math import log, sqrt

import pytest

from rapport.estimating.linear import Linear, logistic
from rapport.estimating.trees import Trees, grown
from rapport.estimating.weights import pack, unpack, weights

SMALL = Linear(("one", "other"), {"a": 0, "b": 1, "c": 2}, (1.0, 2.5, 0.7),
               array("b", [5, -7, 127, -128, 0, 3]).tobytes(), (0.01, 0.02), (0.5, -1.0))


def plainly(model: Linear, grams: list[str]) -> list[float]:
    """The probabilities by the formula, with the weights as signed numbers."""
    signed, width = array("b", model.weights), len(model.names)
    counts = {gram: grams.count(gram) for gram in grams if gram in model.rows}
    values = {gram: (1 + log(count)) * model.rarity[model.rows[gram]] for gram, count in counts.items()}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    sums = [sum(value * signed[model.rows[gram] * width + at] for gram, value in values.items()) for at in range(width)]
    return [logistic(total * scale / length + bias) for total, scale, bias in zip(sums, model.scale, model.bias)]


@pytest.mark.parametrize("grams", [[], ["x"], ["a"], ["a", "b", "b", "c"], ["b"] * 50, ["c", "a", "x"]])
def test_a_linear_model_gives_what_the_formula_gives(grams):
    assert SMALL.probabilities(grams) == pytest.approx(plainly(SMALL, grams), abs=1e-4)


def test_what_is_shared_may_be_added_up_once():
    whole = plainly(SMALL, ["a", "b", "b", "c"])
    assert SMALL.probabilities(["a"], SMALL.sums(["c", "b", "b"])) == pytest.approx(whole, abs=1e-4)


def test_the_trained_models_give_what_the_formula_gives():
    model = weights("message").draft
    grams = list(model.rows)[::37]
    assert model.probabilities(grams) == pytest.approx(plainly(model, grams), abs=1e-3)


def test_a_tree_follows_its_branches():
    tree = grown([0, 1, -1, -1, -1], [0.5, 2.0, 0.1, 0.2, 0.4], [4, 2, 0, 0, 0], 0)
    trees = Trees((tree, tree), -0.1)
    for values, leaf in (([0.5, 2.0], 0.1), ([0.0, 2.1], 0.2), ([0.6, 0.0], 0.4)):
        assert trees.probability(values) == pytest.approx(logistic(2 * leaf - 0.1))


def test_a_weights_file_keeps_what_was_packed():
    linear = {"names": ["one"], "grams": "a\nb c", "scale": [0.5], "bias": [0.25]}
    header = {"version": "v", "marks": None, "draft": linear, "features": ["f"], "asked": 0.2,
              "stated": 0.7, "certain": 1.5, "trees": [{"name": "label x", "trees": 1, "bias": 0.0}]}
    linears = [array("f", [1.0, 2.0]), array("b", [3, -4])]
    arrays = [*linears, array("h", [-1]), array("f", [0.5]), array("b", [0]), array("i", [0])]
    read = unpack(pack(header, arrays))
    assert read.draft.rows == {"a": 0, "b c": 1} and read.draft.weights == b"\x03\xfc"
    assert read.trees["label x"].probability([0.0]) == pytest.approx(logistic(0.5)) and read.certain == 1.5


def test_only_two_kinds_have_weights():
    with pytest.raises(KeyError):
        weights("letter")
