"""Keeps what a learner said to each situation on the learner's machine.

Under ``dilemmas/<tension>`` stands ``{"asked": digest, "said": [{"choice", "sure", "on", "date"}, …]}``, oldest first.
"""

from __future__ import annotations

from dataclasses import asdict

from .. import memory
from ..spotting.rounds import SURENESS
from .dilemma import Dilemma
from .positions import CHOICES, DEPENDS, LONGEST, Position, digest


def kept(dilemma: Dilemma) -> tuple[Position, ...]:
    """What was said to this situation as it stands now, oldest first; nothing where it has changed or is damaged."""
    saved = memory.load(_key(dilemma))
    if not isinstance(saved, dict) or saved.get("asked") != digest(dilemma) or not isinstance(saved.get("said"), list):
        return ()
    found = tuple(map(_position, saved["said"]))
    return found if all(found) else ()


def keep(dilemma: Dilemma, said: tuple[Position, ...]) -> bool:
    """Save what was said; False where this machine does not let us write."""
    return memory.save(_key(dilemma), {"asked": digest(dilemma), "said": [asdict(one) for one in said]})


def _key(dilemma: Dilemma) -> str:
    return f"dilemmas/{dilemma.tension}"


def _position(row: object) -> Position | None:
    try:
        found = Position(**row)
    except TypeError:
        return None
    texts = (found.choice, found.sure, found.on, found.date)
    sound = all(isinstance(text, str) for text in texts) and found.choice in CHOICES and found.sure in SURENESS
    return found if sound and len(found.on) <= LONGEST and bool(found.on) == (found.choice == DEPENDS) else None
