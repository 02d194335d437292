"""Writes marks and comments into nbgrader's gradebook, and fails closed.

nbgrader gives full marks to whatever it cannot read as a score. Here an answer
without a finite score from 0 to 10 gets no marks and waits for a person.
"""

from __future__ import annotations

import math

from nbformat import NotebookNode
from nbgrader.api import Comment, Grade
from nbgrader.preprocessors import SaveAutoGrades

from .result import UNREADABLE, Reading

FULL = 10


class SaveReadings(SaveAutoGrades):
    """nbgrader's step that saves grades, with the score and the comment taken from the reading."""

    def _add_score(self, cell: NotebookNode, resources: dict) -> None:
        put_grade(self.gradebook.find_grade(*self._place(cell)), cell, self._reading(cell, resources))
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: dict) -> None:
        put_comment(self.gradebook.find_comment(*self._place(cell)), self._reading(cell, resources))
        self.gradebook.db.commit()

    def _reading(self, cell: NotebookNode, resources: dict) -> Reading | None:
        return resources.get("rapport", {}).get(cell.metadata.nbgrader.grade_id)

    def _place(self, cell: NotebookNode) -> tuple[str, str, str, str]:
        return cell.metadata.nbgrader.grade_id, self.notebook_id, self.assignment_id, self.student_id


def put_grade(grade: Grade, cell: NotebookNode, reading: Reading | None) -> None:
    """Put the marks of a reading (None where there is none) into nbgrader's row for ``cell``; what a person gave stays."""
    grade.auto_score = marks(reading.score, cell.metadata.nbgrader.points) if reading else None
    unsettled = grade.auto_score is None or bool(reading.review)
    # As in nbgrader: whoever gave marks by hand is asked to look again at a new submission.
    grade.needs_manual_grade = unsettled or grade.manual_score is not None


def put_comment(comment: Comment, reading: Reading | None) -> None:
    """Put what a reading says into nbgrader's row; what a person wrote stays."""
    comment.auto_comment = reading.comment if reading else UNREADABLE


def marks(score: object, points: float) -> float | None:
    """The marks for a score of 0 to 10 on a cell worth ``points``; None where it is no such score."""
    if isinstance(score, bool) or not isinstance(score, (int, float)) or not math.isfinite(score):
        return None
    return points * score / FULL if 0 <= score <= FULL else None
