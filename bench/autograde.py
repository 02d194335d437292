"""How long grading a class takes: this course's configuration beside nbgrader's own, which runs every notebook.

Both grade the same submissions, one after the other, each in a folder of its own
that is thrown away. "Start" is the same command once more, when everybody is
graded already and is passed over. Usage: python bench/autograde.py [SUBMISSIONS]
"""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[1]
NBGRADER = str(Path(sysconfig.get_path("scripts")) / "nbgrader")
WIDTHS = (8, 8, 8, 16, 17)
STOCK = """
c = get_config()
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
"""


class Time(NamedTuple):
    """Seconds on the clock, and seconds of processor time with that of all child processes."""

    clock: float
    processor: float


def main() -> None:
    """Time both and print one table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    course = (REPOSITORY / "nbgrader_config.py").read_text(encoding="utf-8")
    rows = {
        "nbgrader alone, runs notebooks": graded(STOCK, number),
        "this course's configuration": graded(course, number),
    }
    print(f"nbgrader autograde, {number} submissions, {os.cpu_count()} processors")
    print(f"{'seconds':32}{'all':>8}{'start':>8}{'each':>8}{'all, processor':>16}{'each, processor':>17}")
    for name, row in rows.items():
        print(f"{name:32}" + "".join(f"{value:{width}.2f}" for value, width in zip(row, WIDTHS, strict=True)))
    ratios = [slow / fast for slow, fast in zip(*rows.values(), strict=True)]
    print(f"{'times as long':32}" + "".join(f"{ratio:{width}.1f}" for ratio, width in zip(ratios, WIDTHS, strict=True)))


def graded(configuration: str, number: int) -> tuple[float, ...]:
    """The five figures of a row for a configuration that grades ``number`` submissions."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        for name in ("solutions", "exercises"):
            shutil.copytree(REPOSITORY / name, course / name)
        (course / "nbgrader_config.py").write_text(configuration, encoding="utf-8")
        hand_in(course, number)
        run(course, "generate_assignment", "follow-up", "--force")
        run(course, "autograde", "follow-up", "--student", "learner-00")  # makes the gradebook
        whole = run(course, "autograde", "follow-up")
        scored = len(list(course.glob("autograded/*/follow-up/follow-up.ipynb")))
        if scored != number + 1:
            raise SystemExit(f"Only {scored} of {number + 1} were graded; the times would say nothing.")
        start = run(course, "autograde", "follow-up")
    each = Time(*((all_ - idle) / number for all_, idle in zip(whole, start, strict=True)))
    return whole.clock, start.clock, each.clock, whole.processor, each.processor


def hand_in(course: Path, number: int) -> None:
    """One submission to warm up and ``number`` to time; no two texts are the same."""
    notebook = json.loads((course / "exercises/follow-up/follow-up.ipynb").read_text(encoding="utf-8"))
    solved = json.loads((course / "solutions/follow-up/follow-up.ipynb").read_text(encoding="utf-8"))
    answers = {cell["id"]: cell["source"] for cell in solved["cells"] if "nbgrader" in cell["metadata"]}
    for learner in range(number + 1):
        submission = copy.deepcopy(notebook)
        for cell in submission["cells"]:
            if cell["id"] in answers:
                first, _, *prose, _ = "".join(answers[cell["id"]]).splitlines()
                cell["source"] = "\n".join([first, *prose[: -1 - learner % 4], f"Learner {learner}"])
        path = course / "submitted" / f"learner-{learner:02}" / "follow-up" / "follow-up.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(submission), encoding="utf-8")


def run(course: Path, *arguments: str) -> Time:
    """What a command of nbgrader takes. Ends the program where it fails."""
    scripts = sysconfig.get_path("scripts")
    environment = os.environ | {
        "PATH": f"{scripts}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONPATH": str(REPOSITORY / "src"),
        "RAPPORT_HOME": str(course / "home"),
    }
    clock, processor = time.perf_counter(), _children()
    done = subprocess.run([NBGRADER, *arguments], cwd=course, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return Time(time.perf_counter() - clock, _children() - processor)


def _children() -> float:
    times = os.times()  # none on Windows: 0 there
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()
