"""What nbgrader's gradebook holds of an assignment, learner by learner.

nbgrader counts an answer without any mark as 0, and a learner who handed nothing
in, too. Here neither has a score: a score is there only when every answer has a
finite mark and none waits for a person.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from nbgrader.api import (
    Assignment, BaseCell, Comment, Grade, Gradebook, MissingEntry, Notebook, Student, SubmittedAssignment,
    SubmittedNotebook,
)

from ... import catalog

GRADED = "graded"
FOR_REVIEW = "needs review"
NOT_GRADED = "handed in, not graded yet"
NOT_HANDED_IN = "not handed in"


@dataclass(frozen=True)
class Learner:
    """A person of the gradebook; what nobody entered is empty. ``lms`` is the id in Canvas, Moodle or the like."""

    id: str
    first: str = ""
    last: str = ""
    email: str = ""
    lms: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer: ``score`` is its mark, ``auto`` the mark of the reading alone; None where there is none.

    ``written`` is a person's comment, ``reading`` the course's.
    """

    name: str
    notebook: str
    points: float
    score: float | None = None
    auto: float | None = None
    by_hand: bool = False
    review: bool = True
    written: str = ""
    reading: str = ""

    @property
    def settled(self) -> bool:
        """Whether it has a mark and waits for nobody."""
        return self.score is not None and not self.review


@dataclass(frozen=True)
class Result:
    """One learner's assignment. Times are UTC; ``penalty`` is what nbgrader takes off for handing in late."""

    learner: Learner
    assignment: str
    status: str
    answers: tuple[Answer, ...]
    handed_in: datetime | None = None
    due: datetime | None = None
    late_by: float = 0
    penalty: float = 0

    @property
    def points(self) -> float:
        """The most that can be had."""
        return math.fsum(answer.points for answer in self.answers)

    @property
    def raw(self) -> float | None:
        """The sum of the marks, or None where it is not settled."""
        return math.fsum(answer.score or 0 for answer in self.answers) if self.status == GRADED else None

    @property
    def score(self) -> float | None:
        """The sum less the penalty, never below nothing; None where it is not settled."""
        return None if self.raw is None else max(0.0, self.raw - self.penalty)


def learners(book: Gradebook) -> list[Learner]:
    """Everybody in the gradebook, by id."""
    people = sorted(book.db.query(Student), key=lambda one: one.id)  # every server has an order of its own
    return [Learner(one.id, *(each or "" for each in (one.first_name, one.last_name, one.email, one.lms_user_id)))
            for one in people]


def assignment_names(book: Gradebook) -> list[str]:
    """Every assignment in the gradebook, by name."""
    return sorted(name for (name,) in book.db.query(Assignment.name))


def results(book: Gradebook, name: str, class_: Iterable[Learner], waiting: Collection[str] = ()) -> list[Result]:
    """The result of each learner of ``class_``; ``waiting`` are the ids of those whose work lies ungraded.

    Raises catalog.Unknown for an assignment that is not in the gradebook.
    """
    try:
        assignment = book.find_assignment(name)
    except MissingEntry:
        raise catalog.Unknown("assignment in the gradebook", name, assignment_names(book)) from None
    asked = [Answer(cell.name, notebook.name, cell.max_score)
             for notebook in assignment.notebooks for cell in (*notebook.grade_cells, *notebook.task_cells)]
    asked.sort(key=lambda answer: (answer.notebook, answer.name))
    submissions = {one.student_id: one for one in assignment.submissions}
    marks, comments, penalties = _marks(book, assignment), _comments(book, assignment), _penalties(book, assignment)
    found = []
    for learner in class_:
        answers = tuple(_answer(answer, (learner.id, answer.notebook, answer.name), marks, comments) for answer in asked)
        handed = submissions.get(learner.id)
        status = _status(answers, handed is not None, learner.id in waiting)
        when = (handed.timestamp, handed.duedate, handed.total_seconds_late) if handed else (None, assignment.duedate, 0)
        found.append(Result(learner, name, status, answers, *when, penalties.get(learner.id, 0.0)))
    return found


def _status(answers: Collection[Answer], graded: bool, waiting: bool) -> str:
    if not graded:
        return NOT_GRADED if waiting else NOT_HANDED_IN
    return GRADED if answers and all(answer.settled for answer in answers) else FOR_REVIEW


def _answer(asked: Answer, place: tuple, marks: dict, comments: dict) -> Answer:
    written, reading = comments.get(place, ("", ""))
    if place not in marks:
        return replace(asked, written=written, reading=reading)
    auto, manual, extra, review = marks[place]
    mark = auto if manual is None else manual
    score = None if mark is None else mark + (extra or 0)
    sound = score if score is not None and math.isfinite(score) else None
    about = {"by_hand": manual is not None, "review": review, "written": written, "reading": reading}
    return replace(asked, score=sound, auto=auto, **about)


def _marks(book: Gradebook, assignment: Assignment) -> dict:
    columns = Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade
    rows = _of(book, Grade, assignment, *columns)
    return {tuple(row[:3]): tuple(row[3:]) for row in rows}


def _comments(book: Gradebook, assignment: Assignment) -> dict:
    rows = _of(book, Comment, assignment, Comment.manual_comment, Comment.auto_comment)
    return {tuple(row[:3]): (row[3] or "", row[4] or "") for row in rows}


def _of(book: Gradebook, kind: type, assignment: Assignment, *columns) -> list:
    """Learner, notebook, cell and the columns of every grade or comment of an assignment, in one question."""
    return (
        book.db.query(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, *columns)
        .select_from(kind)
        .join(SubmittedNotebook, kind.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(BaseCell, kind.cell_id == BaseCell.id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
        .all()
    )


def _penalties(book: Gradebook, assignment: Assignment) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    rows = (
        book.db.query(SubmittedAssignment.student_id, SubmittedNotebook.late_submission_penalty)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
    )
    for student, penalty in rows:
        sums[student] += penalty or 0
    return sums
