"""``rapport grade`` resumes, keeps to what it is asked for, survives its workers, and says in plain words what came of it."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy.exc import SQLAlchemyError

from rapport.cli import main
from rapport.grading import batch, batch_crew, batch_gradebook
from rapport.grading.batch_crew import DIED, TOO_LONG, Crew
from rapport.grading.batch_progress import progress, time_left
from rapport.grading.batch_summary import as_text
from rapport.grading.refused import Refused, Unwritten

from batches import copies, rows
from submissions import MESSAGE, cell_of, poor, untouched

LEARNERS = ("ada", "ben", "cleo")
RECORD = ".rapport/grade-follow-up.json"


@pytest.fixture(scope="module")
def graded(new_course):
    """A class of three, graded by two workers."""
    course = new_course("follow-up")
    released = course.notebook("exercises")
    for learner in LEARNERS:
        course.hand_in(learner, (poor if learner == "ben" else untouched)(released, {}, course.folder))
    summary = batch.grade(course.folder, "follow-up", crew=Crew(2))
    assert (summary.graded, summary.failed) == (3, {})
    return course


@pytest.fixture
def folder(graded, tmp_path) -> Path:
    """A copy of the graded class, to do with as one likes."""
    return shutil.copytree(graded.folder, tmp_path / "course")


def again(folder: Path, **options):
    """Grade once more, with one worker."""
    return batch.grade(folder, "follow-up", **{"crew": Crew(1)} | options)


def submission(folder: Path, learner: str) -> Path:
    return folder / "submitted" / learner / "follow-up/follow-up.ipynb"


def rewrite(folder: Path, learner: str, text: str) -> None:
    """Let a learner hand in another message."""
    notebook = json.loads(submission(folder, learner).read_text("utf-8"))
    cell_of(notebook, MESSAGE)["source"] = f"%%draft after-the-event\n{text}"
    submission(folder, learner).write_text(json.dumps(notebook), "utf-8")


def times(folder: Path) -> dict[str, int]:
    """When each learner's folder was written."""
    return {path.parent.parent.name: path.stat().st_mtime_ns for path in folder.glob("autograded/*/follow-up/*.ipynb")}


def test_what_is_done_and_unchanged_is_passed_over(folder):
    before = times(folder)
    summary = again(folder)
    assert (summary.graded, summary.passed_over) == (0, 3) and times(folder) == before


def test_what_was_handed_in_anew_is_graded_anew_and_nothing_else(folder):
    before = times(folder)
    rewrite(folder, "ada", "Dear Hannah, thank you. I will send you the list of printers by Friday.")
    summary = again(folder)
    assert (summary.graded, summary.passed_over) == (1, 2)
    assert {learner for learner, when in times(folder).items() if when != before[learner]} == {"ada"}
    assert "printers" in next(content for name, (content, _) in copies(folder).items() if name.startswith("ada")).decode()


def test_a_new_version_of_the_assignment_is_reason_to_grade_everybody(folder):
    path = folder / "solutions/follow-up/follow-up.ipynb"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert again(folder).graded == 3


@pytest.mark.parametrize("content", ["", "{", "[1]", None])
def test_without_a_record_nbgrader_s_own_rule_holds(folder, content):
    if content is None:
        (folder / RECORD).unlink()
    else:
        (folder / RECORD).write_text(content)
    (folder / "submitted/ada/follow-up/timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
    assert (again(folder).passed_over, again(folder, force=True).graded) == (3, 3)


def test_a_folder_that_is_missing_is_made_again(folder):
    before = rows(folder), copies(folder)
    shutil.rmtree(folder / "autograded/ben")
    assert again(folder).graded == 1
    assert (rows(folder), copies(folder)) == before


def test_force_and_student_do_what_they_say(folder):
    before = times(folder)
    summary = again(folder, students=["ben"], force=True)
    assert (summary.graded, summary.passed_over) == (1, 0)
    assert {learner for learner, when in times(folder).items() if when != before[learner]} == {"ben"}
    with pytest.raises(Refused, match="Nothing was handed in by zoe"):
        again(folder, students=["zoe", "ben"])


def dies_or_hangs(connection):
    """A worker that does not survive ada and does not get done with ben."""
    from rapport.grading.batch_worker import outcome

    try:
        while True:
            job = connection.recv()
            if job.student == "ada":
                os._exit(1)
            if job.student == "ben":
                time.sleep(60)
            connection.send(outcome(job))
    except EOFError:
        return


def test_a_worker_that_dies_or_hangs_is_replaced_and_its_submission_waits_for_a_person(folder):
    summary = again(folder, force=True, crew=Crew(1, limit=10, target=dies_or_hangs))
    assert summary.failed == {"ada": DIED, "ben": TOO_LONG} and summary.graded == 1
    for student in ("ada", "ben"):
        found = [row for row in rows(folder)["grades"] if row[0] == student]
        assert found and all((row[7], row[10]) == (None, 1) for row in found), "no marks, though there were some before"
    assert {name.split("/")[0] for name in copies(folder)} == {"cleo"}
    assert again(folder).graded == 2, "the next run tries them again"


def test_workers_that_cannot_start_are_nobody_s_fault(folder, monkeypatch):
    before = rows(folder), copies(folder)
    monkeypatch.setattr(batch_crew, "_begin", os._exit)
    with pytest.raises(Unwritten, match="could not be started"):
        again(folder, force=True)
    assert (rows(folder), copies(folder)) == before


def test_marks_by_hand_for_what_cannot_be_read_stay(folder):
    submission(folder, "ada").write_text("Dear teacher, I could not save the page.")
    again(folder)
    assert {row[10] for row in rows(folder)["grades"] if row[0] == "ada"} == {1}
    with sqlite3.connect(folder / "gradebook.db") as gradebook:
        gradebook.execute("update grade set manual_score = 1, needs_manual_grade = 0")
    gradebook.close()
    again(folder, force=True)
    assert {row[8] for row in rows(folder)["grades"] if row[0] == "ada"} == {1}


def test_a_notebook_under_another_name_and_a_time_that_is_none_stop_nobody(folder):
    submission(folder, "ada").rename(submission(folder, "ada").with_name("mine.ipynb"))
    (folder / "submitted/ben/follow-up/timestamp.txt").write_text("no time at all")
    summary = again(folder, force=True)
    assert summary.failed == {} and summary.graded == 3


def test_a_gradebook_that_is_in_use_is_left_as_it_was(folder, monkeypatch):
    before = rows(folder), copies(folder)
    def locked(*_):
        raise SQLAlchemyError("database is locked")

    monkeypatch.setattr(batch_gradebook.Ledger, "put", locked)
    with pytest.raises(Unwritten, match="locked"):
        again(folder, force=True)
    assert (rows(folder), copies(folder)) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such locks")
def test_two_do_not_grade_the_same_assignment_at_once(folder):
    hold = "import fcntl, sys; file = open(sys.argv[1], 'w'); fcntl.lockf(file, fcntl.LOCK_EX); print('held', flush=True); input()"
    command = [sys.executable, "-c", hold, folder / ".rapport/grade-follow-up.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(Refused, match="graded already"):
            again(folder, force=True)
        other.communicate(b"\n")
    assert again(folder, force=True).graded == 3


@pytest.mark.parametrize(("spoil", "reason"), [
    (lambda folder: (folder / "nbgrader_config.py").unlink(), "no nbgrader_config.py of this course"),
    (lambda folder: shutil.rmtree(folder / "exercises"), "generate_assignment"),
    (lambda folder: shutil.rmtree(folder / "submitted"), "Nothing was handed in"),
])
def test_what_cannot_begin_is_refused_with_a_reason(folder, spoil, reason):
    before = rows(folder)
    spoil(folder)
    with pytest.raises(Refused, match=reason):
        again(folder)
    assert rows(folder) == before


def test_the_command_tells_what_came_of_it(folder):
    rewrite(folder, "cleo", "Dear Hannah, thank you. I will send you the list of printers by Friday.")
    submission(folder, "ada").write_text("Dear teacher")
    told = CliRunner().invoke(main, ["grade", "follow-up", "--folder", str(folder), "--jobs", "1"])
    assert told.exit_code == 0
    assert "Graded: 2." in told.stdout and "nothing has changed: 1. Failed: 0." in told.stdout
    assert "is not a notebook, or only a part of one. A person has to look. ada" in told.stdout
    assert "cleo (follow-up-reflection)" in told.stdout and "nbgrader generate_feedback follow-up" in told.stdout
    assert "Graded: 2 of 2" in told.stderr


def test_the_command_says_what_is_wrong_with_a_folder(tmp_path):
    told = CliRunner().invoke(main, ["grade", "follow-up", "--folder", str(tmp_path)])
    assert told.exit_code == 2 and "nbgrader_config.py" in told.stderr and "Traceback" not in told.stderr


def test_names_reach_a_terminal_without_what_it_would_act_upon():
    summary = batch.Summary(failed={f"\x1b[2J{number}": DIED for number in range(20)})
    text = as_text(summary, "follow-up")
    assert "\x1b" not in text and "and 8 more" in text


def test_progress_is_plain_lines_where_nobody_is_looking():
    told = io.StringIO()
    show = progress(told)
    for done in range(0, 201, 2):
        show(done, 200)
    lines = told.getvalue().splitlines()
    assert len(lines) == 11 and lines[-1] == "Graded: 200 of 200" and "\r" not in told.getvalue()


def test_the_time_left_is_told_in_a_fitting_unit():
    assert time_left(10, 20, 100) == ", about 40 s left"
    assert time_left(10, 1, 100) == ", about 16 min left"
    assert time_left(10, 0, 100) == time_left(10, 100, 100) == ""


@pytest.mark.parametrize("module", ["batch_command", "batch_warm"])
def test_workers_start_without_nbgrader_and_before_it_is_loaded(module):
    loaded = f"import rapport.grading.{module}, sys; print([name for name in sys.modules if name.startswith('nbgrader')])"
    environment = os.environ | {"PYTHONPATH": str(Path(batch_crew.__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", loaded], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_who_stops_it_is_told_how_to_go_on(folder, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(batch._Run, "_write", stopped)
    before = rows(folder), copies(folder)
    told = CliRunner().invoke(main, ["grade", "follow-up", "--folder", str(folder), "--force", "--jobs", "1"])
    assert told.exit_code == 130 and "run the same command again" in told.stderr
    assert (rows(folder), copies(folder)) == before
