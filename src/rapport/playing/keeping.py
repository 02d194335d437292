"""Keeps a play on the learner's machine, move by move, and takes it up again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .. import memory
from .known import Known, are_moves, from_json
from .play import SURENESS, Play
from .scene import Scene
from .session import Misfit, Session
from .written import Assess, read_draft

RESUMED = "You were here. Continue, or start again."
CHANGED = "This scene has changed a little since you were here. Continue, or start again."
OUTDATED = "This scene has changed since you were here, so it starts from the beginning."


@dataclass(frozen=True)
class Kept:
    """A play taken up again; ``note`` is a sentence for the learner, or empty on a first visit."""

    play: Play
    known: Known = Known()
    note: str = ""


def digest(scene: Scene) -> str:
    """A short mark that changes with anything in the scene."""
    return hashlib.sha256(scene.model_dump_json().encode()).hexdigest()[:16]


def resume(scene: Scene, assess: Assess = read_draft) -> Kept:
    """The play that was kept for this scene, or a new one where there is none or its moves no longer fit."""
    saved = memory.load(_key(scene))
    if not isinstance(saved, dict):
        return Kept(Play(Session(scene, (), assess)))
    known = from_json(scene, saved)
    try:
        session = Session(scene, tuple(_moves(saved)), assess)
    except Misfit:
        return Kept(Play(Session(scene, (), assess)), known, OUTDATED)
    return Kept(_play(session, saved), known, _note(session, saved))


def keep(play: Play, known: Known = Known()) -> bool:
    """Save a play after a move; False where this machine does not let us write."""
    session = play.session
    now = {"moves": list(session.moves), "exam": play.exam, "sureness": list(play.sureness)}
    return memory.save(_key(session.scene), {**now, "scene": digest(session.scene), **known.as_json()})


def _key(scene: Scene) -> str:
    return f"scenes/{scene.id}"


def _note(session: Session, saved: dict) -> str:
    if not session.moves:
        return ""
    return RESUMED if saved.get("scene") == digest(session.scene) else CHANGED


def _moves(saved: dict) -> list:
    moves = saved.get("moves", [])
    if not are_moves(moves):
        raise Misfit("What was kept is damaged.")
    return moves


def _play(session: Session, saved: dict) -> Play:
    """The session in the manner it was kept in; an exam whose record is damaged goes on as practice."""
    sureness = saved.get("sureness")
    whole = isinstance(sureness, list) and len(sureness) == len(session.moves)
    if saved.get("exam") is True and whole and all(type(one) is int and 0 <= one < len(SURENESS) for one in sureness):
        return Play(session, True, tuple(sureness))
    return Play(session)
