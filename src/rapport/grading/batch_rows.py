"""The rows of many submissions at once: those that the gradebook has, and those that it is to get.

nbgrader asks for each row by itself, about a dozen questions a submission. Here
a few fetch what there is of a whole batch, and what is new is put in as it would
be by nbgrader.api.Gradebook.add_submission, a table at a time.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace

from nbgrader.api import (
    Assignment, BaseCell, Comment, Grade, Notebook, Student, SubmittedAssignment, SubmittedNotebook, new_uuid,
)
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session, joinedload, selectinload

TABLES = (Student, SubmittedAssignment, SubmittedNotebook, Grade, Comment)
"""In the order in which their rows refer to each other."""


@dataclass(frozen=True)
class Page:
    """One notebook of a submission that came so many seconds ``late``: nbgrader's row of it, and its grades and
    comments by the name of their cell."""

    name: str
    late: float
    row: SubmittedNotebook | SimpleNamespace
    grades: Mapping[str, Grade | SimpleNamespace]
    comments: Mapping[str, Comment | SimpleNamespace]

    @property
    def score(self) -> float:
        """As nbgrader.api.SubmittedNotebook.score, without asking the database."""
        return math.fsum(map(_score, self.grades.values()))


class Rows:
    """The submissions of some students for an assignment; nobody else can change their grades before all is written."""

    def __init__(self, db: Session, assignment: Assignment, students: Collection[str]):
        self._db, self._assignment = db, assignment
        self._new: dict[type, list[SimpleNamespace]] = {table: [] for table in TABLES}
        # This changes nothing, but in SQLite only whoever begins by writing is alone with what is read next. A server
        # holds the rows: a person who saves one meanwhile waits, and what was saved before is seen below.
        db.execute(update(Student.__table__).where(Student.id.is_(None)).values(id=None))
        db.execute(_held(assignment.id, students)).all()
        self.students = set(db.scalars(select(Student.id).where(Student.id.in_(students))))
        self._known = {row.student_id: row for row in db.scalars(_submissions(assignment.id, students))}

    def add_student(self, name: str) -> None:
        """A student of whom nothing is known but the name."""
        self._add(Student, id=name)
        self.students.add(name)

    def pages(self, student: str, time: datetime | None) -> list[Page]:
        """The notebooks of what a student handed in at this time (UTC; None where it is not known), there already or new."""
        row = self._known.get(student)
        if row is None:
            return self._new_pages(student, time)
        row.timestamp = time or row.timestamp
        return [_page(notebook, row.total_seconds_late) for notebook in row.notebooks]

    def write(self) -> None:
        """Put what is new, as it is now, into the gradebook."""
        for table, rows in self._new.items():
            if rows:
                self._db.execute(insert(table.__table__), [vars(row) for row in rows])
                rows.clear()

    def _new_pages(self, student: str, time: datetime | None) -> list[Page]:
        due = self._assignment.duedate
        late = max(0, (time - due).total_seconds()) if time and due else 0
        submission = self._add(
            SubmittedAssignment, id=new_uuid(), assignment_id=self._assignment.id, student_id=student, timestamp=time)
        return [self._new_page(notebook, submission.id, late) for notebook in self._assignment.notebooks]

    def _new_page(self, notebook: Notebook, submission: str, late: float) -> Page:
        row = self._add(SubmittedNotebook, id=new_uuid(), notebook_id=notebook.id, assignment_id=submission,
                        late_submission_penalty=None)
        graded, told = notebook.grade_cells + notebook.task_cells, notebook.solution_cells + notebook.task_cells
        none_yet = {"auto_score": None, "manual_score": None, "extra_credit": None, "needs_manual_grade": True}
        grades = {cell.name: self._add(Grade, **_place(cell, row), **none_yet) for cell in graded}
        comments = {cell.name: self._add(Comment, **_place(cell, row), auto_comment=None) for cell in told}
        return Page(notebook.name, late, row, grades, comments)

    def _add(self, table: type, **values: object) -> SimpleNamespace:
        row = SimpleNamespace(**values)
        self._new[table].append(row)
        return row


def _held(assignment: str, students: Collection[str]):
    rows = select(Grade.id).join(Grade.notebook).join(SubmittedNotebook.assignment)
    return rows.where(*_which(assignment, students)).order_by(Grade.id).with_for_update(of=Grade)


def _which(assignment: str, students: Collection[str]) -> tuple:
    return SubmittedAssignment.assignment_id == assignment, SubmittedAssignment.student_id.in_(students)


def _submissions(assignment: str, students: Collection[str]):
    pages = selectinload(SubmittedAssignment.notebooks)
    return select(SubmittedAssignment).where(*_which(assignment, students)).options(
        joinedload(SubmittedAssignment.assignment),
        pages.joinedload(SubmittedNotebook.notebook),
        pages.selectinload(SubmittedNotebook.grades).joinedload(Grade.cell),
        pages.selectinload(SubmittedNotebook.comments).joinedload(Comment.cell),
    )


def _page(notebook: SubmittedNotebook, late: float) -> Page:
    grades = {grade.name: grade for grade in notebook.grades}
    return Page(notebook.name, late, notebook, grades, {comment.name: comment for comment in notebook.comments})


def _place(cell: BaseCell, page: SimpleNamespace) -> dict[str, str]:
    return {"id": new_uuid(), "cell_id": cell.id, "notebook_id": page.id}


def _score(grade: Grade | SimpleNamespace) -> float:
    given = grade.auto_score if grade.manual_score is None else grade.manual_score
    return 0.0 if given is None else given + (grade.extra_credit or 0)
