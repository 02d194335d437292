"""nbgrader's gradebook for ``rapport grade``: many submissions in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from nbgrader.api import Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.utils import is_grade, is_solution, is_task

from .batch_course import CourseFolder, Submission
from .batch_job import Outcome
from .result import for_a_person
from .save import held, put_comment, put_grade

BY_HAND = "Marks were given by hand before. A person has to look again."


@dataclass(frozen=True)
class Review:
    """An answer that a person has to look at, and why."""

    student: str
    answer: str
    why: str


class Ledger:
    """Writes grades by nbgrader's own Gradebook; nothing lasts until ``commit``, and then all of it."""

    def __init__(self, course: CourseFolder):
        self._course, self._assignment = course, course.directory.assignment_id
        self._gradebook = Gradebook(course.directory.db_url, course.directory.course_id)
        self._db = self._gradebook.db
        self.commit = self._db.commit
        self._db.commit = self._db.flush  # nbgrader commits at every step: that has to wait for the end of the batch

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.rollback()
        self._gradebook.close()

    def graded(self) -> set[str]:
        """The students of whom the gradebook holds grades of this assignment."""
        return {found.student_id for found in self._gradebook.find_assignment(self._assignment).submissions}

    def put(self, submission: Submission, outcome: Outcome) -> list[Review]:
        """Put a submission's grades and comments, or its failure, into the gradebook; returns what a person must see.

        What a person gave or wrote stays. Raises MissingEntry for a student whom nbgrader may not add.
        """
        row = self._row(submission)
        reviews = []
        for notebook in row.notebooks:
            if outcome.failure:
                held(self._db, notebook)
                _set_for_a_person(notebook, outcome.failure)
            elif notebook.name in outcome.copies:
                reviews += self._grade(row, notebook, outcome)
            else:
                _set_nothing(notebook)
        return reviews

    def _row(self, submission: Submission) -> SubmittedAssignment:
        if self._course.copies.create_student:
            self._gradebook.update_or_create_student(submission.student)
        else:
            self._gradebook.find_student(submission.student)
        when = {"timestamp": submission.time} if submission.time else {}
        return self._gradebook.update_or_create_submission(self._assignment, submission.student, **when)

    def _grade(self, row: SubmittedAssignment, notebook: SubmittedNotebook, outcome: Outcome) -> list[Review]:
        _, readings = outcome.copies[notebook.name]
        grades = {grade.name: grade for grade in held(self._db, notebook)}
        comments = {comment.name: comment for comment in notebook.comments}
        reviews = []
        for cell in self._course.released.notebooks[notebook.name].cells:
            answer = cell.metadata.get("nbgrader", {}).get("grade_id")
            reading = readings.get(answer)
            if is_grade(cell):
                put_grade(grades[answer], cell, reading)
                if grades[answer].needs_manual_grade:
                    why = reading.review if reading and reading.review else BY_HAND
                    reviews.append(Review(outcome.student, answer, why))
            if is_solution(cell) or is_task(cell):
                put_comment(comments[answer], reading)
        self._penalise(row, notebook, outcome.student)
        return reviews

    def _penalise(self, row: SubmittedAssignment, notebook: SubmittedNotebook, student: str) -> None:
        """As nbgrader's AssignLatePenalties.preprocess, by its own plugin and its own bounds."""
        notebook.late_submission_penalty = None
        if row.total_seconds_late <= 0:
            return
        self._db.flush()
        self._db.refresh(notebook, ["score"])
        late = self._course.late
        penalty = late.plugin_inst.late_submission_penalty(student, notebook.score, row.total_seconds_late)
        if penalty is not None:
            notebook.late_submission_penalty = late._check_late_penalty(notebook, penalty)


def _set_for_a_person(notebook: SubmittedNotebook, why: str) -> None:
    """No marks, whatever an earlier version of the submission had; marks by hand for this very one are settled."""
    for grade in notebook.grades:
        if grade.manual_score is None or grade.auto_score is not None:
            grade.needs_manual_grade = True
        grade.auto_score = None
    for comment in notebook.comments:
        put_comment(comment, for_a_person(why))


def _set_nothing(notebook: SubmittedNotebook) -> None:
    """As nbgrader does with a notebook of the assignment that is not among what was handed in."""
    for grade in notebook.grades:
        grade.auto_score, grade.needs_manual_grade = 0, False
