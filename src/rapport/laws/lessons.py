"""What every notebook in notebooks/ must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from .. import answers, catalog, ipynb
from ..documents import Fault, Faulty
from ..ipynb import Cell, Notebook
from . import law

HIDDEN = "hidden"
LINK = re.compile(r"\]\(\s*(?:<(?P<spaced>[^>]+)>|(?P<plain>[^)\s]+))")
NAMED = {
    "play": catalog.scene_path,
    "pad": catalog.brief_path,
    "show_brief": catalog.brief_path,
    "evidence_box": catalog.mistake,
    "explain": catalog.mistake,
    "who_is_right": catalog.dilemma_path,
    "spot": catalog.spot_path,
    "jot": catalog.noted,
    "if_then": catalog.mistake,
    "review_unit": catalog.review_path,
    "my_plans": catalog.unit,
}
"""What the first argument of each public function names."""
WITHOUT = ("who_is_right",)
"""Functions that show everything where no name is given."""
ANSWERED = {answers.BRIEF: catalog.brief_path, answers.SCENE: catalog.scene_path, answers.QUESTION: str}
"""What the first line of an answer names, by its kind; a question stands in the notebook itself and may be called anything."""


@law(first=True)
def notebooks_load() -> Iterator[Fault]:
    """Every lesson and every assignment is a notebook that can be read."""
    for path in (*catalog.lesson_paths().values(), *catalog.assignment_paths().values()):
        try:
            ipynb.load(path)
        except Faulty as error:
            yield from error.faults


@law
def named_and_marked() -> Iterator[Fault]:
    """A lesson is called NN-slug.ipynb with a number of its own; its metadata say that it is of this course."""
    numbers: dict[str, str] = {}
    for stem, path in catalog.lesson_paths().items():
        notebook = ipynb.load(path)
        if not (match := re.fullmatch(r"(\d\d)-[a-z0-9]+(-[a-z0-9]+)*", stem)):
            yield notebook.fault("A lesson is called NN-slug.ipynb.", "As in 26-no-follow-up.ipynb.")
        elif (other := numbers.setdefault(match[1], stem)) != stem:
            remedy = "Give one of the two the next number."
            yield notebook.fault(f"The number {match[1]} is taken by “{other}”.", remedy)
        yield from _metadata_faults(notebook)


@law
def links_lead_somewhere() -> Iterator[Fault]:
    """A link to another file of the course leads to one that is there."""
    for notebook in _notebooks():
        for cell in notebook.cells:
            for link in LINK.finditer(cell.source) if cell.kind == "markdown" else ():
                target = link["spaced"] or link["plain"]
                plain = unquote(re.split("[#?]", target)[0])
                if plain and not re.match(r"[a-z]+:", target) and not (notebook.path.parent / plain).exists():
                    remedy = f"Correct it, seen from {notebook.path.parent.name}/."
                    yield notebook.fault(f"The link “{target}” leads nowhere.", remedy, cell)


@law
def calls_name_what_exists() -> Iterator[Fault]:
    """A cell that plays a scene or shows a brief or a mistake names one that is there."""
    for notebook in _notebooks():
        for cell in notebook.cells:
            yield from _call_faults(notebook, cell) if cell.kind == "code" else ()


@law
def scenes_stand_above_their_answers() -> Iterator[Fault]:
    """Where a play is to be handed in, the scene stands above the box in the same notebook."""
    for notebook in _notebooks():
        played: set[str | None] = set()
        for cell in notebook.cells:
            if cell.kind == "code" and answers.kind_named(cell.source) == answers.SCENE:
                name = answers.answer_text(cell.source).subject
                if name not in played:
                    remedy = f'Put a cell above it with rapport.play("{name}").'
                    yield notebook.fault(f"Nobody can play the scene “{name}” above this box.", remedy, cell)
            elif cell.kind == "code":
                played |= {call.argument for call in ipynb.safe_calls(cell) if call.name == "play"}


@law
def code_is_hidden() -> Iterator[Fault]:
    """Learners do not program: every code cell that is no answer carries the tag “hidden”."""
    for notebook in _notebooks():
        for cell in notebook.cells:
            answer = cell.nbgrader.get("solution") or answers.command_named(cell.source)
            if cell.kind == "code" and not answer and HIDDEN not in cell.tags:
                remedy = f"Add the tag “{HIDDEN}” to the cell (Property Inspector, Cell Tags)."
                yield notebook.fault("Learners would see code here.", remedy, cell, "tags")


def _notebooks() -> Iterator[Notebook]:
    for path in (*catalog.lesson_paths().values(), *catalog.assignment_paths().values()):
        yield ipynb.load(path)


def _metadata_faults(notebook: Notebook) -> Iterator[Fault]:
    if notebook.course.get("course") is not True:
        remedy = 'Add "rapport": {"course": true} to the notebook\'s metadata (Property Inspector, Advanced Tools).'
        yield notebook.fault("The page does not know that this is a lesson.", remedy, field="metadata.rapport.course")
    name = notebook.course.get("mistake")
    if name is not None and name not in catalog.mistakes():
        error = catalog.Unknown("mistake", str(name), list(catalog.mistakes()))
        yield notebook.fault(str(error), "Correct the metadata.", field="metadata.rapport.mistake")
    minutes = notebook.course.get("minutes")
    if minutes is not None and not (isinstance(minutes, int) and 0 < minutes <= 90):
        yield notebook.fault(f"“{minutes}” are no minutes.", "Write a whole number.", field="metadata.rapport.minutes")


def _call_faults(notebook: Notebook, cell: Cell) -> Iterator[Fault]:
    if answers.command_named(cell.source):
        name, kind = answers.answer_text(cell.source).subject, answers.kind_named(cell.source)
        look_up = ANSWERED[kind]
        yield from _name_faults(notebook, cell, look_up, name, "the first line")
        return
    try:
        found = list(ipynb.calls(cell))
    except SyntaxError as error:
        yield notebook.fault(f"This is not valid Python: {error.msg}.", "Mend the cell.", cell)
        return
    for call in found:
        look_up = NAMED.get(call.name)
        if look_up and not (call.argument is None and call.name in WITHOUT):
            yield from _name_faults(notebook, cell, look_up, call.argument, f"rapport.{call.name}")


def _name_faults(notebook: Notebook, cell: Cell, look_up, name: str | None, field: str) -> Iterator[Fault]:
    if name is None:
        yield notebook.fault("No name stands here.", "Write it out between double quotes.", cell, field)
        return
    try:
        look_up(name)
    except catalog.Unknown as error:
        yield notebook.fault(str(error), "Correct the name.", cell, field)
