"""Finds the answers in a notebook that was handed in.

An answer is known by its grade id, never by its first line, its cell type or its
place: learners delete the line, split the cell, change its type or move it.
Only the text of a cell is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..answers import answer_text, is_untouched

MISSING = "The box for this answer is not in the notebook that was handed in. A person has to look."
SEVERAL = "This answer stood in more than one box. All of it is shown here, and a person has to look."


@dataclass(frozen=True)
class Found:
    """One answer as it was handed in.

    ``source`` is the text to show, ``brief`` the id of the brief that the course
    set for it. ``review`` says why a person must look; empty where none must.
    """

    source: str
    brief: str
    review: str = ""


def source_of(cell: Mapping) -> str:
    """A cell's text, as text that any file can hold; empty where it is none."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source.encode("utf-8", "replace").decode("utf-8") if isinstance(source, str) else ""


def grade_id(cell: Mapping) -> str | None:
    """The grade id of a cell, or None; whatever else stands in its metadata is passed over."""
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    name = marks.get("grade_id") if isinstance(marks, Mapping) else None
    return name if isinstance(name, str) else None


def is_answer(cell: Mapping) -> bool:
    """Whether a cell of the course's own notebook is one that learners answer in."""
    marks = cell["metadata"].get("nbgrader", {})
    return bool(marks.get("grade") and marks.get("solution"))


def find(cells: Iterable[Mapping], course_cell: Mapping) -> Found:
    """The answer to ``course_cell`` among the ``cells`` that were handed in.

    ``course_cell`` is the released cell; its first line names the brief. Raises
    ValueError where it names none: the assignment itself is then at fault.
    """
    line, _, _ = source_of(course_cell).partition("\n")
    brief = answer_text(line).brief
    if brief is None:
        raise ValueError(f"The answer cell “{grade_id(course_cell)}” names no brief in its first line.")
    copies = [source_of(cell) for cell in cells if _answers(cell, grade_id(course_cell), brief)]
    if not copies:
        return Found(line, brief, MISSING)
    written = list(dict.fromkeys(copy for copy in copies if not is_untouched(answer_text(copy).prose)))
    if len(written) > 1:
        return Found("\n".join([line, *(answer_text(copy).prose for copy in written)]), brief, SEVERAL)
    return Found(_with_line(line, (written or copies)[0]), brief)


def _answers(cell: Mapping, wanted: str | None, brief: str) -> bool:
    """A cell with the wanted grade id, or one without any that a learner made and began with the brief's line."""
    name = grade_id(cell)
    return name == wanted if name else answer_text(source_of(cell)).brief == brief


def _with_line(line: str, source: str) -> str:
    """The source under the course's own first line, so that running the cell only ever reads it."""
    return source if source.partition("\n")[0] == line else f"{line}\n{answer_text(source).prose}"
