"""What a learner has said to sharing where they are with this class; kept with everything else they did."""

from __future__ import annotations

import time

from .. import memory
from . import channel

KEY = "class/consent"
NAMED, UNNAMED, NO = "named", "unnamed", "no"
ANSWERS = (UNNAMED, NAMED, NO)
ON_ITS_WAY = 30
_unkept = False  # an answer could not be kept: nothing is sent from this kernel, whatever was said before


def given() -> str:
    """The answer to this class's question, one of ANSWERS; empty before there is one. Another board asks anew."""
    saved = _saved()
    return saved["share"] if saved.get("share") in ANSWERS else ""


def agreed() -> bool:
    """Whether anything may be sent."""
    return not _unkept and bool(channel.address()) and given() in (NAMED, UNNAMED)


def give(answer: str) -> bool:
    """Keep an answer; False where this machine does not let us write, and then nothing may be sent.

    A “no” after a “yes” is owed to the board until ``told`` says that it has heard of it.
    """
    global _unkept
    owed = answer == NO and (given() in (NAMED, UNNAMED) or owes_leaving())
    _unkept = not memory.save(KEY, {"share": answer, "board": channel.address(), "owed": owed})
    return not _unkept


def owes_leaving() -> bool:
    """Whether the board has yet to hear that it must forget the learner."""
    return _saved().get("owed") is True


def told() -> None:
    """The board has heard the “no”."""
    if given() == NO:
        memory.save(KEY, {"share": NO, "board": channel.address(), "owed": False})


def ended() -> None:
    """The board does not know the learner, so the class has begun anew, and the question is open again.

    A “yes” that is only seconds old may not have reached the board yet.
    """
    if agreed() and time.time() - memory.saved_at(KEY) > ON_ITS_WAY:
        memory.forget(KEY)


def _saved() -> dict:
    saved = memory.load(KEY)
    here = isinstance(saved, dict) and saved.get("board") == channel.address()
    return saved if here else {}
