"""Writes marks and comments into nbgrader's gradebook, and fails closed.

nbgrader gives full marks to whatever it cannot read as a score. Here an answer
without a finite score from 0 to 10 gets no marks and waits for a person.
"""

from __future__ import annotations

import math

from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, SubmittedNotebook
from nbgrader.preprocessors import SaveAutoGrades
from sqlalchemy import select
from sqlalchemy.orm import Session

from .result import UNREADABLE, Reading

FULL = 10


class SaveReadings(SaveAutoGrades):
    """nbgrader's step that saves grades, with the score and the comment taken from the reading."""

    def _add_score(self, cell: NotebookNode, resources: dict) -> None:
        grade = self.gradebook.find_grade(*self._place(cell))
        held(self.gradebook.db, grade.notebook)
        put_grade(grade, cell, self._reading(cell, resources))
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: dict) -> None:
        put_comment(self.gradebook.find_comment(*self._place(cell)), self._reading(cell, resources))
        self.gradebook.db.commit()

    def _reading(self, cell: NotebookNode, resources: dict) -> Reading | None:
        return resources.get("rapport", {}).get(cell.metadata.nbgrader.grade_id)

    def _place(self, cell: NotebookNode) -> tuple[str, str, str, str]:
        return cell.metadata.nbgrader.grade_id, self.notebook_id, self.assignment_id, self.student_id


def held(db: Session, notebook: SubmittedNotebook) -> list[Grade]:
    """A notebook's grades as they are now; a person who saves one meanwhile waits for the end of the transaction.

    What a person saved is seen by whoever asks afterwards, and is never decided upon unseen. (SQLite lets nobody
    else write from the first change on, and knows no rows that are held.)
    """
    rows = select(Grade).where(Grade.notebook_id == notebook.id).order_by(Grade.id).with_for_update(of=Grade)
    return list(db.scalars(rows.execution_options(populate_existing=True)))


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
