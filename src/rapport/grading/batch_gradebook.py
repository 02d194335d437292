"""nbgrader's gradebook for ``rapport grade``: many submissions in one transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import is_grade, is_solution, is_task, parse_utc

from .batch_course import CourseFolder, Submission
from .batch_job import Outcome
from .batch_rows import Page, Rows
from .result import for_a_person
from .save import put_comment, put_grade

BY_HAND = "Marks were given by hand before. A person has to look again."


@dataclass(frozen=True)
class Review:
    """An answer that a person has to look at, and why."""

    student: str
    answer: str
    why: str


class Ledger:
    """Writes grades into nbgrader's gradebook; nothing lasts until ``commit``, and then all that was put since ``begin``."""

    def __init__(self, course: CourseFolder):
        self._course, self._assignment = course, course.directory.assignment_id
        self._gradebook = Gradebook(course.directory.db_url, course.directory.course_id)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._gradebook.db.rollback()
        self._gradebook.close()

    def graded(self) -> set[str]:
        """The students of whom the gradebook holds grades of this assignment."""
        return {found.student_id for found in self._gradebook.find_assignment(self._assignment).submissions}

    def begin(self, students: Collection[str]) -> None:
        """Fetch at once what the gradebook holds of these students; only for them something can be put."""
        self._rows = Rows(self._gradebook.db, self._gradebook.find_assignment(self._assignment), students)

    def put(self, submission: Submission, outcome: Outcome) -> list[Review]:
        """Put a submission's grades and comments, or its failure, into the gradebook; returns what a person must see.

        What a person gave or wrote stays. Raises MissingEntry for a student whom nbgrader may not add.
        """
        self._enter(submission.student)
        reviews = []
        for page in self._rows.pages(submission.student, parse_utc(submission.time)):
            if outcome.failure:
                _set_for_a_person(page, outcome.failure)
            elif page.name in outcome.copies:
                reviews += self._grade(page, outcome)
            else:
                _set_nothing(page)
        return reviews

    def commit(self) -> None:
        """Make it last."""
        self._rows.write()
        self._gradebook.db.commit()

    def _enter(self, student: str) -> None:
        if student not in self._rows.students:
            if not self._course.copies.create_student:
                raise MissingEntry(student)
            self._rows.add_student(student)

    def _grade(self, page: Page, outcome: Outcome) -> list[Review]:
        _, readings = outcome.copies[page.name]
        reviews = []
        for cell in self._course.released.notebooks[page.name].cells:
            answer = cell.metadata.get("nbgrader", {}).get("grade_id")
            reading = readings.get(answer)
            if is_grade(cell):
                put_grade(page.grades[answer], cell, reading)
                if page.grades[answer].needs_manual_grade:
                    why = reading.review if reading and reading.review else BY_HAND
                    reviews.append(Review(outcome.student, answer, why))
            if is_solution(cell) or is_task(cell):
                put_comment(page.comments[answer], reading)
        page.row.late_submission_penalty = self._penalty(page, outcome.student)
        return reviews

    def _penalty(self, page: Page, student: str) -> float | None:
        """As nbgrader's AssignLatePenalties.preprocess, by its own plugin and its own bounds."""
        if page.late <= 0:
            return None
        late = self._course.late
        penalty = late.plugin_inst.late_submission_penalty(student, page.score, page.late)
        return None if penalty is None else late._check_late_penalty(page, penalty)


def _set_for_a_person(page: Page, why: str) -> None:
    """No marks, whatever an earlier version of the submission had; marks by hand for this very one are settled."""
    for grade in page.grades.values():
        if grade.manual_score is None or grade.auto_score is not None:
            grade.needs_manual_grade = True
        grade.auto_score = None
    for comment in page.comments.values():
        put_comment(comment, for_a_person(why))


def _set_nothing(page: Page) -> None:
    """As nbgrader does with a notebook of the assignment that is not among what was handed in."""
    for grade in page.grades.values():
        grade.auto_score, grade.needs_manual_grade = 0, False
