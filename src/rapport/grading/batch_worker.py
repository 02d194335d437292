"""What a worker of ``rapport grade`` does: it reads submissions, one at a time, and writes nothing.

It is a process of its own, without nbgrader, and may die or hang over a
submission without harm to the others.
"""

from __future__ import annotations

import logging
import signal
import warnings
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

from . import quick_start  # noqa: F401 (has to be the first)
from .batch_job import Job, Outcome
from .graded import graded_copy
from .released import Released
from .result import Reading

NO_NOTEBOOK = "What was handed in cannot be read as a notebook. A person has to look."


def work(connection: Connection) -> None:
    """Take jobs from ``connection`` and send their outcomes until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that writes
    warnings.simplefilter("ignore")
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)  # nbformat's remarks on what learners hand in
    try:
        while True:
            connection.send(outcome(connection.recv()))
    except (EOFError, OSError):
        return


def outcome(job: Job) -> Outcome:
    """Read one submission. Never raises on anything that a learner can hand in."""
    assignment = _assignment(job.released, job.solutions)
    try:
        copies = {name: _copy(name, path, job, assignment) for name, path in job.files.items()}
    except Exception:  # one submission never stops the class
        return Outcome(job.student, {}, NO_NOTEBOOK)
    return Outcome(job.student, copies)


def _copy(name: str, path: Path, job: Job, assignment: Released) -> tuple[str, dict[str, Reading]]:
    text, readings = graded_copy(path, job.root, assignment.notebooks[name], assignment.solved.get(name), job.day)
    # The page of a reading stands in the copy already.
    return text, {answer: replace(reading, html="") for answer, reading in readings.items()}


@cache
def _assignment(released: Path, solutions: Path) -> Released:
    return Released(released, solutions)
