"""Where a learner stands: mistakes made and got right over time, scenes played, lessons begun."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .. import catalog, ipynb, memory
from ..documents import Faulty
from ..mistakes import UNITS
from ..playing import known, load_scene
from . import record, schedule
from .events import Event
from .schedule import Standing


@dataclass(frozen=True)
class Row:
    """The days on which a mistake was made and those on which it was got right, each once, and how it stands."""

    mistake: str
    made: tuple[datetime.date, ...]
    right: tuple[datetime.date, ...]
    standing: Standing


@dataclass(frozen=True)
class ScenePlayed:
    """How much of a scene was found."""

    title: str
    found: int
    endings: int
    tried: int
    answers: int


@dataclass(frozen=True)
class Overview:
    """``rows`` by unit, in the course's order; ``begun`` of ``lessons`` lessons."""

    today: datetime.date
    rows: dict[str, tuple[Row, ...]]
    scenes: tuple[ScenePlayed, ...]
    begun: int
    lessons: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done."""
        return not (self.rows or self.scenes or self.begun)


def overview(today: datetime.date) -> Overview:
    """Everything as it is kept on this day."""
    events = record.gather(today)
    standing = schedule.standings(events)
    rows = {unit: tuple(_row(name, events, standing[name]) for name in _of(unit) if name in standing) for unit in UNITS}
    begun = [_is_begun(notebook) for notebook in _lessons()]
    kept = {unit: found for unit, found in rows.items() if found}
    return Overview(today, kept, tuple(_scenes()), sum(begun), len(begun))


def _row(name: str, events: tuple[Event, ...], standing: Standing) -> Row:
    made, right = (
        tuple(sorted({event.day for event in events if event.mistake == name and event.fitted is fitted}))
        for fitted in (False, True)
    )
    return Row(name, made, right, standing)


def _scenes():
    for name in catalog.scene_paths():
        saved = memory.load(f"scenes/{name}")
        if not isinstance(saved, dict):
            continue
        try:
            scene = load_scene(name)
        except Faulty:
            continue
        found = known.from_json(scene, saved)
        if found.tried:
            answers = sum(known.options(scene, slug) for slug in scene.turns)
            yield ScenePlayed(scene.title, len(found.endings), len(scene.endings), len(found.tried), answers)


def _lessons() -> list[ipynb.Notebook]:
    notebooks = map(ipynb.load, catalog.lesson_paths().values())
    return [one for one in notebooks if one.course.get("mistake") in catalog.mistakes()]


def _is_begun(notebook: ipynb.Notebook) -> bool:
    """Whether anything is kept of what a lesson asks for."""
    mistake = notebook.course["mistake"]
    keys = [f"{kind}/{mistake}" for kind in ("jots", "plans", "spots")]
    for cell in notebook.cells:
        try:
            found = list(ipynb.calls(cell)) if cell.kind == "code" else []
        except SyntaxError:  # told by the laws
            continue
        keys += [f"scenes/{call.argument}" for call in found if call.name == "play" and call.argument]
        keys += [f"pads/{call.argument}/versions" for call in found if call.name == "pad" and call.argument]
    return any(memory.load(key) for key in keys)


def _of(unit: str) -> list[str]:
    return [name for name, mistake in catalog.mistakes().items() if mistake.unit == unit]
