"""What follows the messages of a review: a scene to play, the learner's plans, and when the next review comes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from .. import catalog, intentions, ipynb, memory
from ..documents import Faulty
from ..playing import load_scene
from ..render.days import day_in_words
from . import logs, record, schedule

NEVER = "Nothing has gone wrong yet that could come back. Play a scene first, or judge some messages."
MENDED = "All that went wrong has come back four times and was right. If it happens again, it comes back here."


def next_review(day: datetime.date) -> str:
    """When the next review comes, in a sentence."""
    standing = schedule.standings(record.gather(day))
    following = schedule.next_day(standing)
    if following is None:
        return MENDED if standing else NEVER
    if following <= day:
        return "Some of it still waits for you today."
    when = "tomorrow" if following == day + datetime.timedelta(days=1) else f"on {day_in_words(following)}"
    return f"The next review comes {when}."


def scene_to_play(mistakes: Sequence[str], day: datetime.date) -> str:
    """A sentence naming a scene for the most frequent of these mistakes, other than those in which it was made.

    It is empty where there is none.
    """
    standing = schedule.standings(record.gather(day))
    for mistake in sorted(mistakes, key=lambda name: -standing[name].made if name in standing else 0):
        made_in = {event.where for event in logs.made_in_scenes() if event.mistake == mistake}
        names = [name for name in _scenes(mistake) if f"scenes/{name}" not in made_in]
        fresh = [name for name in names if memory.load(f"scenes/{name}") is None]
        for name in dict.fromkeys((*fresh, *names)):
            if scene := _with(name, mistake):
                title, notebook = scene.title, notebooks_of_scenes()[name]
                return f"Play “{title}”. It is in notebook {notebook[:2]} ({notebook}). " \
                       f"Look out there for this: {catalog.mistake(mistake).title}."
    return ""


def plans(mistakes: Iterable[str]) -> list[tuple[str, str]]:
    """The learner's if-then plans for these mistakes, each with the mistake's id; unfinished ones are left out."""
    return [(mistake, sentence) for mistake in mistakes if (sentence := _plan(mistake))]


def notebooks_of_scenes() -> dict[str, str]:
    """The file stem of the first notebook that plays a scene, by the scene's id, in the order of the course."""
    found: dict[str, str] = {}
    for stem, path in catalog.lesson_paths().items():
        for name in _played(ipynb.load(path)):
            found.setdefault(name, stem)
    return found


def _scenes(mistake: str) -> Iterator[str]:
    """Scenes that may hold the mistake: first those of its own lesson and its unit's review, then all others."""
    unit = catalog.mistake(mistake).unit
    notebooks = [ipynb.load(path) for path in catalog.lesson_paths().values()]
    near = [one for one in notebooks if one.course.get("mistake") == mistake or one.course.get("unit") == unit]
    return iter(dict.fromkeys(chain.from_iterable(map(_played, (*near, *notebooks)))))


def _played(notebook: ipynb.Notebook) -> list[str]:
    named = []
    for cell in notebook.cells:
        try:
            named += [call.argument for call in ipynb.calls(cell) if call.name == "play"] if cell.kind == "code" else []
        except SyntaxError:  # told by the laws
            continue
    return [name for name in named if name in catalog.scene_paths()]


def _with(name: str, mistake: str):
    """The scene, where this mistake can be made in it; loading one takes time, so they are tried one by one."""
    try:
        scene = load_scene(name)
    except Faulty:
        return None
    return scene if mistake in scene.mistakes else None


def _plan(mistake: str) -> str:
    saved = memory.load(f"plans/{mistake}")
    halves = [saved.get(half) for half in ("if", "then")] if isinstance(saved, dict) else []
    return intentions.sentence(*halves) if halves and all(isinstance(half, str) for half in halves) else ""
