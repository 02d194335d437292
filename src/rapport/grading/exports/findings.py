"""What the reader found in an answer that was graded, out of the graded copy.

The gradebook keeps marks and comments only. The copy in autograded/ keeps the
words, and the same words on the same day are read the same way.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
from nbgrader.coursedir import CourseDirectory

from ... import catalog
from ...answers import BRIEF, answer_text
from ...assessing import assess
from ...documents import Faulty
from ...reading.brief import brief as load_brief
from ..answers import grade_id, source_of
from ..save import marks
from .grades import Answer, Result

Findings = list[dict] | None


def findings_in(course: CourseDirectory | None, result: Result) -> Callable[[Answer], Findings]:
    """Gives the findings of an answer of ``result``; None where they cannot be told for certain."""
    copies: dict[str, dict[str, nbformat.NotebookNode]] = {}

    def findings(answer: Answer) -> Findings:
        if course is None or not answer.reading:
            return None
        cells = copies.setdefault(answer.notebook, _cells(course, result, answer.notebook))
        day = result.handed_in.date() if result.handed_in else None
        return _read(cells.get(answer.name), answer, day)

    return findings


def _cells(course: CourseDirectory, result: Result, notebook: str) -> dict[str, nbformat.NotebookNode]:
    """The cells of a graded copy by grade id; none where there is no such copy."""
    folder = Path(course.format_path(course.autograded_directory, result.learner.id, result.assignment))
    if folder.parent.name != result.learner.id:  # an id that is no plain folder's name
        return {}
    try:
        copy = nbformat.read(folder / f"{notebook}.ipynb", as_version=4)
    except (OSError, ValueError):
        return {}
    return {grade_id(cell) or "": cell for cell in copy.cells}


def _read(cell: nbformat.NotebookNode | None, answer: Answer, day: date | None) -> Findings:
    """The findings, where reading again comes to the marks that the reading in the gradebook gave."""
    about = (cell or {}).get("metadata", {}).get("rapport", {})
    if BRIEF not in about or not about.get("read"):
        return None
    try:
        assessment = assess(answer_text(source_of(cell)).prose, load_brief(about[BRIEF]), day)
    except (catalog.Unknown, Faulty):
        return None
    given = marks(assessment.score, answer.points)
    same = None not in (given, answer.auto) and math.isclose(given, answer.auto)
    return [finding.as_dict() for finding in assessment.findings] if same else None
