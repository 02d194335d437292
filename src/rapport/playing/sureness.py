"""How sure a learner was of their answers, beside what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from . import feedback
from .play import SURENESS
from .session import Step

_TIMES = {1: "once", 2: "twice"}


def held(step: Step) -> bool:
    """Whether an answer was no mistake and cost nothing that can be counted."""
    return feedback.tone(step) in (feedback.HELPED, feedback.PLAIN)


def summary(steps: Sequence[Step], sureness: Sequence[int]) -> list[str]:
    """One line for each degree of sureness that was used, the surest first, and one on what to look at."""
    lines, answered = [], list(zip(steps, sureness))
    for level in reversed(range(len(SURENESS))):
        went = [held(step) for step, sure in answered if sure == level]
        if went:
            lines.append(f"You said “{SURENESS[level]}” {_times(len(went))}. {_went(went)}")
    surest = len(SURENESS) - 1
    missed = [number for number, (step, sure) in enumerate(answered, start=1) if sure == surest and not held(step)]
    if missed:
        lines.append(f"Look first at {_answers(missed)}: there you were very sure, and it cost you something.")
    return lines


def _times(count: int) -> str:
    return _TIMES.get(count, f"{count} times")


def _went(went: list[bool]) -> str:
    good, count = sum(went), len(went)
    if good == count:
        return "It went well." if count == 1 else "It went well each time."
    if not good:
        return "It cost you something." if count == 1 else "It cost you something each time."
    return f"It went well {_times(good)}."


def _answers(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"answer {numbers[0]}"
    return f"answers {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
