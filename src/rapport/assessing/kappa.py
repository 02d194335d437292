"""Agreement of two series of whole points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def quadratic_kappa(gold: Sequence[int], given: Sequence[int]) -> float:
    """Cohen's weighted kappa with quadratic weights: 1 full agreement, 0 as by chance.

    Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), 213-220. Where
    neither series varies and both agree, 1; where nothing is given, nan.
    """
    if not gold:
        return float("nan")
    seen = sum((one - other) ** 2 for one, other in zip(gold, given, strict=True)) / len(gold)
    ours, theirs = Counter(gold), Counter(given)
    chance = sum(a * b * (one - other) ** 2 for one, a in ours.items() for other, b in theirs.items()) / len(gold) ** 2
    return 1 - seen / chance if chance else float(seen == 0)
