"""Plain CSV: a row for each learner and assignment, for a spreadsheet or a program of one's own."""

from __future__ import annotations

from datetime import datetime

from .cells import Cell, line, number, prose, table
from .grades import Answer, Result
from .plugin import GradesExport, Sheet, Written
from .telling import guarded

HEADER = (
    "assignment", "student_id", "last_name", "first_name", "email", "lms_user_id", "status", "score", "max_score",
    "raw_score", "late_submission_penalty", "late_seconds", "timestamp", "duedate", "needs_review", "answers", "comments",
)


class CsvExport(GradesExport):
    """A row for each learner and assignment: scores, lateness, what waits for a person, and all comments.

    The columns that nbgrader's own CSV has are called as there. ``needs_review``
    names the answers that wait; ``answers`` gives each its marks.
    """

    def text(self, sheet: Sheet) -> Written:
        """The table, by assignment and then by learner."""
        written, changed = table([HEADER, *map(_row, sheet.all())])
        return Written(written, guarded(changed))


def answer_line(answer: Answer) -> str:
    """One answer's name with its marks, or what it waits for."""
    marks = f"{number(answer.score)} of {number(answer.points)}" if answer.score is not None else "no marks"
    return f"{answer.name}: {marks}{', needs review' if answer.review else ''}"


def comment_of(answer: Answer) -> str:
    """What a person wrote about an answer, then the course's reading of it."""
    return "\n".join(part for part in (answer.written, answer.reading) if part)


def comments_of(result: Result) -> str:
    """All comments of a result, each under the name of its answer."""
    told = [(answer.name, comment_of(answer)) for answer in result.answers]
    return "\n\n".join(f"{name}:\n{comment}" for name, comment in told if comment)


def stamp(moment: datetime | None) -> str:
    """A time of the gradebook, which is UTC, as ISO 8601 says it; empty where there is none."""
    return moment.isoformat(timespec="seconds") + "Z" if moment else ""


def _row(result: Result) -> list[Cell]:
    one, handed = result.learner, result.handed_in is not None
    waiting = [answer.name for answer in result.answers if answer.review] if handed or result.raw is not None else []
    return [
        *map(line, (result.assignment, one.id, one.last, one.first, one.email, one.lms, result.status)),
        result.score, result.points, result.raw, result.penalty, result.late_by,
        stamp(result.handed_in), stamp(result.due), line(", ".join(waiting)),
        prose("\n".join(map(answer_line, result.answers))), prose(comments_of(result)),
    ]
