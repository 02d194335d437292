"""Keeps the rounds of one mistake's messages on the learner's machine, so that a later review knows what was missed.

Under ``spots/<mistake>`` stands a list of rounds, oldest first:
``{"spots": digest, "order": [item, …], "answers": [{"item", "answer", "sure", "date"}, …]}``.
"""

from __future__ import annotations

from dataclasses import asdict

from .. import memory
from .rounds import SURENESS, Answer, Misfit, Round, digest, start
from .spots import Spots

RESUMED = "You were here. Go on where you stopped."
OUTDATED = "These messages have changed since you were here, so they start from the beginning."


def resume(spots: Spots) -> tuple[tuple[Round, ...], str]:
    """Every round kept, the present one last, and a sentence for the learner, or "" where there is nothing to say.

    A round that is damaged counts as not kept. Rounds made with messages that have since changed stay, but
    are not gone on with.
    """
    rounds = kept(spots.mistake)
    if rounds and rounds[-1].spots == digest(spots) and _fits(rounds[-1], spots):
        going = 0 < len(rounds[-1].answers) < len(rounds[-1].order)
        return rounds, RESUMED if going else ""
    note = OUTDATED if rounds and not rounds[-1].over else ""
    return (*rounds, start(spots)), note


def kept(mistake: str) -> tuple[Round, ...]:
    """The rounds kept for a mistake, oldest first, with whatever is damaged left out."""
    saved = memory.load(_key(mistake))
    return tuple(found for row in (saved if isinstance(saved, list) else ()) if (found := _round(row)))


def keep(spots: Spots, rounds: tuple[Round, ...]) -> bool:
    """Save the rounds; False where this machine does not let us write."""
    return memory.save(_key(spots.mistake), [asdict(one) for one in rounds])


def _key(mistake: str) -> str:
    return f"spots/{mistake}"


def _fits(one: Round, spots: Spots) -> bool:
    """Whether these answers could have been given to these messages, in this order."""
    again = Round(one.spots, one.order)
    if sorted(one.order) != list(range(len(spots.items))):
        return False
    try:
        for answer in one.answers:
            again = again.answered(spots, answer.answer, answer.sure, answer.date)
    except Misfit:
        return False
    return again == one


def _round(row: object) -> Round | None:
    try:
        answers = tuple(Answer(**answer) for answer in row["answers"])
        found = Round(row["spots"], tuple(row["order"]), answers)
    except (TypeError, KeyError):
        return None
    sound = isinstance(found.spots, str) and all(type(place) is int for place in found.order)
    return found if sound and all(map(_is_sound, answers)) else None


def _is_sound(answer: Answer) -> bool:
    texts = (answer.answer, answer.sure, answer.date)
    return type(answer.item) is int and all(isinstance(text, str) for text in texts) and answer.sure in SURENESS
