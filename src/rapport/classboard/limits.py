"""How often somebody may ask: a few times at once, and then at a steady pace."""

from __future__ import annotations

import time
from collections.abc import Callable

AT_ONCE, A_SECOND = 20, 1.0
MOST_KNOWN = 2000


class Pace:
    """Counts for each name how much is left; what was used comes back with time."""

    def __init__(self, at_once: float = AT_ONCE, a_second: float = A_SECOND,
                 clock: Callable[[], float] = time.monotonic):
        self._at_once, self._a_second, self._clock = at_once, a_second, clock
        self._left: dict[str, tuple[float, float]] = {}

    def allows(self, name: str) -> bool:
        """Whether this name may ask once more now."""
        now = self._clock()
        left, then = self._left.pop(name, (self._at_once, now))
        left = min(self._at_once, left + (now - then) * self._a_second)
        if len(self._left) >= MOST_KNOWN:
            self._left.pop(next(iter(self._left)))  # whoever has been silent longest
        self._left[name] = (left - 1 if left >= 1 else left, now)
        return left >= 1
