"""Kills ``rapport grade`` at random moments and says what was left: run by test_batch_kills.py as a program of its own.

Everything is loaded, and every answer read, once; each run is a fork of this process,
with workers forked from it in turn, in a process group of its own. Usage: kills.py
FOLDER NUMBER. Half of the runs start without a gradebook; for the others everybody has
been graded and then handed in something else. Four in five are killed after they have
begun to grade, for there the writing is, the fifth at any moment. One line for each
fault is printed, and a last line that says how often a run was cut off.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import warnings
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from batches import asked, copies, rows  # noqa: E402
from rapport.grading import batch_warm  # noqa: E402, F401 (the forks share what it loads)
from rapport.grading import batch, batch_course, batch_gradebook, batch_worker, read  # noqa: E402, F401
from rapport.grading.batch_crew import Crew  # noqa: E402
from rapport.grading.batch_job import Job  # noqa: E402
from submissions import MESSAGE, cell_of  # noqa: E402

LEARNERS = ("ada", "ben", "cleo", "dan")
ANY_MOMENT = 5
"""Of so many kills one comes at any moment."""
FIRST, SECOND = (
    "Dear Hannah, thank you for the talk on signs.",
    "Dear Hannah, thank you for the talk. I will send you the list of printers by Friday.",
)
WORDS = """
    select a.student_id, c.auto_comment from comment c join base_cell b on b.id = c.cell_id
    join submitted_notebook n on n.id = c.notebook_id join submitted_assignment a on a.id = n.assignment_id"""


class Times(NamedTuple):
    """Seconds until a run began to grade, and from then until its end."""

    start: float
    grading: float


class Kill(NamedTuple):
    """When to kill a run: so many seconds after its start, or after it began to grade."""

    when_grading: bool
    seconds: float


def main(folder: Path, number: int) -> None:
    """Prepare both beginnings, run each undisturbed once, then kill and run again ``number`` times."""
    batch.TOGETHER = 2
    starts = [changed(folder), fresh(folder)]
    read_once(starts)
    wanted, times = [], []
    for start in starts:
        copy = shutil.copytree(start, folder / f"whole-{start.name}")
        times.append(run(copy))
        wanted.append((rows(copy), copies(copy)))
    cut_off = 0
    for turn in range(number):
        start = starts[turn % 2]
        copy = shutil.copytree(start, folder / f"killed-{turn}")
        cut_off += killed(copy, moment(turn, times[turn % 2]))
        faults = left(copy)
        run(copy)
        faults += [] if (rows(copy), copies(copy)) == wanted[turn % 2] else ["the second run came to something else"]
        for fault in faults:
            print(f"run {turn}, {start.name}: {fault}")
        shutil.rmtree(copy)
    print(f"cut off {cut_off} of {number}")


def moment(turn: int, times: Times) -> Kill:
    """A random one. The turns take both beginnings in turn, and so do those that are killed at any moment."""
    if turn % ANY_MOMENT == 0:
        return Kill(False, random.uniform(0, sum(times)))
    return Kill(True, random.uniform(0, times.grading))


def read_once(starts: list[Path]) -> None:
    """Read all answers in this process; its forks then know the readings, and spend their time on writing."""
    read.read_answer = cache(read.read_answer)
    for start in starts:
        for path in start.glob("submitted/*/*/*.ipynb"):
            job = Job("", None, {path.stem: path}, start / "submitted", start / "exercises" / path.stem, start / "solutions")
            assert not batch_worker.outcome(job).failure


def fresh(folder: Path) -> Path:
    """A class that has handed in, without a gradebook."""
    return hand_in(folder / "fresh", SECOND)


def changed(folder: Path) -> Path:
    """A class that is graded and has handed in something else since."""
    start = hand_in(folder / "changed", FIRST)
    batch.grade(start, "follow-up", crew=Crew(2, method="fork"))  # in this process, which then has all loaded and ready
    return hand_in(start, SECOND)


def hand_in(course: Path, text: str) -> Path:
    """Everybody hands in the message ``text``; the folder has to hold the course already where ``text`` is not the first."""
    repository = Path(__file__).resolve().parents[2]
    if not course.exists():
        shutil.copytree(repository / "exercises/follow-up", course / "exercises/follow-up")
        shutil.copy(repository / "nbgrader_config.py", course)
    notebook = json.loads((course / "exercises/follow-up/follow-up.ipynb").read_text("utf-8"))
    for learner in LEARNERS:
        cell_of(notebook, MESSAGE)["source"] = f"%%draft after-the-event\n{text}\n{learner.title()}"
        path = course / "submitted" / learner / "follow-up/follow-up.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook), "utf-8")
    return course


def run(course: Path) -> Times:
    """Grade undisturbed."""
    begin = time.monotonic()
    child, begun = started(course)
    os.read(begun, 1)
    grading = time.monotonic()
    if status := ended(child, begun):
        print(f"{course.name}: an undisturbed run ended with {status}")
    return Times(grading - begin, time.monotonic() - grading)


def killed(course: Path, kill: Kill) -> bool:
    """Grade until the moment to kill it and its workers. Returns whether it was cut off."""
    child, begun = started(course)
    if kill.when_grading:
        os.read(begun, 1)
    time.sleep(kill.seconds)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # killed before it had a group, or done already
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(ended(child, begun))


def started(course: Path) -> tuple[int, int]:
    """A process that grades, in a group of its own, and a pipe from which there is to read once it has begun to."""
    begun, tell = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        batch.grade(course, "follow-up", crew=Crew(2, method="fork"), report=lambda *_: os.write(tell, b"."))
        os._exit(0)
    os.close(tell)
    return child, begun


def ended(child: int, begun: int) -> int:
    """Wait for the end of what was started; its status."""
    status = os.waitpid(child, 0)[1]
    os.close(begun)
    return status


def left(course: Path) -> list[str]:
    """What is wrong with what a killed run left."""
    if not (course / "gradebook.db").exists():
        return ["folders without a gradebook"] if copies(course) else []
    connection = sqlite3.connect(course / "gradebook.db")
    [(whole,)] = connection.execute("pragma integrity_check").fetchall()
    tables = connection.execute("select name from sqlite_master").fetchall()
    connection.close()
    faults = [] if whole == "ok" else [f"the gradebook is damaged: {whole}"]
    faults += [] if ("alembic_version",) in tables else ["the gradebook does not know its version"]
    comments = {}
    for student, comment in asked(course, WORDS):
        comments.setdefault(student, []).append(comment)
    for name, (content, _) in copies(course).items():
        student = name.split("/")[0]
        shown = [cell["outputs"][0]["data"]["text/plain"] for cell in json.loads(content)["cells"]
                 if cell["metadata"].get("nbgrader", {}).get("solution")]
        if sorted(map("".join, shown)) != sorted(map(str, comments.get(student, []))):
            faults.append(f"the folder of {student} and the gradebook say different things")
    return faults


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]), int(sys.argv[2]))
