"""Enters an assignment into nbgrader's gradebook."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells

from .answers import grade_id


def register(course: CourseDirectory, released: Mapping[str, NotebookNode]) -> None:
    """Make the gradebook hold what ``released`` (notebooks by name) holds.

    Nothing is written where it does already. A due date and everything else that
    an instructor set stays. Raises RuntimeError, from nbgrader, where cells were
    added or removed although somebody has handed the assignment in.
    """
    changed = [name for name, notebook in released.items() if not _is_known(course, name, notebook)]
    if not changed:
        return
    with Gradebook(course.db_url, course.course_id) as gradebook:
        gradebook.update_or_create_assignment(course.assignment_id)
    for name in changed:
        place = {"notebook": name, "assignment": course.assignment_id, "db_url": course.db_url}
        SaveCells().preprocess(released[name], {"nbgrader": place})


def _is_known(course: CourseDirectory, name: str, notebook: NotebookNode) -> bool:
    with Gradebook(course.db_url, course.course_id) as gradebook:
        try:
            known = gradebook.find_notebook(name, course.assignment_id)
        except MissingEntry:
            return False
        return {cell.name: cell.checksum for cell in known.source_cells} == _checksums(notebook)


def _checksums(notebook: NotebookNode) -> dict[str, str | None]:
    return {grade_id(cell): cell.metadata.nbgrader.get("checksum") for cell in notebook.cells if grade_id(cell)}
