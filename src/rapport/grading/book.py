"""What nbgrader's gradebook holds of one assignment, read without writing anything.

nbgrader's own ``Gradebook`` makes tables and enters the course when it is
opened. Here its models are read through a connection that cannot write.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from nbgrader import api
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine, select
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Row:
    """One answer of one learner.

    ``auto`` and ``manual`` are the machine's and the person's points, None where there are none; ``submission`` is
    nbgrader's id of the notebook that was handed in, by which formgrader opens it.
    """

    learner: str
    notebook: str
    submission: str
    answer: str
    most: float
    auto: float | None
    manual: float | None
    waiting: bool
    machine_says: str
    person_says: str
    handed_in: datetime | None

    @property
    def points(self) -> float | None:
        """What counts: the person's points before the machine's."""
        return self.auto if self.manual is None else self.manual


@dataclass(frozen=True)
class Book:
    """Every answer that the gradebook knows, and everybody who is enrolled in the course."""

    rows: tuple[Row, ...]
    learners: tuple[str, ...]


def read_book(course: CourseDirectory) -> Book:
    """The gradebook's view of ``course.assignment_id``. Raises FileNotFoundError where nothing has been graded yet."""
    with _session(course) as session:
        learners = tuple(session.scalars(select(api.Student.id).order_by(api.Student.id)))
        return Book(tuple(_rows(session, course.assignment_id)), learners)


def read_people(course: CourseDirectory) -> list[tuple[str, str, str, str, str]]:
    """Id, first name, last name, e-mail and the platform's id of everybody enrolled, by id; none where there is no gradebook."""
    one = api.Student
    columns = one.id, one.first_name, one.last_name, one.email, one.lms_user_id
    try:
        with _session(course) as session:
            return [tuple(cell or "" for cell in row) for row in session.execute(select(*columns).order_by(one.id))]
    except FileNotFoundError:
        return []


def _rows(session: Session, assignment: str) -> Iterator[Row]:
    comments = {
        (comment.notebook_id, name): comment
        for comment, name in session.execute(
            select(api.Comment, api.BaseCell.name).join(api.BaseCell, api.Comment.cell_id == api.BaseCell.id)
        )
    }
    found = session.execute(
        select(api.Grade, api.GradeCell.name, api.GradeCell.max_score, api.Notebook.name, api.SubmittedAssignment)
        .join(api.GradeCell, api.Grade.cell_id == api.GradeCell.id)
        .join(api.SubmittedNotebook, api.Grade.notebook_id == api.SubmittedNotebook.id)
        .join(api.Notebook, api.SubmittedNotebook.notebook_id == api.Notebook.id)
        .join(api.SubmittedAssignment, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id)
        .join(api.Assignment, api.SubmittedAssignment.assignment_id == api.Assignment.id)
        .where(api.Assignment.name == assignment)
    )
    for grade, name, most, notebook, submitted in found:
        comment = comments.get((grade.notebook_id, name))
        yield Row(
            submitted.student_id, notebook, grade.notebook_id, name, most, grade.auto_score, grade.manual_score,
            grade.needs_manual_grade, (comment and comment.auto_comment) or "",
            (comment and comment.manual_comment) or "", submitted.timestamp,
        )


@contextmanager
def _session(course: CourseDirectory) -> Iterator[Session]:
    engine = create_engine(_for_reading(course.db_url))
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def _for_reading(url: str) -> str:
    """SQLite's own way to open a file without the right to change it; other databases as they are."""
    place = make_url(url)
    if place.get_backend_name() != "sqlite" or not place.database:
        return url
    if not Path(place.database).is_file():
        raise FileNotFoundError(f"There is no gradebook at {place.database}. Grade first: nbgrader autograde ASSIGNMENT")
    return f"sqlite:///file:{quote(str(Path(place.database).resolve()))}?mode=ro&uri=true"
