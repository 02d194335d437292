"""What the texts must hold in which learners look back on an assignment, and how people mark them."""

from __future__ import annotations

from collections.abc import Iterator

from .. import answers, catalog, ipynb
from ..documents import Fault, Faulty
from ..ipynb import Cell, Notebook
from ..reflections import FEWEST, MOST, SCHEME, levels, solved
from . import law

EXAMPLE = "For example: “"


@law
def each_assignment_looks_back() -> Iterator[Fault]:
    """Every assignment asks for one text that looks back, under a name that no other assignment uses."""
    seen: dict[str | None, Notebook] = {}
    for notebook in _notebooks("solutions"):
        found = _reflections(notebook)
        if len(found) != 1:
            remedy = "Give the assignment one answer cell that begins with “%%reflect NAME”."
            yield notebook.fault(f"{len(found)} texts look back here; there is to be one.", remedy)
        for cell in found:
            name = answers.answer_text(cell.source).subject
            if (other := seen.setdefault(name, notebook)) is not notebook:
                remedy = "Choose another: a learner's texts are kept under it."
                yield notebook.fault(f"The name “{name}” is taken by {other.path.parent.name}.", remedy, cell)


@law
def mark_schemes_are_whole() -> Iterator[Fault]:
    """A solution's text is as long as is asked for; its mark scheme has a line for each point with an example."""
    for notebook in _notebooks("solutions"):
        for cell in _reflections(notebook):
            yield from _solution_faults(notebook, cell)


def _solution_faults(notebook: Notebook, cell: Cell) -> Iterator[Fault]:
    text, scheme = solved(answers.answer_text(cell.source).prose)
    if not FEWEST <= (words := len(text.split())) <= MOST:
        yield notebook.fault(f"The exemplary text has {words} words.", f"Write {FEWEST} to {MOST}.", cell)
    found, most = levels(scheme), cell.nbgrader.get("points", 0)
    for points in range(most, 0, -1):
        if EXAMPLE not in found.get(points, ""):
            remedy = f"Under “{SCHEME}” write “{points} point{'s' * (points > 1)}: … {EXAMPLE}…”” on one line."
            yield notebook.fault(f"The mark scheme does not show what {points} of {most} is for.", remedy, cell)
    if extra := sorted(points for points in found if points > most):
        yield notebook.fault(f"The mark scheme has a line for {extra[0]}, the cell {most}.", "Make them agree.", cell)


def _reflections(notebook: Notebook) -> list[Cell]:
    return [cell for cell in notebook.answers if answers.kind_named(cell.source) == answers.QUESTION]


def _notebooks(folder: str) -> Iterator[Notebook]:
    for path in sorted((catalog.root() / folder).glob("*/*.ipynb")):
        try:
            yield ipynb.load(path)
        except Faulty:
            continue  # another law's matter
