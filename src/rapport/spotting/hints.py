"""What somebody may look at who is stuck before a message: first the advice behind each answer, then one answer less."""

from __future__ import annotations

import hashlib
import random

from .. import catalog
from ..reading.text import sentences
from . import telling
from .spots import NONE, Item

ADVICE = "Stuck? The advice behind each answer"
LEAVE = "A message need not be perfect. It is enough if the other person gets from it what they need."
"""What is behind the answer that nothing is wrong."""
SAID = 2
"""So many sentences of an advice are enough here."""
LESS = "Still stuck? One answer less"


def hints(item: Item) -> list[dict]:
    """Each with ``summary`` and ``lines``; they tell no more than that one of several answers does not fit."""
    behind = [f"{telling.title(answer)}. {_advice(answer)}" for answer in telling.offered(item)]
    wrong = [answer for answer in telling.offered(item) if answer != item.answer]
    found = [{"summary": ADVICE, "lines": behind}]
    if len(wrong) > 1:
        found.append({"summary": LESS, "lines": [f"It is not “{telling.title(_one_of(wrong, item))}”."]})
    return found


def _advice(answer: str) -> str:
    if answer == NONE:
        return LEAVE
    return " ".join(one.text.strip() for one in sentences(catalog.mistake(answer).advice)[:SAID])


def _one_of(wrong: list[str], item: Item) -> str:
    """Always the same for a message, and any of them as likely as another."""
    return random.Random(hashlib.sha256(item.message.encode()).hexdigest()).choice(wrong)
