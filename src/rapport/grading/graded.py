"""The graded copy of one notebook that was handed in, and its readings, without nbgrader.

It does in one go what ``nbgrader autograde`` does in two with the steps of
``nbgrader_config.py``, by the same functions, and comes to the same text.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from .handed_in import handed_in
from .notebook_text import notebook_text
from .read import read_answers
from .rebuild import rebuild
from .result import Reading


def graded_copy(
    path: Path, root: Path, released: NotebookNode, solution: NotebookNode | None, day: date | None
) -> tuple[str, dict[str, Reading]]:
    """The text of the graded copy of the file at ``path`` in the folder ``root`` of all submissions, and the readings
    by grade id.

    ``day`` is the day of handing in, None where it is not known. Whatever the file
    is, there is a copy; what cannot be read goes to a person.
    """
    copy = rebuild(handed_in(path, root), released)
    readings = read_answers(copy, day, solution, logging.getLogger(__name__))
    nbformat.validate(copy, relax_add_props=True)
    return notebook_text(copy), readings
