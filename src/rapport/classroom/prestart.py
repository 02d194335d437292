"""Starts a class before it comes in: a few servers at a time, because forty at once would all fail.

Started again, it passes over those that run, so it can be stopped at any moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from .hub_api import Hub, HubError

TRIES = 2
PAUSE = 2
"""Seconds between two looks at a server that starts."""
LONGEST = 300


@dataclass(frozen=True)
class Started:
    """What came of one learner's server; ``trouble`` is empty where it is ready."""

    name: str
    seconds: float
    trouble: str = ""
    was_there: bool = False


def prestart(hub: Hub, names: Iterable[str], together: int, tell: Callable[[str], None]) -> list[Started]:
    """Start the servers of these users, ``together`` at a time; tells each as it comes.

    Raises HubError where the hub is silent.
    """
    names = list(names)
    running = {user["name"] for user in hub.users() if user["servers"].get("", {}).get("ready")}
    done = [Started(name, 0.0, was_there=True) for name in names if name in running]
    if done:
        tell(f"{len(done)} of {len(names)} run already.")
    with ThreadPoolExecutor(together) as pool:
        waiting = [pool.submit(_start, hub, name) for name in names if name not in running]
        try:
            for each in as_completed(waiting):
                done.append(each.result())
                tell(_words(done[-1], sum(not one.trouble for one in done), len(names)))
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return done


def _words(started: Started, ready: int, total: int) -> str:
    if started.trouble:
        return f"{started.name} could not be started: {started.trouble}"
    return f"{started.name} is ready ({started.seconds:.1f} s). {ready} of {total}."


def _start(hub: Hub, name: str) -> Started:
    begun, trouble = time.monotonic(), ""
    for _ in range(TRIES):
        try:
            hub.start(name)
            trouble = _wait(hub, name)
        except HubError as error:
            trouble = str(error)
        if not trouble:
            break
    return Started(name, time.monotonic() - begun, trouble)


def _wait(hub: Hub, name: str) -> str:
    """Wait until the server is ready; returns the trouble where it never will be."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        server = hub.server(name)
        if server and server["ready"]:
            return ""
        if not server or not server["pending"]:
            return "the server ended while it was starting; the hub's log says why"
        time.sleep(PAUSE)
    return f"it was not ready after {LONGEST} seconds"
