"""How far a batch is: one line that renews itself on a terminal, a plain line now and then anywhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

TENTHS = 10


def progress(stream: TextIO) -> Callable[[int, int], None]:
    """A function that is told how many of how many are done and shows it on ``stream``."""
    return _renewed(stream) if stream.isatty() else _plain(stream)


def time_left(seconds: float, done: int, total: int) -> str:
    """A rough word on the time that is left, after so many seconds; empty while nothing is known."""
    if not done or done == total:
        return ""
    left = seconds / done * (total - done)
    return f", about {left:.0f} s left" if left < 100 else f", about {left / 60:.0f} min left"


def _renewed(stream: TextIO) -> Callable[[int, int], None]:
    start = time.monotonic()

    def show(done: int, total: int) -> None:
        line = f"Graded: {done} of {total}{time_left(time.monotonic() - start, done, total)}"
        stream.write(f"\r{line:<60}" + ("\n" if done == total else ""))
        stream.flush()

    return show


def _plain(stream: TextIO) -> Callable[[int, int], None]:
    start, told = time.monotonic(), -1

    def show(done: int, total: int) -> None:
        nonlocal told
        tenth = TENTHS * done // total if total else TENTHS
        if tenth > told:
            told = tenth
            print(f"Graded: {done} of {total}{time_left(time.monotonic() - start, done, total)}", file=stream, flush=True)

    return show
