"""Two finished plays of a scene side by side, from where they part."""

from __future__ import annotations

from itertools import takewhile

from .. import catalog
from . import feedback, script
from .known import Known
from .session import Misfit, Move, Session, Step


def finished(session: Session, known: Known) -> list[Session]:
    """The finished plays that are known and still fit the scene, the newest last."""
    found = (_replayed(session, moves) for moves in known.plays)
    return [play for play in found if play and play.over]


def comparison(session: Session, known: Known, picked: tuple[int, int] | None = None) -> dict:
    """The plays to choose from and, where there are two, what two of them have in common and where they part.

    ``picked`` are their places in ``finished``; without it, the newest is compared with the one before.
    """
    plays = finished(session, known)
    names = [_name(number, play) for number, play in enumerate(plays, start=1)]
    if len(plays) < 2:
        return {"plays": names, "picked": [], "shared": "", "sides": []}
    newest = len(plays) - 1
    one, other = picked if picked and all(0 <= at <= newest for at in picked) else (newest - 1, newest)
    same = _shared(plays[one], plays[other])
    return {
        "plays": names,
        "picked": [one, other],
        "shared": _common(plays[one], plays[other], same),
        "sides": [_side(plays[at], same) for at in (one, other)],
    }


def _replayed(session: Session, moves: tuple[Move, ...]) -> Session | None:
    try:
        return Session(session.scene, moves, session.assess)
    except Misfit:  # the scene has changed since
        return None


def _name(number: int, play: Session) -> str:
    return f"{number}. {feedback.outcome(play.scene, play.ending)}"


def _shared(one: Session, other: Session) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.moves, other.moves)))


def _common(one: Session, other: Session, same: int) -> str:
    if one.moves == other.moves:
        return "These are the same play. Pick another."
    if not same:
        return "They part at the first answer."
    return f"The first {same} answers are the same." if same > 1 else "The first answer is the same."


def _side(play: Session, same: int) -> dict:
    return {
        "steps": [_step(step) for step in play.steps[same:]],
        "ending": [{"kind": line.kind, "text": line.text} for line in script.spoken(play.scene.endings[play.ending].says)],
        "heading": feedback.outcome(play.scene, play.ending),
    }


def _step(step: Step) -> dict:
    lines = [*script.answer(step.said, isinstance(step.move, str)), *script.spoken(step.reply)]
    return {
        "lines": [{"kind": line.kind, "text": line.text} for line in lines],
        "tag": catalog.mistake(step.mistake).title if step.mistake else "",
    }
