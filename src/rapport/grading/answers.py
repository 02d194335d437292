"""Finds the answers in a notebook that was handed in.

An answer is known by its grade id, never by its first line, its cell type or its
place: learners delete the line, split the cell, change its type or move it.
Only the text of a cell is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..answers import answer_text, is_untouched, kind_named

MISSING = "The box for this answer is not in the notebook that was handed in. A person has to look."
MOST_REMEMBERED = 5_000
"""Letters. Most cells are the same in every submission: what one of so many asks for is found out once."""
SEVERAL = "This answer stood in more than one box. All of it is shown here, and a person has to look."


@dataclass(frozen=True)
class Found:
    """One answer as it was handed in.

    ``source`` is the text to show; the course set it for the brief, scene or question
    (``kind``) with the id ``subject``. ``review`` says why a person must look;
    empty where none must.
    """

    source: str
    kind: str
    subject: str
    review: str = ""


def source_of(cell: Mapping) -> str:
    """A cell's text, as text that any file can hold; empty where it is none."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return ""
    return source.encode("utf-8", "replace").decode("utf-8")


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


def asked(source: str) -> tuple[str, str] | None:
    """What a cell's text says that it answers, as the kind (brief, scene or question) and the id; None where it does not say."""
    return _asked(source) if len(source) < MOST_REMEMBERED else _asked.__wrapped__(source)


@lru_cache(maxsize=500)
def _asked(source: str) -> tuple[str, str] | None:
    subject = answer_text(source).subject
    return None if subject is None else (kind_named(source), subject)


def find(cells: Iterable[Mapping], course_cell: Mapping, missing: str = MISSING) -> Found:
    """The answer to ``course_cell`` among the ``cells`` that were handed in; ``missing`` says why there is none.

    ``course_cell`` is the released cell; its first line names the brief, scene or question.
    Raises ValueError where it names none: the assignment itself is then at fault.
    """
    line, _, _ = source_of(course_cell).partition("\n")
    wanted = asked(line)
    if wanted is None:
        raise ValueError(f"The answer cell “{grade_id(course_cell)}” names no brief, scene or question in its first line.")
    copies = [source_of(cell) for cell in cells if _answers(cell, grade_id(course_cell), wanted)]
    if not copies:
        return Found(line, *wanted, missing)
    written = list(dict.fromkeys(copy for copy in copies if not is_untouched(answer_text(copy).prose)))
    if len(written) > 1:
        return Found("\n".join([line, *(answer_text(copy).prose for copy in written)]), *wanted, SEVERAL)
    return Found(_with_line(line, (written or copies)[0]), *wanted)


def _answers(cell: Mapping, wanted: str | None, subject: tuple[str, str]) -> bool:
    """A cell with the wanted grade id, or one without any that a learner made and began with the same line."""
    name = grade_id(cell)
    return name == wanted if name else asked(source_of(cell)) == subject


def _with_line(line: str, source: str) -> str:
    """The source under the course's own first line, so that running the cell only ever reads it."""
    return source if source.partition("\n")[0] == line else f"{line}\n{answer_text(source).prose}"
