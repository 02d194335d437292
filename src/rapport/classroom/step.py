"""One step of making or removing a class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One thing to do, in words for the person who starts it."""

    says: str
    do: Callable[[], None]


def take(steps: list[Step], tell: Callable[[str], None]) -> None:
    """Take the steps in their order. Raises OSError where one fails; what is done by then stays."""
    for step in steps:
        tell(step.says)
        step.do()
