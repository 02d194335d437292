"""Texts in which somebody looks back: counted and kept, and read by a person only.

Nothing here judges what is written. In an instructor's notebook the exemplary
text is followed by the mark scheme, under a line of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

FEWEST, MOST = 60, 120
"""How many words are asked for."""
SCHEME = "Mark scheme:"
"""The line of an instructor's text under which the mark scheme stands."""
FOR_A_PERSON = "A person reads this. The course keeps it and does not judge it."

_POINTS = re.compile(r"^(?P<points>\d+) points?: (?P<words>.+)$", re.MULTILINE)


class Solved(NamedTuple):
    """An instructor's text: the exemplary answer, and the mark scheme (empty where there is none)."""

    answer: str
    scheme: str


def solved(prose: str) -> Solved:
    """Split what stands in an instructor's notebook into the exemplary answer and the mark scheme."""
    lines = prose.split("\n")
    place = next((number for number, line in enumerate(lines) if line.strip() == SCHEME), len(lines))
    return Solved("\n".join(lines[:place]).strip(), "\n".join(lines[place + 1:]).strip())


def levels(scheme: str) -> dict[int, str]:
    """What each number of points is for, as the lines “3 points: …” of a mark scheme say."""
    return {int(found["points"]): found["words"] for found in _POINTS.finditer(scheme)}


def length_line(text: str) -> str:
    """The length in words beside what is asked for."""
    words = len(text.split())
    counted = f"{words} word{'' if words == 1 else 's'}"
    return f"{counted}. Between {FEWEST} and {MOST} are asked for."
