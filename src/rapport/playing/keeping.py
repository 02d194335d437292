"""Keeps a play on the learner's machine, move by move, and takes it up again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .. import memory
from .scene import Scene
from .session import Misfit, Session
from .written import Assess, read_draft

RESUMED = "You were here. Continue, or start again."
CHANGED = "This scene has changed a little since you were here. Continue, or start again."
OUTDATED = "This scene has changed since you were here, so it starts from the beginning."


@dataclass(frozen=True)
class Kept:
    """A play taken up again; ``note`` is a sentence for the learner, or empty on a first visit.

    ``endings`` are the ids of the endings that this learner has ever reached.
    """

    session: Session
    endings: tuple[str, ...] = ()
    note: str = ""


def digest(scene: Scene) -> str:
    """A short mark that changes with anything in the scene."""
    return hashlib.sha256(scene.model_dump_json().encode()).hexdigest()[:16]


def resume(scene: Scene, assess: Assess = read_draft) -> Kept:
    """The play that was kept for this scene, or a new one where there is none or its moves no longer fit."""
    saved = memory.load(_key(scene))
    if not isinstance(saved, dict):
        return Kept(Session(scene, (), assess))
    endings = tuple(slug for slug in _list(saved, "endings") if slug in scene.endings)
    try:
        session = Session(scene, tuple(_moves(saved)), assess)
    except Misfit:
        return Kept(Session(scene, (), assess), endings, OUTDATED)
    return Kept(session, endings, _note(session, saved))


def keep(session: Session, endings: tuple[str, ...] = ()) -> bool:
    """Save a play after a move; False where this machine does not let us write."""
    value = {"moves": list(session.moves), "scene": digest(session.scene), "endings": list(endings)}
    return memory.save(_key(session.scene), value)


def _key(scene: Scene) -> str:
    return f"scenes/{scene.id}"


def _note(session: Session, saved: dict) -> str:
    if not session.moves:
        return ""
    return RESUMED if saved.get("scene") == digest(session.scene) else CHANGED


def _list(saved: dict, name: str) -> list:
    value = saved.get(name, [])
    return value if isinstance(value, list) else []


def _moves(saved: dict) -> list:
    moves = _list(saved, "moves")
    if any(isinstance(move, bool) or not isinstance(move, (int, str)) for move in moves):
        raise Misfit("What was kept is damaged.")
    return moves
