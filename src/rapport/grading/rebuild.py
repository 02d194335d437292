"""Makes the copy that is graded and shown from the course's own notebook.

Of what was handed in only text is taken over: the answers, into the course's
own cells, and the learner's other notes, made harmless. Nothing else of it
(outputs, attachments, metadata, ids, widget state, cells that code could run
from) reaches a page that an instructor or another learner opens. A cell that
was deleted, doubled, split, moved or given another type needs no repair then.

A cell ``%%reply`` is a note like any other, and it sends the answer above it to
a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from ..objections import reply_text
from .answers import MISSING, asked, find, grade_id, is_answer, source_of
from .sanitise import from_markdown, from_plain

LONGEST_NOTE = 20_000
ALL_NOTES = 60_000
"""Letters of one submission's notes that are shown; the rest would only slow the grader's page, and the class."""
MORE_NOTES = "More notes were handed in. They are too long to be shown here."
REPLIED = "The learner replied to the reading of this answer. A person has to look."


def rebuild(submitted: NotebookNode, released: NotebookNode) -> NotebookNode:
    """A copy of ``released`` that holds the answers and the notes of ``submitted``. Raises ValueError for a faulty assignment."""
    notes = _notes(submitted.cells, released.cells)
    cells = list(notes.get(-1, ()))
    for place, cell in enumerate(released.cells):
        cells += [_filled(cell, submitted) if is_answer(cell) else deepcopy(cell), *notes.get(place, ())]
    _hand_on_replies(cells, submitted.cells)
    # Without the mark of a course notebook, Lab's extension runs nothing when an instructor opens the copy.
    metadata = NotebookNode(kernelspec=deepcopy(released.metadata.get("kernelspec", NotebookNode())))
    return NotebookNode(nbformat=4, nbformat_minor=5, cells=cells, metadata=metadata)


def _filled(course_cell: NotebookNode, submitted: NotebookNode) -> NotebookNode:
    found = find(submitted.cells, course_cell, submitted.metadata.get("unreadable", MISSING))
    cell = deepcopy(course_cell)
    cell.source = found.source
    # Pygments would colour prose as broken Python.
    cell.metadata.magics_language = "text"
    cell.metadata.rapport = {found.kind: found.subject, "review": found.review}
    return cell


def _hand_on_replies(cells: list, submitted: list) -> None:
    """Put each reply beside the answer that it stands below (above all answers: beside the first), for a person."""
    answers = [cell for cell in cells if is_answer(cell)]
    places = {grade_id(cell): number for number, cell in enumerate(answers)}
    last = 0
    for cell in submitted:
        last = places.get(grade_id(cell), last)
        if answers and (reply := reply_text(source_of(cell))):
            told = answers[last].metadata.rapport
            told.reply = "\n\n".join(filter(None, (told.get("reply"), reply)))[:LONGEST_NOTE]
            told.review = told.review or REPLIED


def _notes(submitted: list, course: list) -> dict[int, list[NotebookNode]]:
    """The learner's own cells by the place of the course's cell that they stand below; -1 is the top."""
    places = {source_of(cell): place for place, cell in enumerate(course)}
    answers = {grade_id(cell): place for place, cell in enumerate(course) if is_answer(cell)}
    subjects = {asked(source_of(course[place])) for place in answers.values()}
    notes, below, left = {}, -1, ALL_NOTES
    for number, cell in enumerate(submitted):
        source = source_of(cell)
        place = answers.get(grade_id(cell), places.get(source))
        if place is not None:
            below = max(below, place)
        elif source.strip() and asked(source) not in subjects and left > 0:
            left -= min(len(source), LONGEST_NOTE)
            note = _note(cell, source, f"note-{number}") if left > 0 else new_markdown_cell(MORE_NOTES, id="more")
            notes.setdefault(below, []).append(note)
    return notes


def _note(cell: Mapping, source: str, name: str) -> NotebookNode:
    show = from_markdown if cell.get("cell_type") == "markdown" else from_plain
    cut = source if len(source) <= LONGEST_NOTE else f"{source[:LONGEST_NOTE]} […]"
    return new_markdown_cell(show(cut), id=name)
