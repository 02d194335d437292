"""How long ``rapport grade`` takes beside ``nbgrader autograde``, stock and with this course's configuration.

All grade the same submissions, one after the other, in folders that are thrown
away; each time is that of the whole command, its start included. "Processor" is what
all processes of it used, which says more than the clock where others use the machine
as well. "Floor" is reading and assessing alone, in one process that has loaded
everything, divided by the processors: nothing that reads every answer can be faster.
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

from autograde import REPOSITORY, STOCK, Time, hand_in, run

ASSIGNMENT = "follow-up"
BARS = {"rapport grade": 25, "nbgrader, this course's configuration": 4}
GROWTH, MEGABYTES = 1.2, 300


def main() -> None:
    """Time all and print one table, with what is asked of each beside it."""
    number, *others = map(int, sys.argv[1:] or ["10"])
    print(f"{number} submissions, {os.cpu_count()} processors", flush=True)
    ours = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
    batch, memory = batched(ours, number)
    times = {
        "nbgrader, runs every notebook": nbgrader(STOCK, number),
        "nbgrader, this course's configuration": nbgrader(ours, number),
        "rapport grade": batch,
        "floor": floor(ours, number),
    }
    stock = next(iter(times.values()))
    print(f"{'':40}{'seconds':>10}{'each':>10}{'times as fast':>15}{'asked':>7}{'processor':>12}")
    for name, (clock, processor) in times.items():
        asked = BARS.get(name, "")
        print(f"{name:40}{clock:10.2f}{clock / number:10.3f}{stock.clock / clock:15.1f}{asked:>7}{processor:12.2f}")
    print(f"peak memory of rapport grade, all its processes: {memory:.0f} MB (asked: {MEGABYTES} at most)")
    if others:
        growth(ours, others)


def growth(configuration: str, numbers: list[int]) -> None:
    """Print what a submission costs in classes of these sizes, with and without the start of the command."""
    start, _ = batched(configuration, 1)
    whole, each = {}, {}
    for number in numbers:
        taken, memory = batched(configuration, number)
        whole[number] = taken.clock / number
        each[number] = Time(*((all_of_it - begun) / number for all_of_it, begun in zip(taken, start, strict=True)))
        print(f"rapport grade, {number}: {taken.clock:.2f} s, each without start {each[number].clock:.3f} s "
              f"({each[number].processor:.3f} s of processor), {memory:.0f} MB", flush=True)
    least, most = min(numbers), max(numbers)
    print(f"each at {most} beside each at {least}, asked {GROWTH} at most: whole command {whole[most] / whole[least]:.2f}, "
          f"without start {each[most].clock / each[least].clock:.2f}, "
          f"its processor time {each[most].processor / each[least].processor:.2f}")


def nbgrader(configuration: str, number: int) -> Time:
    """What ``nbgrader autograde`` takes; the gradebook knows the assignment already."""
    with class_of(configuration, number) as course:
        run(course, "generate_assignment", ASSIGNMENT, "--force")
        taken = run(course, "autograde", ASSIGNMENT)
        expect(course, number)
    return taken


def batched(configuration: str, number: int) -> tuple[Time, float]:
    """What ``rapport grade`` takes, and its memory at the most in megabytes."""
    with class_of(configuration, number) as course:
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "src")}
        command = [sys.executable, "-m", "rapport.cli", "grade", ASSIGNMENT]
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=course, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            watch = Watch(process.pid)
            errors = process.communicate()[1]
            taken = time.perf_counter() - start
        watch.end()
        if process.returncode:
            raise SystemExit(errors.decode())
        expect(course, number)
        return Time(taken, watch.processor), watch.megabytes


def floor(configuration: str, number: int) -> Time:
    """What reading and assessing alone takes."""
    sys.path.insert(0, str(REPOSITORY / "src"))
    from rapport.grading import batch_warm, batch_worker  # noqa: F401
    from rapport.grading.batch_job import Job

    with class_of(configuration, number) as course:
        folders = course / "submitted", course / "exercises" / ASSIGNMENT, course / "solutions" / ASSIGNMENT
        jobs = [Job(path.parts[-3], None, {ASSIGNMENT: path}, *folders) for path in course.glob("submitted/*/*/*.ipynb")]
        start, used = time.perf_counter(), time.process_time()
        for job in jobs:
            if batch_worker.outcome(job).failure:
                raise SystemExit(f"{job.student} could not be read.")
        return Time((time.perf_counter() - start) / (os.cpu_count() or 1), time.process_time() - used)


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


class Watch:
    """Watches a process and all that it started, four times a second: processor time and memory. Linux only, else 0.

    Memory is the proportional set size: what processes share is counted once.
    """

    def __init__(self, process: int):
        self.megabytes, self._seconds, self._ended = 0.0, {}, threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(process,))
        self._thread.start()

    @property
    def processor(self) -> float:
        """Seconds of processor time of all of them, as far as it was seen."""
        return sum(self._seconds.values())

    def end(self) -> None:
        """Watch no more."""
        self._ended.set()
        self._thread.join()

    def _watch(self, process: int) -> None:
        while not self._ended.wait(0.25):
            all_of_them = [process, *_descendants(process)]
            self._seconds |= {each: used for each in all_of_them if (used := _seconds(each))}
            self.megabytes = max(self.megabytes, sum(map(_kilobytes, all_of_them)) / 1024)


def _descendants(process: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{process}/task").glob("*/children")
        children = [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []
    return children + [each for child in children for each in _descendants(child)]


def _seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _kilobytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
