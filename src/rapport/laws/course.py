"""What the lessons must be together, and what each lesson on a mistake must have."""

from __future__ import annotations

from collections.abc import Iterator

from .. import catalog, ipynb, model_answers, research
from ..documents import Fault, Faulty
from ..ipynb import Notebook
from ..playing import load_scene
from . import law

PARTS = ("play", "jot", "evidence_box", "spot", "pad", "if_then")
"""The calls of a lesson, in their order: play, look back, weigh, judge, write, take along."""
ABOUT = ("jot", "evidence_box", "spot", "if_then")
"""The calls that name the lesson's own mistake."""


@law
def every_mistake_has_its_lesson() -> Iterator[Fault]:
    """Each mistake is taught by one lesson, called by it, and so each item of the five articles is."""
    taught = [notebook.course["mistake"] for notebook in _lessons()]
    for name in catalog.mistakes():
        if taught.count(name) != 1:
            items = [f"{key} {item.n}" for key, source in research.sources().items() for item in source.items
                     if name in item.mistakes]
            message = f"{taught.count(name)} lessons teach “{name}” (and with it {', '.join(items)})."
            remedy = f"There must be one, notebooks/NN-{name}.ipynb."
            yield Fault(str(catalog.root() / "notebooks"), 0, "", message, remedy)


@law
def a_lesson_has_its_parts() -> Iterator[Fault]:
    """A lesson plays a scene of its mistake, then asks for a line, weighs, judges, writes, and plans, in this order."""
    for notebook in _lessons():
        mistake, calls = notebook.course["mistake"], _calls(notebook)
        if tuple(name for name, _ in calls) != PARTS:
            found = ", ".join(name for name, _ in calls) or "none"
            yield notebook.fault(f"The lesson's parts are {found}.", f"They must be {', '.join(PARTS)}.")
        for name, argument in calls:
            if name in ABOUT and argument != mistake:
                yield notebook.fault(f"rapport.{name} is about “{argument}”.", f"The lesson is about “{mistake}”.")
            if name == "play" and not _is_played(argument, mistake):
                remedy = f"Choose a scene that names “{mistake}”."
                yield notebook.fault(f"In the scene “{argument}” the lesson's mistake cannot be made.", remedy)


@law
def the_pad_has_a_strong_answer() -> Iterator[Fault]:
    """For the situation of a lesson's pad there are model answers, the first weak one with the lesson's own mistake."""
    for notebook in _lessons():
        own = set(catalog.mistake(notebook.course["mistake"]).labels)
        for brief in [argument for name, argument in _calls(notebook) if name == "pad"]:
            path = catalog.model_answer_paths().get(brief)
            if path is None:
                remedy = f"Write scenarios/model-answers/{brief}.yaml."
                yield notebook.fault(f"There are no model answers for “{brief}”.", remedy)
            elif own and (shown := _labels(path)) and not own & shown:
                message = f"No weak answer to “{brief}” makes the lesson's own mistake."
                yield notebook.fault(message, f"One must have one of these labels: {', '.join(sorted(own))}.")


@law
def no_paragraph_twice() -> Iterator[Fault]:
    """No two lessons share a paragraph."""
    owners: dict[str, str] = {}
    for notebook in _lessons():
        for cell in notebook.cells:
            for text in cell.source.split("\n\n") if cell.kind == "markdown" else ():
                paragraph = " ".join(text.split())
                owner = owners.setdefault(paragraph, notebook.path.stem)
                if owner != notebook.path.stem and len(paragraph.split()) > 3:
                    yield notebook.fault(f"“{owner}” has this paragraph too: “{paragraph[:60]}”", "Reword it.", cell)


def _lessons() -> Iterator[Notebook]:
    for path in catalog.lesson_paths().values():
        notebook = ipynb.load(path)
        if notebook.course.get("mistake") in catalog.mistakes():
            yield notebook


def _calls(notebook: Notebook) -> list[tuple[str, str | None]]:
    found = []
    for cell in notebook.cells:
        try:
            found += [(call.name, call.argument) for call in ipynb.calls(cell)] if cell.kind == "code" else []
        except SyntaxError:
            continue  # told by lessons.calls_name_what_exists
    return [(name, argument) for name, argument in found if name in PARTS]


def _is_played(scene: str | None, mistake: str) -> bool:
    try:
        return mistake in load_scene(scene or "").mistakes
    except (catalog.Unknown, Faulty):
        return True  # told by lessons.calls_name_what_exists and scenes.scenes_play


def _labels(path) -> set[str]:
    try:
        return set(model_answers.read(path)[0].weak[0].labels)
    except Faulty:
        return set()  # told by model_answers.answers_can_be_read
