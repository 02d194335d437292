"""Points from probabilities, and how far the score could be from them."""

from __future__ import annotations

from collections.abc import Mapping

from ..estimating.estimate import Estimate

TOP = 2


def points(told: Estimate) -> dict[str, int]:
    """The whole points of each criterion nearest to what is expected of it, so that their sum is nearest to the
    expected score too."""
    expected = {name: one + min(one, two) for name, (one, two) in told.points.items()}
    given = {name: min(TOP, int(value + 0.5)) for name, value in expected.items()}
    left = int(sum(expected.values()) + 0.5) - sum(given.values())
    step = 1 if left > 0 else -1
    open_to = sorted(given, key=lambda name: (step * (given[name] - expected[name]), name))
    for name in open_to[: abs(left)]:
        if 0 <= given[name] + step <= TOP:
            given[name] += step
    return given


def spread(chances: Mapping[str, tuple[float, float]]) -> float:
    """The variance of the score, in points squared, taking the criteria as independent of each other."""
    total = 0.0
    for one, two in chances.values():
        two = min(one, two)
        total += one + 3 * two - (one + two) ** 2
    return total
