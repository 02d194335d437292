"""From probabilities to decisions: from where a finding is asked or stated, and when a score stands by itself."""

from __future__ import annotations

from typing import NamedTuple

import numpy

STEPS = numpy.arange(0.10, 0.96, 0.02)


class Limits(NamedTuple):
    """How often stated findings are to be right, and the largest share of the drafts without a mistake, to a
    hundredth, that they may touch."""

    precision: float
    clean: float


WANTED = Limits(0.80, 0.08)
"""What is wanted of findings on unseen drafts."""
STRICTER = Limits(0.83, 0.06)
"""What is asked of the drafts from which the weights come: a little more."""
WANTED_CERTAIN = 0.67
"""This share of the scores is to stand without a person: more than is wanted of unseen drafts, whose scores spread
wider."""


def asked(chances: numpy.ndarray, truth: numpy.ndarray) -> float:
    """The probability from which a finding is put as a question, one for all labels: where F1 over all findings is
    best, smoothed over its neighbours. One for each label fits the drafts at hand better and unseen ones worse."""
    scores = numpy.array([f1(chances >= step, truth == 1) for step in STEPS])
    smooth = numpy.convolve(numpy.pad(scores, 2, mode="edge"), numpy.ones(5) / 5, mode="valid")
    return round(float(STEPS[int(smooth.argmax())]), 2)


def stated(chances: numpy.ndarray, truth: numpy.ndarray, least: float, limits: Limits) -> float:
    """The lowest probability, ``least`` or more, from which findings may be stated within these limits."""
    for step in STEPS[STEPS >= least]:
        found = chances >= step
        flagged = round(clean_flagged(found, truth == 1), 2)
        if precision(found, truth == 1) >= limits.precision and flagged <= limits.clean:
            return round(float(step), 2)
    return round(float(STEPS[-1]), 2)


def certain(spread: numpy.ndarray) -> float:
    """The spread of a score up to which the wanted share of drafts lies."""
    return round(float(numpy.quantile(spread, WANTED_CERTAIN)), 4)


def f1(found: numpy.ndarray, truth: numpy.ndarray) -> float:
    """The harmonic mean of precision and recall of two arrays of yes and no."""
    return float(2 * (found & truth).sum() / max(found.sum() + truth.sum(), 1))


def precision(found: numpy.ndarray, truth: numpy.ndarray) -> float:
    """The share of findings that are true."""
    return float((found & truth).sum() / max(found.sum(), 1))


def clean_flagged(found: numpy.ndarray, truth: numpy.ndarray) -> float:
    """The share of drafts without any mistake that have a finding."""
    clean = ~truth.any(1)
    return float(found[clean].any(1).mean()) if clean.any() else 0.0
