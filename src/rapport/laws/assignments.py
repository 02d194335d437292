"""What solutions/ and exercises/ must hold.

An installed package carries no solutions: where its own copy of the material is
in use (no pyproject.toml and no solutions/ beside it), the laws that compare the
two folders have nothing to look at. In a checkout a missing folder is a fault.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from .. import answers, catalog, ipynb
from ..documents import Fault, Faulty
from ..ipynb import Cell, Notebook
from . import law

LEAST_SCORE = 9
PLAY_AGAIN = (
    "Play the scene again, delete what stands under the first line, run the cell, and put the two marker lines back."
)
DAYS_AHEAD = (0, 200)
"""A solution is read as of today and of a later day, so that no date in it goes stale unseen."""
TELLING = 30
"""A line of a solution of at least this many characters must not stand in the exercise."""


@law
def folders_mirror() -> Iterator[Fault]:
    """Every solutions/slug/slug.ipynb has its exercises/slug/slug.ipynb, and the other way round."""
    if not _is_checkout():
        return
    for here, there, remedy in (("solutions", "exercises", "Run “make exercises”."),
                                ("exercises", "solutions", "Restore it, or delete the exercise.")):
        folder = catalog.root() / here
        for one in sorted(folder.iterdir()) if folder.is_dir() else ():
            if one.is_dir() and not one.name.startswith("."):
                yield from _pair_faults(one, catalog.root() / there, remedy)


@law
def answers_can_be_graded() -> Iterator[Fault]:
    """Each assignment has answer cells; each is for one brief, scene or question, with points and an id of its own."""
    for notebook in (*_notebooks("solutions"), *_notebooks("exercises")):
        if not notebook.answers:
            yield notebook.fault("No cell here is an answer.", "Mark one in nbgrader's Create Assignment toolbar.")
        if notebook.course.get("course") is not True:
            remedy = 'Add "rapport": {"course": true} to the notebook\'s metadata.'
            yield notebook.fault("The page does not know that this is of the course.", remedy,
                                 field="metadata.rapport.course")
        for cell in notebook.answers:
            yield from _answer_faults(notebook, cell)


@law
def exercises_are_unsolved() -> Iterator[Fault]:
    """In an exercise each answer holds its first line and the words to be replaced, and no solution shows."""
    solutions = {notebook.path.parent.name: notebook for notebook in _notebooks("solutions")}
    for notebook in _notebooks("exercises"):
        for cell in notebook.answers:
            prose = answers.answer_text(cell.source).prose
            if not prose or not answers.is_untouched(prose):
                remedy = "Run “make exercises” again; exercises are never edited by hand."
                yield notebook.fault("This is not the text that learners replace.", remedy, cell)
        if notebook.path.parent.name in solutions:
            yield from _leaks(notebook, solutions[notebook.path.parent.name])


@law
def exercises_match_solutions() -> Iterator[Fault]:
    """An exercise asks for exactly the answers that its solution gives, for the same points."""
    exercises = {notebook.path.parent.name: notebook for notebook in _notebooks("exercises")}
    for solution in _notebooks("solutions"):
        exercise = exercises.get(solution.path.parent.name)
        if exercise and _asked(exercise) != _asked(solution):
            remedy = "Run “make exercises” and keep both files."
            yield exercise.fault("The answers asked for are not those of the solution.", remedy)


@law
def solutions_score() -> Iterator[Fault]:
    """Each exemplary answer scores at least 9 of 10, today and later."""
    from ..assessing import assess
    from ..reading.brief import brief

    for notebook in _notebooks("solutions"):
        for cell in notebook.answers:
            name, prose = answers.answer_text(cell.source)
            if answers.kind_named(cell.source) != answers.BRIEF or name not in catalog.brief_paths():
                continue
            for ahead in DAYS_AHEAD:
                day = datetime.date.today() + datetime.timedelta(days=ahead)
                result = assess(prose, brief(name), day)
                if result.score < LEAST_SCORE:
                    weak = "; ".join(f"{key}: {result.reasons[key]}" for key, n in result.criteria.items() if n < 2)
                    message = f"Read on {day}, the answer to “{name}” scores {result.score} of 10 ({weak})."
                    yield notebook.fault(message, "Mend the answer, or the reader where it is wrong.", cell)
                    break


@law
def solutions_play() -> Iterator[Fault]:
    """Each exemplary play checks out in the scene as it is now, and reaches its best ending."""
    from ..playing import load_scene
    from ..playing.transcripts import FULL, check, mark

    for notebook in _notebooks("solutions"):
        for cell in notebook.answers:
            name, text = answers.answer_text(cell.source)
            if answers.kind_named(cell.source) != answers.SCENE or name not in catalog.scene_paths():
                continue
            checked = check(load_scene(name), text)
            if checked.session is None:
                yield notebook.fault(f"The play of “{name}” does not check out. {checked.reason}", PLAY_AGAIN, cell)
            elif mark(checked.session) < FULL:
                ending = checked.session.ending
                yield notebook.fault(f"The play of “{name}” ends with “{ending}”, not at its best.", PLAY_AGAIN, cell)


def _is_checkout() -> bool:
    return (catalog.root() / "solutions").is_dir() or (catalog.root() / "pyproject.toml").is_file()


def _notebooks(folder: str) -> Iterator[Notebook]:
    """The notebooks of a folder that can be read; those that cannot are another law's matter."""
    for path in sorted((catalog.root() / folder).glob("*/*.ipynb")):
        try:
            yield ipynb.load(path)
        except Faulty:
            continue


def _pair_faults(one: Path, other: Path, remedy: str) -> Iterator[Fault]:
    name = f"{one.name}.ipynb"
    if not (one / name).is_file():
        yield Fault(str(one), 0, "", f"There is no “{name}” in this folder.", "Call the notebook as its folder.")
        return
    try:
        ipynb.load(one / name)
    except Faulty as error:
        yield from error.faults
    if not (other / one.name / name).is_file():
        yield Fault(str(one / name), 0, "", f"There is no {other.name}/{one.name}/{name}.", remedy)


def _answer_faults(notebook: Notebook, cell: Cell) -> Iterator[Fault]:
    settings = cell.nbgrader
    if not settings.get("grade") or not settings.get("points"):
        remedy = "Choose “Manually graded answer” or “Autograded answer” and give it points."
        yield notebook.fault("This answer brings no points.", remedy, cell, "nbgrader")
    if sum(other.nbgrader.get("grade_id") == settings.get("grade_id") for other in notebook.answers) > 1:
        yield notebook.fault("Two answers share one id.", "Give each its own.", cell, "nbgrader.grade_id")
    yield from _first_line_faults(notebook, cell)


def _first_line_faults(notebook: Notebook, cell: Cell) -> Iterator[Fault]:
    from ..reading.brief import brief

    name, _ = answers.answer_text(cell.source)
    first = cell.source.split("\n", 1)[0]
    kind = answers.kind_named(cell.source) or answers.BRIEF
    known = {answers.SCENE: catalog.scene_paths(), answers.BRIEF: catalog.brief_paths(), answers.QUESTION: {name} - {None}}
    if name not in known[kind]:
        remedy = "Begin it with “%%draft BRIEF”, “%%plan BRIEF”, “%%played SCENE” or “%%reflect NAME”."
        yield notebook.fault(f"The first line (“{first}”) names no {kind}.", remedy, cell)
        return
    command = {answers.SCENE: "played", answers.QUESTION: "reflect"}.get(kind) or answers.COMMANDS[brief(name).is_plan]
    if first != (wanted := f"%%{command} {name}"):
        yield notebook.fault(f"The first line is “{first}”.", f"Write “{wanted}”.", cell)


def _leaks(exercise: Notebook, solution: Notebook) -> Iterator[Fault]:
    prose = "\n".join(answers.answer_text(cell.source).prose for cell in solution.answers)
    lines = {line.strip() for line in prose.splitlines() if len(line.strip()) >= TELLING}
    for cell in exercise.cells:
        if lines & {line.strip() for line in cell.source.splitlines()}:
            yield exercise.fault("A line of the solution stands here.", "Run “make exercises” again.", cell)


def _asked(notebook: Notebook) -> list[tuple]:
    return [(cell.nbgrader.get("grade_id"), cell.nbgrader.get("points"), answers.kind_named(cell.source),
             answers.answer_text(cell.source).subject) for cell in notebook.answers]
