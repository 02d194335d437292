"""Tells the board, for a learner who agreed, which lesson they are in and how their scenes end.

Whatever a learner does is kept through ``rapport.memory``; listening there is enough to know both. No text that was
written and no choice that was made is told.
"""

from __future__ import annotations

import os
import time
from pathlib import PurePath

from .. import catalog, memory
from . import channel, consent
from .messenger import THE

AGAIN = 60
"""Seconds after which being in a lesson is told again; in between the learner may have been in another."""

_begun = False
_told = 0.0


def begin() -> None:
    """Listen from now on, where there is a class; a second call changes nothing."""
    global _begun
    if _begun or not channel.address():
        return
    _begun = True
    memory.listen(_kept)
    if consent.owes_leaving():
        THE.leave()
    tell_lesson()


def tell_lesson() -> None:
    """Tell which lesson this kernel's notebook is, if it is one and the learner agreed."""
    global _told
    lesson = lesson_here()
    if lesson and consent.agreed():
        _told = time.monotonic()
        THE.tell({"do": "lesson", "lesson": lesson})


def lesson_here() -> str:
    """The lesson or exercise whose notebook this kernel runs, as Jupyter says; empty for any other."""
    name = PurePath(os.environ.get("JPY_SESSION_NAME", "").replace("\\", "/")).stem
    return name if name in catalog.lesson_paths() or name in catalog.assignment_paths() else ""


def _kept(key: str, value: object) -> None:
    """Something was kept, in the middle of a lesson, which must not be disturbed whatever goes wrong here."""
    try:
        _tell_of(key, value)
    except Exception:
        pass


def _tell_of(key: str, value: object) -> None:
    """The learner is at work here, and perhaps a scene has ended."""
    if key == consent.KEY or not consent.agreed():
        return
    if time.monotonic() - _told > AGAIN or not _told:
        tell_lesson()
    place, _, scene = key.partition("/")
    if place == "scenes" and isinstance(value, dict) and value.get("moves") in value.get("plays", ()):
        THE.tell(lambda: _ending(scene, value["moves"]))


def _ending(name: str, moves: list) -> dict:
    """The message about a finished play. Raises playing.Misfit or documents.Faulty where it cannot be replayed."""
    from ..playing import load_scene
    from ..playing.transcripts import replay

    return {"do": "ending", "scene": name, "ending": replay(load_scene(name), moves).ending}
