"""The numbers of trees as whole steps, which take two thirds of the room that fractions take in a weights file."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate
from operator import sub

LEAF = 2.0 ** -14
"""What a leaf adds to the log-odds is a whole number of these steps, which moves no probability by .0005."""
SPARED = 6
"""So many of the 24 binary digits of a threshold are not kept. One probability in three thousand moves by more than
.0005 for it, and of 23,000 the most by .015."""
_SIGN = 1 << 31


def thresholds_in_steps(thresholds: Iterable[float]) -> array:
    """How many steps each threshold lies above the one before it (the first: above 0). A step leads from a number of
    as many digits as are kept to the next such number; thresholds rise slowly, so most are few steps apart. None is
    kept as less than it is: a value that equals its threshold stays on the low side."""
    steps = [-(-_place(bits) >> SPARED) for bits in array("i", array("f", thresholds).tobytes())]
    return array("i", map(sub, steps, [0, *steps]))


def thresholds(steps: Iterable[int]) -> array:
    """The thresholds of which ``thresholds_in_steps`` made the steps."""
    places = (step << SPARED for step in accumulate(steps))
    return array("f", array("i", (place if place >= 0 else -place - _SIGN for place in places)).tobytes())


def _place(bits: int) -> int:
    """The place of a number among all numbers of four bytes, 0 for 0, by its bits: they rise with the number's size,
    and the highest of them is its sign."""
    return bits if bits >= 0 else -(bits + _SIGN)
