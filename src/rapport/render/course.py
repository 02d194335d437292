"""The map of the course: five units, their mistakes, and which have a lesson."""

from __future__ import annotations

import re

from .. import catalog
from ..mistakes import UNITS, Mistake
from . import words
from .card import Card
from .markup import element, escape, heading, page, paragraph


def lessons() -> dict[str, str]:
    """The lesson's file name, as ``01-no-follow-up.ipynb``, for each mistake that has one."""
    numbered = ((re.fullmatch(r"\d+-(.+)", stem), path.name) for stem, path in catalog.lesson_paths().items())
    return {match[1]: name for match, name in numbered if match and match[1] in catalog.mistakes()}


def course_map() -> Card:
    """Every mistake by unit; those with a lesson link to it, from beside the lessons."""
    ready = lessons()
    said = f"{words.capital(words.counted(len(ready), 'lesson'))} {'is' if len(ready) == 1 else 'are'} ready."
    said += " The others come later."
    parts, lines = [paragraph(said)], [said]
    for unit in UNITS:
        members = [mistake for mistake in catalog.mistakes().values() if mistake.unit == unit]
        title = words.UNITS.get(unit, words.capital(unit))
        rows = "".join(element("li", _row_html(mistake, ready)) for mistake in members)
        parts += [heading(title), element("ul", rows, "map")]
        lines += [f"{title}:", *(f"- {_row_text(mistake, ready)}" for mistake in members)]
    return Card(page(*parts, label="Map of the course"), "\n".join(lines))


def _row_html(mistake: Mistake, ready: dict[str, str]) -> str:
    if mistake.id not in ready:
        return element("span", escape(mistake.title), "soft")
    link = element("a", escape(mistake.title), href=ready[mistake.id])
    return f"{link} {element('span', 'lesson ready', 'tag')}"


def _row_text(mistake: Mistake, ready: dict[str, str]) -> str:
    return f"{mistake.title} (lesson ready: {ready[mistake.id]})" if mistake.id in ready else mistake.title
