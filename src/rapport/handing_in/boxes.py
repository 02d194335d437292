"""Which answers of a notebook are written, and which are still empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..answers import answer_text, is_untouched
from ..grading.answers import grade_id, source_of


@dataclass(frozen=True)
class Box:
    """A box to answer in: the heading it stands under (its grade id where it has none), and whether anything is in it."""

    title: str
    written: bool


def boxes(notebook: Mapping) -> list[Box]:
    """The boxes that are handed in, in the order of the page."""
    heading, found = "", []
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else []:
        if not isinstance(cell, Mapping):
            continue
        if cell.get("cell_type") == "markdown":
            heading = _heading(source_of(cell)) or heading
        elif _is_to_hand_in(cell):
            found.append(Box(heading or grade_id(cell) or "", not is_untouched(answer_text(source_of(cell)).prose)))
    return found


def _heading(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return next((line.lstrip("#").strip() for line in lines if line.startswith("#")), "")


def _is_to_hand_in(cell: Mapping) -> bool:
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    return isinstance(marks, Mapping) and marks.get("solution") is True
