"""What the writer of ``rapport grade`` and its workers tell each other. Loads nothing, so that both start at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .result import Reading


@dataclass(frozen=True)
class Job:
    """One submission to read: its notebooks' files by name, the folder ``root`` of all submissions, and where the
    assignment's own notebooks lie.

    ``day`` is the day of handing in, None where it is not known.
    """

    student: str
    day: date | None
    files: dict[str, Path]
    root: Path
    released: Path
    solutions: Path


@dataclass(frozen=True)
class Outcome:
    """What came of a submission: of each notebook the text of the graded copy and the readings by grade id.

    ``failure`` is one sentence why there is none of it, and empty where there is.
    """

    student: str
    copies: dict[str, tuple[str, dict[str, Reading]]]
    failure: str = ""
