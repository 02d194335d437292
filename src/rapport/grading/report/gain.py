"""What a later version gained on the first, where nbgrader's exchange still holds what was handed in before.

nbgrader keeps the newest submission only. Its exchange keeps them all, in
folders called ``learner+assignment+time+…``. They are read as untrusted text.
"""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from nbgrader.exchange.default.exchange import Exchange

from ...answers import BRIEF, answer_text, is_untouched
from ...assessing import assess
from ...reading.brief import brief
from ..answers import MISSING, SEVERAL, find
from ..course import Opened
from .gathered import Gathered, Read

LONGEST = 5_000_000
"""A larger file is passed over."""


@dataclass(frozen=True)
class Version:
    """The first version of an answer that was handed in, and what it would get now, beside the last; of 10."""

    read: Read
    first: float
    last: float
    number: int


@dataclass(frozen=True)
class Gain:
    """The first and the last versions of one answer on average, and how many went up, stayed and went down."""

    name: str
    number: int
    first: float
    last: float
    up: int
    same: int
    down: int


def earlier_versions(opened: Opened, found: Gathered, folder: Path | None = None) -> list[Version] | None:
    """The answers of which there is an earlier version; None where no exchange is at hand.

    ``folder`` is the exchange's folder for what comes in; without it the one that nbgrader is set to.
    """
    inbound = folder or Path(Exchange(parent=opened).root) / found.course / "inbound"
    try:
        kept = sorted(path for path in inbound.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return None
    versions = []
    for read in found.read:
        if read.answer.kind == BRIEF and read.assessment:
            versions += _version(read, [path for path in kept if _is_of(path, read, found.assignment)])
    return versions


def gains(found: Gathered, versions: list[Version]) -> list[Gain]:
    """A line for each answer that somebody handed in more than once."""
    named = ((name, [one for one in versions if one.read.name == name]) for name in found.names)
    return [_gain(name, own) for name, own in named if own]


def _gain(name: str, own: list[Version]) -> Gain:
    return Gain(
        name, len(own), mean(one.first for one in own), mean(one.last for one in own),
        sum(one.last > one.first for one in own), sum(one.last == one.first for one in own),
        sum(one.last < one.first for one in own),
    )


def _is_of(path: Path, read: Read, assignment: str) -> bool:
    return path.name.startswith(f"{read.learner}+{assignment}+")


def _version(read: Read, folders: list[Path]) -> list[Version]:
    """The first version whose words are other than the last, if there is one; folders sort by their time."""
    texts = [text for text in (_text(folder, read) for folder in folders) if text is not None]
    if not texts or texts[0] == read.answer.text or is_untouched(texts[0]):
        return []
    first = assess(texts[0], brief(read.answer.subject), read.day)
    number = len(dict.fromkeys([*texts, read.answer.text]))
    return [Version(read, first.score, read.assessment.score, number)]


def _text(folder: Path, read: Read) -> str | None:
    """An answer's words in a notebook of a learner's; None where they cannot be made out."""
    path = folder / f"{read.answer.row.notebook}.ipynb"
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LONGEST:
            return None
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        asked = {"source": f"%%draft {read.answer.subject}", "metadata": {"nbgrader": {"grade_id": read.name}}}
        handed_in = find([cell for cell in cells if isinstance(cell, dict)], asked)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return None if handed_in.review in (MISSING, SEVERAL) else answer_text(handed_in.source).prose
