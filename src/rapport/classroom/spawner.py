"""Starts a learner's server as the learner's own user, within limits.

The limits are those of the operating system for each program: memory
(RLIMIT_DATA), programs and threads of one user (RLIMIT_NPROC), and the
processors that it may use. A kernel inherits them. What one learner does cannot
take the machine from the others; two kernels of one learner may each take the
memory of one. For one limit over everything that a learner runs,
use systemd (deploy/hub/README.md).
"""

from __future__ import annotations

import os
import resource
from collections.abc import Callable

from jupyterhub.spawner import LocalProcessSpawner
from traitlets import Integer

class ClassSpawner(LocalProcessSpawner):
    """A local server with ``mem_limit`` and ``cpu_limit`` enforced, which JupyterHub's own spawner leaves to others."""

    process_limit = Integer(250, config=True, help="How many programs and threads one learner may have.")
    kindness = Integer(5, config=True, help="How far learners stand back for the hub and its proxy, by the measure of nice.")

    def make_preexec_fn(self, name: str) -> Callable[[], None]:
        """What the new process does before it becomes the server: be the user, then take the limits."""
        become = super().make_preexec_fn(name)
        memory, processes, kindness = self.mem_limit, self.process_limit, self.kindness
        cores = chosen_cores(sorted(os.sched_getaffinity(0)), int(self.cpu_limit or 0), self.user.id)

        def prepare() -> None:
            become()
            os.nice(kindness)
            if cores:
                os.sched_setaffinity(0, cores)
            if memory:
                resource.setrlimit(resource.RLIMIT_DATA, (int(memory), int(memory)))
            resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        return prepare


def chosen_cores(known: list[int], wanted: int, number: int) -> list[int]:
    """The processors for the learner of this number, so that learners are spread over all; none where there is no limit."""
    if not wanted or wanted >= len(known):
        return []
    return [known[(number * wanted + place) % len(known)] for place in range(wanted)]
