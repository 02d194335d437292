"""What was fitted, as the plain numbers of a weights file."""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy
from fitting import Boosted, LinearModels
from questions import Node, questions
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier

from rapport.estimating.steps import thresholds_in_steps
from rapport.estimating.weights import pack

LARGEST = 127
"""Weights of the linear models are signed bytes, scaled for each target."""
NO_SIDE = -1
"""What a leaf has for its low side."""


class Columns(NamedTuple):
    """Linear models as numbers: for each n-gram its inverse document frequency and a row of signed weights."""

    names: list[str]
    grams: list[str]
    rarity: numpy.ndarray
    table: numpy.ndarray
    scale: list[float]
    bias: list[float]


class Grown(NamedTuple):
    """The boosted trees of one target: where the log-odds start, and the nodes of each tree, a branch's low side at the
    next place, its high side so many places on."""

    name: str
    bias: float
    trees: list[list[Node]]


def weights_file(version: str, marks: tuple[LinearModels, list[str]] | None, draft: tuple[LinearModels, list[str]],
                 features: list[str], forest: dict[str, Boosted | None], decisions: dict) -> bytes:
    """The bytes of a weights file; ``marks`` and ``draft`` come with the names of their targets."""
    trees = [grown(name, boosted) for name, boosted in forest.items() if boosted is not None]
    return laid_out(version, columns(*marks) if marks else None, columns(*draft), features, trees, decisions)


def laid_out(version: str, marks: Columns | None, draft: Columns, features: list[str], forest: list[Grown],
             decisions: dict) -> bytes:
    """The bytes of a weights file. The n-grams of the marks alone stand first, then those of both, then the others'."""
    both = set(marks.grams if marks else ()) & set(draft.grams)
    alone = sorted(set(marks.grams) - both) if marks else []
    grams = alone + sorted(both) + sorted(set(draft.grams) - both)
    arrays: list[array] = []
    header = {"version": version, "marks": _linear(marks, grams, 0, arrays) if marks else None,
              "draft": _linear(draft, grams, len(alone), arrays), "features": features} | decisions
    header["trees"] = [{"name": tree.name, "trees": len(tree.trees), "bias": tree.bias} for tree in forest]
    thresholds, *others = questions([nodes for tree in forest for nodes in tree.trees], len(features))
    arrays += [thresholds_in_steps(thresholds), *others]
    return pack(header, grams, arrays)


def _linear(models: Columns, grams: list[str], start: int, arrays: list[array]) -> dict:
    """The header of some linear models, whose n-grams stand in ``grams`` from ``start`` on in one piece."""
    place = {gram: at for at, gram in enumerate(models.grams)}
    order = [place[gram] for gram in grams[start:start + len(place)]]
    arrays.append(array("f", models.rarity[order].tolist()))
    arrays.append(array("b", models.table[order].astype("int8").ravel().tolist()))
    return {"names": models.names, "first": start + 1, "scale": models.scale, "bias": models.bias}


def columns(models: LinearModels, names: list[str]) -> Columns:
    """Linear models as numbers, for targets of these names."""
    grams = sorted(models.vectorizer.vocabulary_, key=models.vectorizer.vocabulary_.get)
    weights = [numpy.zeros(len(grams)) if model is None else model.coef_[0] for model in models.models]
    scales = [float(abs(column).max()) / LARGEST or 1.0 for column in weights]
    table = numpy.column_stack([numpy.rint(column / scale) for column, scale in zip(weights, scales)])
    biases = [_log_odds(share) if model is None else float(model.intercept_[0])
              for model, share in zip(models.models, models.shares)]
    return Columns(names, grams, models.vectorizer.idf_, table, scales, biases)


def _log_odds(share: float) -> float:
    return float(numpy.log(max(share, 1e-6) / (1 - share)))


def grown(name: str, boosted: Boosted) -> Grown:
    """The trees of all growths of one target, each adding its share of the mean."""
    trees = [tree for model in boosted.models for tree in _trees(model, 1 / len(boosted.models))]
    return Grown(name, _log_odds(boosted.share), trees)


def _trees(model: GradientBoostingClassifier | HistGradientBoostingClassifier, rate: float) -> list[list[Node]]:
    """The trees of one growth, each leaf times ``rate``. Those of a binned one scikit-learn gives to nobody, so they
    are taken from where it keeps them."""
    if isinstance(model, HistGradientBoostingClassifier):
        kept = [stage.nodes for stage, in model._predictors]
        return [_nodes(0, numpy.where(tree["is_leaf"], NO_SIDE, tree["left"].astype(int)), tree["right"],
                       tree["feature_idx"], tree["num_threshold"], rate * tree["value"]) for tree in kept]
    rate *= model.learning_rate
    return [_nodes(0, tree.children_left, tree.children_right, tree.feature, tree.threshold,
                   rate * tree.value[:, 0, 0]) for tree in (stage.tree_ for stage in model.estimators_[:, 0])]


def _nodes(root: int, *tree: numpy.ndarray) -> list[Node]:
    """The nodes from ``root`` on, a low side always at the next place; ``tree`` is, for each node, its low side
    (negative at a leaf), its high side, feature, threshold, and what it adds as a leaf."""
    low, high, feature, threshold, adds = (column[root] for column in tree)
    if low < 0:
        return [Node(-1, float(adds), 0)]
    below, above = _nodes(int(low), *tree), _nodes(int(high), *tree)
    return [Node(int(feature), float(threshold), len(below) + 1), *below, *above]
