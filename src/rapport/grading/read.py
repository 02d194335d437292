"""Reads each answer of a graded copy and puts the reading below it.

The reading is the one that the learner saw: the same function on the same words.
"""

from __future__ import annotations

import traceback
from datetime import date

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor

from .. import render
from ..answers import BRIEF, QUESTION, SCENE, answer_text
from ..assessing import assess
from ..reading.brief import Brief
from ..reading.brief import brief as load_brief
from .answers import is_answer
from .handed_in import WITHOUT_TEXT
from .played import read_played
from .reflected import FOR_GRADERS, read_reflected, scheme_card
from .result import Reading, for_a_person, shown, strong

UNREADABLE = "This answer could not be read by the course. A person has to look."
UNSURE = "The reading is not sure of itself here: the score is a suggestion, and a person decides."


class ReadAnswers(NbGraderPreprocessor):
    """Assesses the answers; ``resources["rapport"]`` holds a Reading by grade id afterwards.

    ``cell.metadata.rapport.read`` says whether the output shows the words of the answer.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Give each answer cell its reading as the only output."""
        today = self.parent.handed_in_on(resources["nbgrader"]["student"])
        readings = resources["rapport"] = {}
        _show_situations(nb)
        for cell in filter(is_answer, nb.cells):
            reading = self._read(cell, today)
            readings[cell.metadata.nbgrader.grade_id] = reading
            cell.metadata.rapport.read = reading.score is not None
            cell.outputs = [_output(reading.html, reading.comment)]
            if QUESTION in cell.metadata.rapport:
                card = scheme_card(self.parent.solved(resources["nbgrader"]["notebook"]), cell)
                cell.outputs.append(_output(card.html, card.text, **FOR_GRADERS))
        return nb, resources

    def _read(self, cell: NotebookNode, today: date | None) -> Reading:
        told = cell.metadata.rapport
        try:
            if QUESTION in told:
                return read_reflected(cell.source, told.review)
            if SCENE in told:
                return read_played(cell.source, told.scene, told.review)
            return read_answer(cell.source, told.brief, told.review, today)
        except Exception:  # no text that a learner can write may stop the class
            self.log.error("An answer could not be read:\n%s", traceback.format_exc())
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
    return Reading(assessment.score, review or ("" if assessment.sure else UNSURE), comment, html)


def _show_situations(nb: NotebookNode) -> None:
    """Put each brief where the lesson shows it, so that a grader need not look for it; the code is left out."""
    briefs = {cell.metadata.rapport.get(BRIEF) for cell in filter(is_answer, nb.cells)} - {None}
    for cell in nb.cells:
        if "hidden" in cell.metadata.get("tags", ()):
            cell.metadata.transient = {"remove_source": True}
            cards = map(render.brief_card, _named(cell.source, briefs))
            cell.outputs = [_output(card.html, card.text) for card in cards]


def _named(source: str, briefs: set[str]) -> list[Brief]:
    return [load_brief(name) for name in sorted(briefs) if f'"{name}"' in source]


def _output(html: str, text: str, **about: object) -> NotebookNode:
    return new_output("display_data", {"text/html": html, "text/plain": text}, metadata=about)
