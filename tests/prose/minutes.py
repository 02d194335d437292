"""How long a lesson takes in its two sittings, by an estimate of our own: nobody has been timed.

The first sitting ends with the learner's own line after the scene, the second is the rest. Folded parts are not
counted, as nobody needs to open them.
"""

from __future__ import annotations

import re

from notebook_prose import markdown_passages

from rapport import catalog, ipynb
from rapport.ipynb import Cell, Notebook
from rapport.playing import load_scene
from rapport.reading.brief import brief
from rapport.render import brief_text
from rapport.render.evidence import evidence_html
from rapport.spotting import load_spots

WORDS = 180
"""Words a minute; our assumption for somebody who reads a second language with care."""
LINE, DRAFT, CHOICE = 1.5, 4.0, 10 / 60
"""Minutes for a line of one's own, for a first draft on the pad, and for judging one message once it is read."""

_FOLDED = re.compile(r"<(details|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def sittings(notebook: Notebook) -> tuple[float, float]:
    """Minutes of the first and of the second sitting of a lesson on a mistake."""
    calls = [[call.name for call in ipynb.safe_calls(cell)] if cell.kind == "code" else [] for cell in notebook.cells]
    pause = next(index for index, names in enumerate(calls) if "jot" in names)
    named = {call.name: call.argument for cell in notebook.cells if cell.kind == "code" for call in ipynb.safe_calls(cell)}
    first = load_scene(named["play"]).minutes + LINE
    second = _weighing(notebook.course["mistake"]) + _judging(notebook.course["mistake"]) + _writing(named["pad"])
    return first + _prose(notebook.cells[:pause]), second + _prose(notebook.cells[pause:])


def _weighing(mistake: str) -> float:
    return _minutes(_TAG.sub(" ", _FOLDED.sub("", evidence_html(catalog.mistake(mistake)))))


def _judging(mistake: str) -> float:
    items = load_spots(mistake).items
    return _minutes(" ".join(part for item in items for part in (item.situation, item.text, item.why))) + len(items) * CHOICE


def _writing(name: str) -> float:
    return _minutes(brief_text(brief(name))) + DRAFT


def _prose(cells: tuple[Cell, ...]) -> float:
    shown = (_FOLDED.sub("", cell.source) for cell in cells if cell.kind == "markdown")
    return sum(_minutes(passage) for source in shown for passage in markdown_passages(source))


def _minutes(text: str) -> float:
    return len(re.findall(r"[\w’'-]+", text)) / WORDS
