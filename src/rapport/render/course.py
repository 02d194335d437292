"""The map of the course: five units with their lessons and reviews, and what comes after them."""

from __future__ import annotations

from dataclasses import dataclass

from .. import catalog, ipynb
from ..mistakes import UNITS
from . import words
from .card import Card
from .markup import element, escape, heading, page, paragraph

_AFTER = "And then"


@dataclass(frozen=True)
class Stop:
    """One line of the map; ``file`` is the notebook's name, empty where a mistake has no lesson yet."""

    title: str
    file: str
    minutes: int | None = None


def lessons() -> dict[str, str]:
    """The lesson's file name, as ``26-no-follow-up.ipynb``, for each mistake that has one, in the course's order."""
    notebooks = map(ipynb.load, catalog.lesson_paths().values())
    return {name: one.path.name for one in notebooks if (name := one.course.get("mistake")) in catalog.mistakes()}


def course_map() -> Card:
    """Every unit with its lessons in order; each links to its notebook, from beside them."""
    units = {unit: _stops(unit) for unit in UNITS}
    titled = {words.UNITS[unit]: stops for unit, stops in units.items()} | {_AFTER: _after()}
    said = _said(sum(1 for stops in units.values() for stop in stops if not stop.file))
    parts, lines = [paragraph(said)], [said]
    for title, stops in titled.items():
        if stops:
            parts += [heading(title), element("ul", "".join(element("li", _html(stop)) for stop in stops), "map")]
            lines += [f"{title}:", *(f"- {_text(stop)}" for stop in stops)]
    return Card(page(*parts, label="Map of the course"), "\n".join(lines))


def _said(missing: int) -> str:
    if missing:
        return f"{words.capital(words.counted(missing, 'lesson'))} {'is' if missing == 1 else 'are'} still to come."
    return "Each lesson is about one mistake. The order is a good one, but you can begin with any of them."


def _stops(unit: str) -> list[Stop]:
    """The unit's lessons in the order of their numbers, then mistakes without one, then its review."""
    ready = lessons()
    of_unit = [name for name, mistake in catalog.mistakes().items() if mistake.unit == unit]
    with_lesson = [name for name in ready if name in of_unit]
    stops = [_stop(ready[name], catalog.mistake(name).title) for name in with_lesson]
    stops += [Stop(catalog.mistake(name).title, "") for name in of_unit if name not in ready]
    return stops + [_stop(one.path.name, one.title) for one in _others() if one.course.get("unit") == unit]


def _after() -> list[Stop]:
    return [_stop(one.path.name, one.title) for one in _others() if one.course.get("after") is True]


def _others() -> list[ipynb.Notebook]:
    notebooks = map(ipynb.load, catalog.lesson_paths().values())
    return [one for one in notebooks if "mistake" not in one.course]


def _stop(file: str, title: str) -> Stop:
    notebook = ipynb.load(catalog.lesson_paths()[file.removesuffix(".ipynb")])
    return Stop(title, file, notebook.course.get("minutes"))


def _html(stop: Stop) -> str:
    if not stop.file:
        return element("span", escape(stop.title), "soft")
    link = element("a", escape(stop.title), href=stop.file)
    return f"{link} {element('span', f'{stop.minutes} minutes', 'soft')}" if stop.minutes else link


def _text(stop: Stop) -> str:
    return f"{stop.title} ({stop.file})" if stop.file else stop.title
