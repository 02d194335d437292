"""A whole class at once, on this machine: how many get in, how long it takes, what it costs.

Each learner has an account, a server and a kernel of their own. All ask for their
kernel at the same time, play a scene to its end and have a draft read.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from . import prestart, system
from .hub_api import HubError
from .kernel import Kernel, KernelTrouble
from .lesson import Lesson, learn
from .rehearsal import Rehearsal, rehearsal

MIB = 1024 * 1024


@dataclass(frozen=True)
class Result:
    """What a run came to: the servers, the lessons that went through, the troubles, and memory in MiB."""

    started: list[prestart.Started]
    seconds: float
    lessons: list[Lesson]
    troubles: list[str]
    class_seconds: float
    server_memory: float

    @property
    def succeeded(self) -> bool:
        return not self.troubles and not any(one.trouble for one in self.started)


def load(learners: int, together: int, checkout: Path, tell: Callable[[str], None]) -> Result:
    """Run a class of this many. Raises NoRehearsal, HubError and OSError where it cannot begin."""
    with rehearsal([f"l{number:02}" for number in range(1, learners + 1)], checkout, start_together=together) as opened:
        tell(f"The hub is open. Now {learners} servers, {together} at a time.")
        begun = time.monotonic()
        started = prestart.prestart(opened.hub, opened.learners, together, tell)
        ready = time.monotonic()
        tell("Now everybody at once: a kernel, a scene, a draft.")
        with ThreadPoolExecutor(learners) as pool:
            found = list(pool.map(lambda one: _lesson(opened, one.name), [one for one in started if not one.trouble]))
        done = time.monotonic()
        memory = statistics.median(_server_memory(name) for name in opened.learners)
    lessons = [one for one in found if isinstance(one, Lesson)]
    troubles = [one.trouble for one in started if one.trouble] + [one for one in found if isinstance(one, str)]
    return Result(started, ready - begun, lessons, troubles, done - ready, memory)


def _lesson(opened: Rehearsal, name: str) -> Lesson | str:
    begun = time.monotonic()
    try:
        with Kernel(opened.address, name, opened.token_of(name)) as kernel:
            return learn(kernel, begun)
    except (KernelTrouble, HubError, OSError) as error:
        return f"{name}: {error}"


def _server_memory(name: str) -> float:
    """The memory that only this user's programs other than kernels hold, in MiB."""
    return sum(system.private_memory(pid) for pid, command in system.programs(name) if "ipykernel" not in command) / MIB


def lines(result: Result) -> list[str]:
    """The result for people to read, and to put into SIZING.md."""
    good, asked = len(result.lessons), len(result.started)
    found = [f"Servers ready: {sum(not one.trouble for one in result.started)} of {asked}, in {result.seconds:.0f} s.",
             f"Lessons done:  {good} of {asked}, all at once, in {result.class_seconds:.0f} s."]
    if result.lessons:
        found += [_timing("a kernel with the course", [one.kernel for one in result.lessons]),
                  _timing("a scene to its end", [one.scene for one in result.lessons]),
                  _timing("a draft read", [one.draft for one in result.lessons]),
                  f"Memory of one learner: {result.server_memory:.0f} MiB server, "
                  f"{statistics.median(one.memory for one in result.lessons):.0f} MiB kernel (held by nobody else; medians)."]
    return [*found, *result.troubles]


def _timing(what: str, seconds: list[float]) -> str:
    return f"  {what}: median {statistics.median(seconds):.1f} s, longest {max(seconds):.1f} s"
