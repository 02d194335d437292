"""Wakes the pages that watch a class when something has changed, and not for every word of forty at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

REST = 0.25
"""Seconds between two pictures, in which further changes gather."""


class Changed:
    """Whether something has changed since somebody last looked."""

    def __init__(self):
        self.event = asyncio.Event()

    async def wait(self, longest: float) -> None:
        """Wait for a change, and no longer than so many seconds."""
        try:
            await asyncio.wait_for(self.event.wait(), longest)
            await asyncio.sleep(REST)
        except TimeoutError:
            pass
        self.event.clear()


class Watchers:
    """All pages that watch."""

    def __init__(self):
        self._all: set[Changed] = set()

    def wake(self) -> None:
        """Something has changed."""
        for one in self._all:
            one.event.set()

    @contextmanager
    def watching(self) -> Iterator[Changed]:
        """One page, for as long as it watches."""
        one = Changed()
        self._all.add(one)
        try:
            yield one
        finally:
            self._all.discard(one)
