"""What was fitted, as the plain numbers of a weights file."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy
from fitting import LinearModels
from sklearn.ensemble import GradientBoostingClassifier

from rapport.estimating.weights import pack

LARGEST = 127
"""Weights of the linear models are signed bytes, scaled for each target."""


def weights_file(version: str, marks: tuple[LinearModels, list[str]] | None, draft: tuple[LinearModels, list[str]],
                 features: list[str], forest: dict[str, GradientBoostingClassifier | None], decisions: dict) -> bytes:
    """The bytes of a weights file; ``marks`` and ``draft`` come with the names of their targets."""
    arrays: list[array] = []
    header = {"version": version, "marks": _linear(*marks, arrays) if marks else None,
              "draft": _linear(*draft, arrays), "features": features} | decisions
    header["trees"] = _trees({name: model for name, model in forest.items() if model is not None}, arrays)
    return pack(header, arrays)


def _linear(models: LinearModels, names: list[str], arrays: list[array]) -> dict:
    grams = sorted(models.vectorizer.vocabulary_, key=models.vectorizer.vocabulary_.get)
    columns = [numpy.zeros(len(grams)) if model is None else model.coef_[0] for model in models.models]
    scales = [float(abs(column).max()) / LARGEST or 1.0 for column in columns]
    table = numpy.column_stack([numpy.rint(column / scale) for column, scale in zip(columns, scales)])
    arrays.append(array("f", models.vectorizer.idf_.tolist()))
    arrays.append(array("b", table.astype("int8").ravel().tolist()))
    biases = [_log_odds(share) if model is None else float(model.intercept_[0])
              for model, share in zip(models.models, models.shares)]
    return {"names": names, "grams": "\n".join(grams), "scale": scales, "bias": biases}


def _log_odds(share: float) -> float:
    return float(numpy.log(max(share, 1e-6) / (1 - share)))


def _trees(forest: dict[str, GradientBoostingClassifier], arrays: list[array]) -> list[dict]:
    feature, threshold, skip, roots = array("h"), array("f"), array("b"), array("i")
    headers = []
    for name, model in forest.items():
        for stage in model.estimators_[:, 0]:
            roots.append(len(feature))
            for node in _nodes(stage.tree_, model.learning_rate):
                feature.append(node[0])
                threshold.append(node[1])
                skip.append(node[2])
        start = float(model.init_.class_prior_[1])
        headers.append({"name": name, "trees": len(model.estimators_), "bias": _log_odds(start)})
    arrays += [feature, threshold, skip, roots]
    return headers


def _nodes(tree, rate: float) -> Iterable[tuple[int, float, int]]:
    """(feature, threshold, distance to the right child) of each node; a leaf has feature -1 and what it adds."""
    for node in range(tree.node_count):
        right = int(tree.children_right[node])
        if right < 0:
            yield -1, rate * float(tree.value[node, 0, 0]), 0
        elif int(tree.children_left[node]) != node + 1:
            raise ValueError("the left child of a node is not the next node")
        else:
            yield int(tree.feature[node]), float(tree.threshold[node]), right - node
