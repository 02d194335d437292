"""The workers of ``rapport grade``: a process each, replaced where one dies or takes too long."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait

from .batch_job import Job, Outcome
from .refused import Unwritten

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
LIMIT = 60.0
"""Seconds for reading one submission; an ordinary one takes a twentieth of one."""
START = 120.0
"""Seconds for a worker to load what it needs, which a busy machine draws out."""
READY = "ready"
AHEAD = 2
"""How many submissions a worker has at once, so that it never waits for the writer."""
DIED = "The program ended over this submission. A person has to look."
UNSTARTED = "The processes that read could not be started; what they say stands above."
TOO_LONG = "Reading this submission took too long and was stopped. A person has to look."


def _begin(connection: Connection, target: Callable[[Connection], None] | None) -> None:
    if target is None:
        from .batch_worker import work as target  # loads the reader, which only the workers need
    connection.send(READY)
    target(connection)


class Crew:
    """Up to ``size`` workers; each has ``limit`` seconds for a submission.

    ``target`` is what a worker does with its end of the connection (default: batch_worker.work).

    ``method`` is how multiprocessing starts them. By default, where the system
    knows it, they are forked from a server that loads, from now on, what all of
    them need; nothing of this process (its gradebook) gets into them.
    """

    def __init__(
        self, size: int, limit: float = LIMIT, target: Callable[[Connection], None] | None = None, method: str = METHOD
    ):
        self._context = multiprocessing.get_context(method)
        if method == "forkserver":
            self._context.set_forkserver_preload(["rapport.grading.batch_warm"])
            from multiprocessing import forkserver  # not on Windows

            forkserver.ensure_running()
        self._size, self._limit, self._target = size, limit, target
        self._workers: list[_Worker] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """What comes of each job, in whatever order the workers get done. Raises Unwritten where no worker can start."""
        waiting = deque(jobs)
        self._workers = [self._worker() for _ in range(min(self._size, len(waiting)))]
        while waiting or any(worker.jobs for worker in self._workers):
            for worker in self._workers:
                while waiting and len(worker.jobs) < AHEAD:
                    worker.give(waiting.popleft())
            busy = [worker for worker in self._workers if worker.jobs]
            soonest = min(worker.deadline for worker in busy)
            wait([worker.connection for worker in busy], max(0, soonest - time.monotonic()))
            for worker in busy:
                yield from self._news(worker, waiting)

    def _news(self, worker: _Worker, waiting: deque[Job]) -> Iterator[Outcome]:
        if worker.has_news():
            try:
                found = worker.take()
            except (EOFError, OSError):
                yield self._replace(worker, waiting, DIED)
            else:
                yield from [found] if found else []
        elif time.monotonic() > worker.deadline:
            yield self._replace(worker, waiting, TOO_LONG)

    def _replace(self, worker: _Worker, waiting: deque[Job], why: str) -> Outcome:
        worker.end()
        if not worker.ready:  # no submission's fault
            raise Unwritten(UNSTARTED)
        culprit = worker.jobs.popleft()
        waiting.extendleft(reversed(worker.jobs))
        self._workers[self._workers.index(worker)] = self._worker()
        return Outcome(culprit.student, {}, why)

    def _worker(self) -> _Worker:
        return _Worker(self._context, self._limit, self._target)


class _Worker:
    """A process, the way to it, and the jobs it has, oldest first; ``deadline`` is the oldest one's."""

    def __init__(self, context, limit: float, target):
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_begin, args=(theirs, target), daemon=True)
        self.process.start()
        theirs.close()  # so that its death is seen as an end of file
        self.jobs: deque[Job] = deque()
        self.limit, self.deadline, self.ready = limit, 0.0, False

    def give(self, job: Job) -> None:
        try:
            self.connection.send(job)
        except OSError:
            pass  # it is dead already, which is seen when its outcome is asked for
        if not self.jobs:
            self.deadline = time.monotonic() + (self.limit if self.ready else START)
        self.jobs.append(job)

    def has_news(self) -> bool:
        try:
            return self.connection.poll()
        except OSError:
            return True

    def take(self) -> Outcome | None:
        """An outcome, or None for the word that the process is ready."""
        found = self.connection.recv()
        self.deadline = time.monotonic() + self.limit
        if found == READY:
            self.ready = True
            return None
        self.jobs.popleft()
        return found

    def end(self) -> None:
        """Stop the process, whatever it is doing."""
        self.connection.close()
        self.process.kill()
        self.process.join()
