"""The answers of a class as they were graded: the gradebook's rows, each with its words from the graded copy.

The graded copies were made by ``rebuild``, so their cells and marks are the
course's own; only the words in them are a learner's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from ..answers import BRIEF, QUESTION, SCENE, answer_text
from .answers import grade_id, is_answer
from .book import Row


@dataclass(frozen=True)
class Answer:
    """A row of the gradebook with the learner's words.

    ``kind`` is what was asked for (``answers.BRIEF``, SCENE or QUESTION) and ``subject`` its id; both are empty, and
    ``text`` too, where there is no graded copy. ``reply`` is what the learner holds against the last reading.
    ``place`` counts the answers in the order of the notebook.
    """

    row: Row
    kind: str = ""
    subject: str = ""
    text: str = ""
    reply: str = ""
    place: int = 0


def copy_path(course: CourseDirectory, learner: str, notebook: str) -> Path:
    """Where the graded copy of a notebook lies."""
    folder = course.format_path(course.autograded_directory, learner, course.assignment_id)
    return Path(folder) / f"{notebook}.ipynb"


def read_copy(path: Path) -> NotebookNode | None:
    """A graded copy; None where there is none, as of a file that could not be read as a notebook."""
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError):
        return None


def answer_cells(copy: NotebookNode) -> dict[str, NotebookNode]:
    """The answers of a graded copy by their grade id, in its order."""
    return {grade_id(cell): cell for cell in copy.cells if is_answer(cell) and "rapport" in cell.metadata}


def day_of(row: Row, path: Path) -> date:
    """The day that dates in an answer were counted from: that of handing in, else that of the graded copy."""
    return row.handed_in.date() if row.handed_in else date.fromtimestamp(path.stat().st_mtime)


def graded(course: CourseDirectory, rows: tuple[Row, ...]) -> Iterator[tuple[Answer, date | None]]:
    """Every row with its words and the day it was read for (None where there is no graded copy), by learner."""
    by_notebook: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_notebook.setdefault((row.learner, row.notebook), []).append(row)
    for (learner, notebook), own in sorted(by_notebook.items()):
        path = copy_path(course, learner, notebook)
        copy = read_copy(path)
        cells = answer_cells(copy) if copy else {}
        places = {name: place for place, name in enumerate(cells)}
        for row in sorted(own, key=lambda row: (places.get(row.answer, 0), row.answer)):
            if row.answer in cells:
                yield _answer(row, cells[row.answer], places[row.answer]), day_of(row, path)
            else:
                yield Answer(row), None


def _answer(row: Row, cell: NotebookNode, place: int) -> Answer:
    told = cell.metadata.rapport
    kind = next((kind for kind in (BRIEF, SCENE, QUESTION) if kind in told), "")
    reply = told.get("reply", "")
    return Answer(row, kind, told.get(kind, ""), answer_text(cell.source).prose, reply, place)
