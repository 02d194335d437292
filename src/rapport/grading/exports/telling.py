"""What a person should know of a file of grades that was just written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .cells import line
from .grades import FOR_REVIEW, NOT_GRADED, NOT_HANDED_IN, Result

GUARDED = "{} begin as a formula does. An apostrophe stands before them, so that no spreadsheet runs them."


def told(path: Path, class_: int, results: Sequence[Result], remarks: Sequence[str]) -> str:
    """The lines for standard error: who has no grade in the file and why, then the format's own ``remarks``."""
    settled = sum(one.score is not None for one in results)
    lines = [f"In {line(str(path))}: {class_} in the class, {settled} of {len(results)} grades."]
    open_ = [_named(name, status, results) for name in dict.fromkeys(result.assignment for result in results)
             for status in (FOR_REVIEW, NOT_GRADED, NOT_HANDED_IN)]
    if any(open_):
        lines += ["Left empty, since nobody has settled a grade:", *filter(None, open_)]
    return "\n".join([*lines, *remarks])


def guarded(number: int) -> tuple[str, ...]:
    """The remark on cells that had to be guarded; none where there were none."""
    return (GUARDED.format(f"{number} texts" if number > 1 else "1 text"),) if number else ()


def names(ids: Sequence[str]) -> str:
    """Ids in a row, each safe to print on a terminal."""
    return ", ".join(map(line, ids))


def _named(assignment: str, status: str, results: Sequence[Result]) -> str:
    ids = [one.learner.id for one in results if (one.assignment, one.status) == (assignment, status)]
    return f"  {line(assignment)}, {status} ({len(ids)}): {names(ids)}" if ids else ""
