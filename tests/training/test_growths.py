"""Trees that were grown several times say in the weights file what they said when they were fitted."""

from __future__ import annotations

import export
import fitting
import numpy
import pytest
from questions import questions

from rapport.estimating import steps
from rapport.estimating.trees import Forest

ROWS, COLUMNS = 200, 12


@pytest.mark.parametrize("kind", sorted(fitting.TREES))
def test_the_reader_adds_up_what_was_fitted(kind):
    chance = numpy.random.default_rng(3)
    values = chance.normal(size=(ROWS, COLUMNS)).astype("float32")
    boosted = fitting.trees(kind, values, (values[:, 0] * values[:, 1] + chance.normal(size=ROWS) > 0.5).astype(int))
    assert len(boosted.models) == len(fitting.TREES[kind])
    target = export.grown("x", boosted)
    thresholds, widths, codes, low, high, leaves = questions(target.trees, COLUMNS)
    kept = steps.thresholds(steps.thresholds_in_steps(thresholds))
    forest = Forest(("x",), (len(target.trees),), (target.bias,), kept, widths, codes.tobytes(), low.tobytes(),
                    high.tobytes(), leaves)
    read = [forest.probabilities(row.tolist())["x"] for row in values]
    assert read == pytest.approx(boosted.predict(values), abs=5e-4)


def test_a_target_that_hardly_occurs_is_not_learned():
    assert fitting.trees("message label", numpy.zeros((ROWS, 1)), numpy.eye(1, ROWS, dtype=int)[0]) is None
