"""The play of a scene that a learner finished last, among what is kept on this machine."""

from __future__ import annotations

from .. import memory
from .scene import Scene
from .session import Misfit, Session
from .transcripts import replay


def last_finished(scene: Scene) -> Session | None:
    """The play at hand if it is over, else the newest finished one that the scene still allows; None without any.

    ``moves`` of what is kept is the play at hand, ``plays`` are the finished ones, oldest first. Whatever is
    damaged counts as nothing.
    """
    saved = memory.load(f"scenes/{scene.id}")
    if not isinstance(saved, dict):
        return None
    plays = saved.get("plays")
    for moves in (saved.get("moves"), *reversed(plays if isinstance(plays, list) else [])):
        try:
            session = replay(scene, moves)
        except Misfit:
            continue
        if session.over:
            return session
    return None
