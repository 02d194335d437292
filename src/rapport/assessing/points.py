"""Points from probabilities, and how far the score could be from them."""

from __future__ import annotations

from collections.abc import Mapping

from ..estimating.estimate import Estimate

TOP, MIDDLE = 2, 1
REACH = 1.15
"""Expectations shrink towards the middle where much is unsure; this brings them back."""
BY_ITSELF = {"courtesy": (0.85, 1.40)}
"""Criteria that are judged by themselves, with the expectations from which they are given one point and two. A draft
that fails in all else may be kind, and one that does all else may offend: made to agree with the others' sum, courtesy
was further from the raters (QWK cross-validated by brief .63 instead of .69; on the first set, of which the weights
then knew nothing, .50 instead of .63)."""
BARRED = {"courtesy": ("bad-impression", "no-thanks", "pressure")}
"""Mistakes that leave a criterion no second point, by what LABELS.md says of two points."""
SLACK, FREER = 0.5, 0.4
"""The sum of the points may differ by so much from the expected score before a criterion is changed for it, and by so
much more where one is judged by itself. With more, fewer scores that are called sure lie within a point of the
raters'; with less, single criteria are further off."""


def points(told: Estimate) -> dict[str, int]:
    """The whole points of each criterion: nearest to what is expected of it, and with a sum near the expected score."""
    expected = {name: one + min(one, two, 1 - _barred(name, told)) for name, (one, two) in told.points.items()}
    alone = {name: sum(expected[name] >= least for least in levels)
             for name, levels in BY_ITSELF.items() if name in expected}
    reached = {name: MIDDLE + REACH * (value - MIDDLE) for name, value in expected.items() if name not in alone}
    given = {name: max(0, min(TOP, int(value + 0.5))) for name, value in reached.items()}
    left = sum(expected.values()) - sum(alone.values()) - sum(given.values())
    while abs(left) > SLACK + FREER * len(alone):
        step = 1 if left > 0 else -1
        open_to = [name for name in given if 0 <= given[name] + step <= TOP]
        if not open_to:
            break
        name = min(open_to, key=lambda name: (step * (given[name] - reached[name]), name))
        given[name] += step
        left -= step
    given |= alone
    return {name: given[name] for name in expected}


def _barred(name: str, told: Estimate) -> float:
    """How likely it is that a mistake leaves this criterion no second point."""
    return max((told.labels.get(label, 0.0) for label in BARRED.get(name, ())), default=0.0)


def spread(chances: Mapping[str, tuple[float, float]]) -> float:
    """The variance of the score, in points squared, taking the criteria as independent of each other."""
    total = 0.0
    for one, two in chances.values():
        two = min(one, two)
        total += one + 3 * two - (one + two) ** 2
    return total
