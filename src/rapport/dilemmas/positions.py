"""What a learner says to one situation, now and later; pure values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..spotting.rounds import SURENESS, Misfit
from .dilemma import Dilemma

A, B, DEPENDS = "a", "b", "depends"
CHOICES = (A, B, DEPENDS)
LONGEST = 300
"""Characters of the line on what it depends on."""
NO_CHOICE = "The page did not say which answer was meant. Please choose once more."
NO_LINE = "On what does it depend? Write a few words in the field. Then say how sure you are."
TOO_LONG = f"Your line is long. Please keep it under {LONGEST} letters."
THE_SAME = "That is what you said before. Choose another answer, or go on."


@dataclass(frozen=True)
class Position:
    """A side, or that it depends (then ``on`` says on what); how sure, and on which day (ISO 8601)."""

    choice: str
    sure: str
    on: str
    date: str


def committed(before: tuple[Position, ...], choice: str, sure: str, on: str, date: str) -> tuple[Position, ...]:
    """The positions with one more, the newest last. Raises Misfit, also where nothing is new in it."""
    line = " ".join(str(on or "").split()) if choice == DEPENDS else ""
    if choice not in CHOICES or sure not in SURENESS:
        raise Misfit(NO_CHOICE)
    if choice == DEPENDS and not line:
        raise Misfit(NO_LINE)
    if len(line) > LONGEST:
        raise Misfit(TOO_LONG)
    if before and (before[-1].choice, before[-1].sure, before[-1].on) == (choice, sure, line):
        raise Misfit(THE_SAME)
    return (*before, Position(choice, sure, line, date))


def changed(positions: tuple[Position, ...]) -> bool:
    """Whether the learner now stands elsewhere than at first; to be surer or less sure of the same is no change."""
    return bool(positions) and positions[0].choice != positions[-1].choice


def digest(dilemma: Dilemma) -> str:
    """A short mark that changes with what was asked, so that kept answers are read with the question they were given
    to. What is told afterwards may change without it."""
    asked = repr((dilemma.situation, dilemma.question, dilemma.option_a, dilemma.option_b))
    return hashlib.sha256(asked.encode()).hexdigest()[:16]
