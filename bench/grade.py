"""How long ``rapport grade`` takes beside ``nbgrader autograde``, stock and with this course's configuration.

All grade the same submissions, one after the other, in folders that are thrown
away; each time is that of the whole command, its start included. "Floor" is reading
and assessing alone, in one process that has loaded everything, divided by the
processors: nothing that reads every answer can be faster.
Usage: python bench/grade.py [SUBMISSIONS [MORE …]]; with more than one number the
first is for all rows, and ``rapport grade`` alone grades each of the others, as in: 200 100 1000.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from autograde import REPOSITORY, STOCK, hand_in, run

ASSIGNMENT = "follow-up"
BARS = {"rapport grade": 25, "nbgrader, this course's configuration": 4}
GROWTH, MEGABYTES = 1.2, 300


def main() -> None:
    """Time all and print one table, with what is asked of each beside it."""
    number, *others = map(int, sys.argv[1:] or ["10"])
    print(f"{number} submissions, {os.cpu_count()} processors", flush=True)
    ours = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
    batch, memory = batched(ours, number)
    seconds = {
        "nbgrader, runs every notebook": nbgrader(STOCK, number),
        "nbgrader, this course's configuration": nbgrader(ours, number),
        "rapport grade": batch,
        "floor": floor(ours, number),
    }
    stock = next(iter(seconds.values()))
    print(f"{'':40}{'seconds':>10}{'each':>10}{'times as fast':>15}{'asked':>7}")
    for name, time_ in seconds.items():
        print(f"{name:40}{time_:10.2f}{time_ / number:10.3f}{stock / time_:15.1f}{BARS.get(name, ''):>7}")
    print(f"peak memory of rapport grade, all its processes: {memory:.0f} MB (asked: {MEGABYTES} at most)")
    if others:
        growth(ours, others)


def growth(configuration: str, numbers: list[int]) -> None:
    """Print what a submission costs in classes of these sizes, without the start of the command."""
    start, _ = batched(configuration, 1)
    each = {}
    for number in numbers:
        seconds, memory = batched(configuration, number)
        each[number] = (seconds - start) / number
        print(f"rapport grade, {number}: {seconds:.2f} s, each {each[number]:.3f} s without start, {memory:.0f} MB", flush=True)
    small, large = min(numbers), max(numbers)
    print(f"each at {large} is {each[large] / each[small]:.2f} of each at {small} (asked: {GROWTH} at most)")


def nbgrader(configuration: str, number: int) -> float:
    """Seconds that ``nbgrader autograde`` takes; the gradebook knows the assignment already."""
    with class_of(configuration, number) as course:
        run(course, "generate_assignment", ASSIGNMENT, "--force")
        taken = run(course, "autograde", ASSIGNMENT).clock
        expect(course, number)
    return taken


def batched(configuration: str, number: int) -> tuple[float, float]:
    """Seconds that ``rapport grade`` takes, and its memory at the most in megabytes."""
    with class_of(configuration, number) as course:
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "src")}
        command = [sys.executable, "-m", "rapport.cli", "grade", ASSIGNMENT]
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=course, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            peak = Peak(process.pid)
            errors = process.communicate()[1]
            taken = time.perf_counter() - start
        if process.returncode:
            raise SystemExit(errors.decode())
        expect(course, number)
        return taken, peak.end()


def floor(configuration: str, number: int) -> float:
    """Seconds for reading and assessing alone."""
    sys.path.insert(0, str(REPOSITORY / "src"))
    from rapport.grading import batch_warm, batch_worker  # noqa: F401
    from rapport.grading.batch_job import Job

    with class_of(configuration, number) as course:
        folders = course / "submitted", course / "exercises" / ASSIGNMENT, course / "solutions" / ASSIGNMENT
        jobs = [Job(path.parts[-3], None, {ASSIGNMENT: path}, *folders) for path in course.glob("submitted/*/*/*.ipynb")]
        start = time.perf_counter()
        for job in jobs:
            if batch_worker.outcome(job).failure:
                raise SystemExit(f"{job.student} could not be read.")
        return (time.perf_counter() - start) / (os.cpu_count() or 1)


@contextmanager
def class_of(configuration: str, number: int):
    """A course's folder in which so many have handed in."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        for name in ("solutions", "exercises"):
            shutil.copytree(REPOSITORY / name / ASSIGNMENT, course / name / ASSIGNMENT)
        (course / "nbgrader_config.py").write_text(configuration, encoding="utf-8")
        hand_in(course, number - 1)  # which adds one of its own
        yield course


def expect(course: Path, number: int) -> None:
    """End the program where not everybody was graded: the times would say nothing."""
    graded = len(list(course.glob(f"autograded/*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb")))
    if graded != number:
        raise SystemExit(f"Only {graded} of {number} were graded; the times would say nothing.")


class Peak:
    """Watches the memory of a process and all that it started; pages they share count once. Linux only, else 0."""

    def __init__(self, process: int):
        self._most, self._ended = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(process,))
        self._thread.start()

    def end(self) -> float:
        """Megabytes at the most, from the beginning until now."""
        self._ended.set()
        self._thread.join()
        return self._most / 1024

    def _watch(self, process: int) -> None:
        while not self._ended.wait(0.1):
            self._most = max(self._most, sum(map(_kilobytes, [process, *_descendants(process)])))


def _descendants(process: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{process}/task").glob("*/children")
        children = [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []
    return children + [each for child in children for each in _descendants(child)]


def _kilobytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
