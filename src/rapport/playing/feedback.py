"""Puts numbers of a play into words: what a step did, how much of something there is, how an ending went."""

from __future__ import annotations

from .scene import Scene
from .session import Step

HURT, HELPED, COST, PLAIN = "slip", "help", "cost", "plain"
_HEADINGS = {HURT: "A classic mistake", HELPED: "What helped", COST: "What it cost", PLAIN: "What it did"}
_LEVELS = ("very low", "low", "in between", "high", "very high")


def tone(step: Step) -> str:
    """Whether a step was a mistake, helped, cost something, or changed nothing that can be counted."""
    if step.mistake:
        return HURT
    total = sum(value for value in step.effect.values() if not isinstance(value, bool))
    return HELPED if total > 0 else COST if total < 0 else PLAIN


def heading(step: Step) -> str:
    """The few words over the feedback on a step."""
    return _HEADINGS[tone(step)]


def level(value: int, low: int, high: int) -> int:
    """Where a value stands between the lowest and highest there can be, from 0 to 4."""
    if high <= low:
        return 2
    share = (min(max(value, low), high) - low) / (high - low)
    return min(4, int(share * 5))


def amount(value: int, low: int, high: int) -> str:
    """The same in words."""
    return _LEVELS[level(value, low, high)]


def outcome(scene: Scene, ending: str) -> str:
    """How an ending went, compared with the scene's other endings."""
    scores = sorted({one.score for one in scene.endings.values()})
    score = scene.endings[ending].score
    if score == scores[-1]:
        return "The best that can come of it."
    if score == scores[0]:
        return "Little or nothing came of it."
    return "Something good came of it." if score * 2 >= scores[0] + scores[-1] else "A little came of it."
