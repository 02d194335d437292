"""Hands a text in which somebody looks back to a person, with the mark scheme beside it.

No machine gives marks for it, neither for a good one nor for an empty one.
"""

from __future__ import annotations

from nbformat import NotebookNode

from ..answers import answer_text, is_untouched
from ..reflections import length_line, levels, solved
from ..render import Card
from ..render.markup import element, escape
from .answers import grade_id, source_of
from .handed_in import WITHOUT_TEXT
from .result import Reading, for_a_person, shown, strong

DECIDES = "A person reads this and decides on the points."
NOTHING = "Nothing was written here."
NO_SCHEME = "The mark scheme is not kept here. It stands in the assignment's notebook in solutions/."
TITLE = "Mark scheme (learners do not see this)"
FOR_GRADERS = {"for_graders": True}
"""What the metadata of an output say that stays off the page that goes back to the learner."""


def read_reflected(source: str, review: str = "") -> Reading:
    """Count the words in a cell's ``source``; no score, whatever they are. ``review`` says why else a person must look."""
    if review in WITHOUT_TEXT:
        return for_a_person(review)
    text = answer_text(source).prose
    counted = NOTHING if is_untouched(text) else length_line(text)
    notes = [note for note in (review, DECIDES) if note]
    html = shown("".join([*map(strong, notes), element("p", escape(counted))]))
    return Reading(None, " ".join(notes), "\n\n".join([*notes, counted]), html)


def scheme_card(solution: NotebookNode | None, answer: NotebookNode) -> Card:
    """The mark scheme of an answer, for graders only, out of the instructor's notebook (None where it is not here)."""
    scheme = _scheme(solution, answer) if solution else ""
    if not scheme:
        return Card(shown(strong(NO_SCHEME)), NO_SCHEME)
    items = "".join(element("li", f"<strong>{points}</strong> {escape(words)}") for points, words in levels(scheme).items())
    return Card(shown(strong(TITLE) + element("ul", items)), f"{TITLE}\n{scheme}")


def _scheme(solution: NotebookNode, answer: NotebookNode) -> str:
    cells = (cell for cell in solution.cells if grade_id(cell) == grade_id(answer))
    return next((solved(answer_text(source_of(cell)).prose).scheme for cell in cells), "")
