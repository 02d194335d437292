"""Reads each answer of a graded copy and puts the reading below it.

The reading is the one that the learner saw: the same function on the same words.
"""

from __future__ import annotations

import logging
import traceback
from datetime import date
from functools import cache

from nbformat import NotebookNode

from .. import render
from ..answers import BRIEF, QUESTION, SCENE, answer_text
from ..assessing import assess
from ..reading.brief import Brief
from ..reading.brief import brief as load_brief
from .answers import is_answer
from .handed_in import WITHOUT_TEXT
from .played import read_played
from .reflected import FOR_GRADERS, read_reflected, scheme_card
from .result import UNREADABLE, Reading, for_a_person, shown, strong
from .suggested import suggestion, suggestion_card

UNSURE = "The reading is not sure of itself here: the score is a suggestion, and a person decides."


def read_answers(
    nb: NotebookNode, today: date | None, solution: NotebookNode | None, log: logging.Logger
) -> dict[str, Reading]:
    """Give each answer cell of a graded copy its reading as the only output; returns the readings by grade id.

    ``today`` is the day of handing in, None where it is not known; ``solution`` the instructor's version, None
    where it is not kept here. ``cell.metadata.rapport.read`` says afterwards whether the output shows the words
    of the answer. ``log`` is told of an answer that the course could not read.
    """
    readings = {}
    _show_situations(nb)
    for cell in filter(is_answer, nb.cells):
        reading = readings[cell.metadata.nbgrader.grade_id] = _read(cell, today, log)
        cell.metadata.rapport.read = reading.score is not None
        cell.outputs = [_output(reading.html, reading.comment)]
        if reading.suggested:
            card = suggestion_card(reading.suggested)
            cell.outputs.append(_output(card.html, card.text, **FOR_GRADERS))
        if QUESTION in cell.metadata.rapport:
            card = scheme_card(solution, cell)
            cell.outputs.append(_output(card.html, card.text, **FOR_GRADERS))
    return readings


def _read(cell: NotebookNode, today: date | None, log: logging.Logger) -> Reading:
    told = cell.metadata.rapport
    try:
        if QUESTION in told:
            return read_reflected(cell.source, told.review)
        if SCENE in told:
            return read_played(cell.source, told.scene, told.review)
        return read_answer(cell.source, told.brief, told.review, today)
    except Exception:  # no text that a learner can write may stop the class
        log.error("An answer could not be read:\n%s", traceback.format_exc())
        return for_a_person(UNREADABLE)


def read_answer(source: str, brief_id: str, review: str = "", today: date | None = None) -> Reading:
    """Read the answer in a cell's ``source`` for a brief.

    ``review`` says why a person must look whatever the reading finds. Raises
    catalog.Unknown or documents.Faulty for a brief that cannot be used.
    """
    if review in WITHOUT_TEXT:
        return for_a_person(review)
    brief, text = load_brief(brief_id), answer_text(source).prose
    assessment = assess(text, brief, today)
    notes = [review] if review else []
    comment = "\n\n".join([*notes, render.assessment_text(assessment, text, brief, today=today)])
    card = render.assessment_html(assessment, text, brief, today=today, picture=False)
    html = shown("".join([*map(strong, notes), card]))
    unsure = "" if assessment.sure else UNSURE
    return Reading(assessment.score, review or unsure, comment, html, suggestion(assessment))


def _show_situations(nb: NotebookNode) -> None:
    """Put each brief where the lesson shows it, so that a grader need not look for it; the code is left out."""
    briefs = {cell.metadata.rapport.get(BRIEF) for cell in filter(is_answer, nb.cells)} - {None}
    for cell in nb.cells:
        if "hidden" in cell.metadata.get("tags", ()):
            cell.metadata.transient = {"remove_source": True}
            cards = [_situation(load_brief(name)) for name in sorted(briefs) if f'"{name}"' in cell.source]
            cell.outputs = [_output(card.html, card.text) for card in cards]


@cache
def _situation(brief: Brief) -> render.Card:
    return render.brief_card(brief)


def _output(html: str, text: str, **about: object) -> NotebookNode:
    """As nbformat's new_output, which would check each output by itself; the whole copy is checked once."""
    data = NotebookNode({"text/html": html, "text/plain": text})
    return NotebookNode(output_type="display_data", metadata=NotebookNode(about), data=data)
