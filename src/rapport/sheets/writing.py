"""Writes all sheets into a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .. import catalog
from ..playing import load_scene
from ..render.pair_sheet import pair_document, sheet_style
from ..render.paper import paper, paper_style
from . import blanks, cards, day, pages

_NOTE = "Print this page on A4. Each sheet begins on a page of its own; this line is not printed."


class File(NamedTuple):
    """One file: its name, what it is in a few words, and its HTML."""

    name: str
    told: str
    html: str


def write(folder: Path, scenes: Iterable[str] = ()) -> list[Path]:
    """Write every sheet into ``folder``, which is made where it is missing; files of the same names are replaced.

    ``scenes`` get pair-work cards; where none is named, those that the plans in ``teaching/plans.md`` play. Returns
    the paths. Raises OSError, catalog.Unknown for a scene that is not there, and documents.Faulty.
    """
    found = list(files(scenes))
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / one.name for one in found]
    for path, one in zip(paths, found, strict=True):
        path.write_text(one.html, encoding="utf-8")
    return paths


def files(scenes: Iterable[str] = ()) -> Iterator[File]:
    """Every sheet. Raises as ``write``."""
    days = pages.plans()
    yield _file("before-class", "Before the class", day.checklist_sheet(pages.checklist()))
    yield _file("plans", "The plans, a day a page", "\n".join(map(day.plan_sheet, days)))
    yield _file("observer-card", "A card for whoever watches", blanks.observer_sheet())
    yield _file("question-cards", "Questions on which the sources disagree", cards.tension_sheets())
    yield _file("mistakes", "The mistakes on one page", cards.mistakes_sheet())
    yield _file("follow-up-plan", "A plan to fill in by hand", blanks.plan_sheet())
    for name in tuple(scenes) or played_in(days):
        scene = load_scene(name)
        yield File(f"pair-{scene.id}.html", f"{scene.title}: pair-work cards", pair_document(scene))


def played_in(days: Iterable[pages.Plan]) -> tuple[str, ...]:
    """The scenes that plans ask to print, as ``pair-SCENE`` among what is needed, each once."""
    needed = " ".join(part.needed for one in days for part in one.parts)
    return tuple(name for name in catalog.scene_paths() if f"pair-{name}" in needed.replace(",", " ").split())


def _file(name: str, title: str, sheets: str) -> File:
    style = f"{sheet_style()}\n{paper_style('class_sheets')}"
    return File(f"{name}.html", title, paper(title, title, _NOTE, sheets, style))
