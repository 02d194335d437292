"""Whether a text's words stand beside each other as in sentences: shuffled words and bare lists do not."""

from __future__ import annotations

from ..estimating.estimate import Estimate

FEWEST_PAIRS = 14
LEAST_KNOWN, LEAST_KNOWN_LONG, LONG = 0.20, 0.30, 24
"""Below this share of known pairs of neighbours a text is no prose; a long one already below the second. Of the
labelled drafts (written by language models) half have 0.56 and more, and fewer than one in three hundred is below."""


def is_scrambled(told: Estimate) -> bool:
    """Whether too few pairs of neighbouring words are among those that the weights know from other drafts."""
    known, all_pairs = told.pairs
    least = LEAST_KNOWN_LONG if all_pairs >= LONG else LEAST_KNOWN
    return all_pairs >= FEWEST_PAIRS and known < least * all_pairs
