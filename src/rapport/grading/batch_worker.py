"""What a worker of ``rapport grade`` does: it reads submissions, one at a time, and writes nothing.

It is a process of its own, without nbgrader, and may die or hang over a
submission without harm to the others.
"""

from __future__ import annotations

import logging
import signal
import warnings
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

from .graded import graded_copy
from .released import Released
from .result import Reading

NO_NOTEBOOK = "What was handed in cannot be read as a notebook. A person has to look."


@dataclass(frozen=True)
class Job:
    """One submission to read: its notebooks' files by name, and where the assignment's own lie."""

    student: str
    day: date | None
    files: dict[str, Path]
    released: Path
    solutions: Path


@dataclass(frozen=True)
class Outcome:
    """What came of a submission: of each notebook the text of the graded copy and the readings by grade id.

    ``failure`` is one sentence why there is none of it, and empty where there is.
    """

    student: str
    copies: dict[str, tuple[str, dict[str, Reading]]]
    failure: str = ""


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
        copies = {name: _copy(name, path, assignment, job.day) for name, path in job.files.items()}
    except Exception:  # one submission never stops the class
        return Outcome(job.student, {}, NO_NOTEBOOK)
    return Outcome(job.student, copies)


def _copy(name: str, path: Path, assignment: Released, day: date | None) -> tuple[str, dict[str, Reading]]:
    text, readings = graded_copy(path, assignment.notebooks[name], assignment.solved.get(name), day)
    # The page of a reading stands in the copy already.
    return text, {answer: replace(reading, html="") for answer, reading in readings.items()}


@cache
def _assignment(released: Path, solutions: Path) -> Released:
    return Released(released, solutions)
