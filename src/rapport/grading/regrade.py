"""Reads every graded answer again with the reader as it is now, and says what would change.

What reads is what ``nbgrader autograde`` calls, on the graded copies.
Without ``write`` nothing is changed. With it the graded copy is renewed first
and the gradebook after it, one submission after the other: after a crash in
between, the gradebook still holds the old marks, and the next run finds the
same changes again. A person's points and comments are never touched, and
whoever gave them is not asked again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from logging import Logger
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties

from .answers import grade_id, is_answer
from .book import Book, Row, read_book
from .course import Opened, released_of
from .classwork import answer_cells, copy_path, day_of, read_copy
from .database import in_plain_words
from .lock import alone
from .read import read_answers
from .reasons import why
from .register import register
from .released import Released
from .result import Reading
from .save import held, marks

SAME = 1e-9
"""Points nearer than this are the same: they went through a database as floating point."""


@dataclass(frozen=True)
class Change:
    """What reading an answer again would do to its row of the gradebook."""

    row: Row
    auto: float | None
    most: float
    waiting: bool
    comment: str
    why: str

    @property
    def points_change(self) -> bool:
        """Whether the machine's points would be others."""
        return not same(self.row.auto, self.auto) or not same(self.row.most, self.most)

    @property
    def is_settled(self) -> bool:
        """Whether a person's points stand, so that the learner's mark stays as it is."""
        return self.row.manual is not None


@dataclass(frozen=True)
class Regraded:
    """What a run found: answers read again, those without a graded copy, and the changes."""

    read: int
    without: tuple[Row, ...]
    changes: tuple[Change, ...]


@in_plain_words()
def regrade(opened: Opened, write: bool = False) -> Regraded:
    """Read the whole class again; with ``write`` keep what changed.

    Raises FileNotFoundError without a gradebook, Unwritten where the database cannot be used, and with ``write``
    Refused while the assignment is being graded.
    """
    with alone(opened.course) if write else nullcontext():
        return _regraded(opened, write)


def _regraded(opened: Opened, write: bool) -> Regraded:
    course = opened.course
    book, assignment = read_book(course), released_of(course)
    if write:
        register(course, assignment.notebooks)
    read, without, changes = 0, [], []
    for (learner, notebook), rows in _by_notebook(book):
        path = copy_path(course, learner, notebook)
        copy = read_copy(path)
        if copy is None:
            without += rows
            continue
        found = _read_again(copy, rows, assignment, day_of(rows[0], path), opened.log)
        read += len(rows)
        changes += found
        if write and found:
            _keep(opened, path, copy, found)
    return Regraded(read, tuple(without), tuple(changes))


def same(one: float | None, other: float | None) -> bool:
    """Whether two marks are the same; None is the same as None only."""
    return one is other if one is None or other is None else abs(one - other) < SAME


def _by_notebook(book: Book) -> list[tuple[tuple[str, str], list[Row]]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in book.rows:
        found.setdefault((row.learner, row.notebook), []).append(row)
    return sorted(found.items())


def _read_again(copy: NotebookNode, rows: list[Row], assignment: Released, day: date, log: Logger) -> list[Change]:
    """The changes to ``rows``; ``copy`` holds the new readings, and the points as given out, afterwards."""
    notebook = rows[0].notebook
    given_out = assignment.notebooks.get(notebook)
    course_cells = filter(is_answer, given_out.cells if given_out else ())
    points = {grade_id(cell): cell.metadata.nbgrader.points for cell in course_cells}
    cells = answer_cells(copy)
    for name, cell in cells.items():
        cell.metadata.nbgrader.points = points.get(name, cell.metadata.nbgrader.points)
    readings = read_answers(copy, day, assignment.solved.get(notebook), log)
    known = ((row, cells.get(row.answer)) for row in rows)
    changes = (_change(row, readings[row.answer], cell.metadata.nbgrader.points) for row, cell in known if cell)
    return [change for change in changes if change]


def _change(row: Row, reading: Reading, most: float) -> Change | None:
    """What differs; None where nothing does. Where the reading is the same, whoever settled it has settled it."""
    auto = marks(reading.score, most)
    if same(auto, row.auto) and same(most, row.most) and reading.comment == row.machine_says:
        return None
    waiting = row.waiting if row.manual is not None else auto is None or bool(reading.review)
    return Change(row, auto, most, waiting, reading.comment, why(row.machine_says, reading.comment, row.most, most))


def _keep(opened: Opened, path: Path, copy: NotebookNode, changes: list[Change]) -> None:
    _renew(path, copy)
    course = opened.course
    with Gradebook(course.db_url, course.course_id) as gradebook:
        for change in changes:
            place = change.row.answer, change.row.notebook, course.assignment_id, change.row.learner
            grade = gradebook.find_grade(*place)
            held(gradebook.db, grade.notebook)
            grade.auto_score = change.auto
            if grade.manual_score is None:  # somebody may have settled it since it was read
                grade.needs_manual_grade = change.waiting
            gradebook.find_comment(*place).auto_comment = change.comment
        gradebook.db.commit()
    # A penalty may be a share of the points, so that it changes with them.
    place = {"student": changes[0].row.learner, "notebook": changes[0].row.notebook,
             "assignment": course.assignment_id, "db_url": course.db_url}
    AssignLatePenalties(parent=opened).preprocess(copy, {"nbgrader": place})


def _renew(path: Path, copy: NotebookNode) -> None:
    """Replace a file at once, and keep its time: answers without a noted day are read for the day it tells."""
    before, new = path.stat(), path.with_name(f".{path.name}.new")
    nbformat.write(copy, new)
    os.chmod(new, before.st_mode)
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(new, path)


def lines(found: Regraded) -> Iterator[str]:
    """What would change, a line for each answer and one for each reason, for a terminal."""
    for change in found.changes:
        row = change.row
        old, new = told(row.auto, row.most), told(change.auto, change.most)
        points = f"{old} → {new}" if change.points_change else f"{new}, other words"
        stays = f" (a person gave {told(row.manual, row.most)}: that stays)" if change.is_settled else ""
        asks = "; now waits for a person" if change.waiting and not row.waiting else ""
        yield f"{row.learner}  {row.answer}: {points}{asks}{stays}"
        yield from (f"    {reason}" for reason in change.why.splitlines())


def told(points: float | None, most: float) -> str:
    """Marks in words: ``7 of 10``, ``no points of 10``."""
    return f"{'no points' if points is None else f'{points:g}'} of {most:g}"


def counted(found: Regraded, written: bool) -> Iterator[str]:
    """The run in a sentence or two, and what to do next."""
    others = sum(change.points_change for change in found.changes)
    stays = sum(change.is_settled for change in found.changes)
    asks = sum(change.waiting and not change.row.waiting for change in found.changes)
    yield (f"{found.read} answers read again: {len(found.changes)} {'changed' if written else 'would change'}, "
           f"{others} of them in points; {asks} more wait for a person.")
    if stays:
        yield f"In {stays} of them a person gave the points. Those stand as they are."
    if found.without:
        yield f"{len(found.without)} answers have no graded copy and were passed over."
    if found.changes and written:
        yield "Now make the pages anew: nbgrader generate_feedback --force"
    elif found.changes:
        yield "Nothing is written yet: add --write."
