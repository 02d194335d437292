"""`nbgrader export` and `rapport export` in a course folder, after the class was graded."""

import csv
import json

import pytest
from click.testing import CliRunner

from rapport.cli import main

from submissions import CLASS, MESSAGE

CANVAS = "--exporter=rapport.grading.exports.CanvasExport"


@pytest.fixture(scope="module")
def settled(course, tmp_path_factory):
    """A copy of the course in which a person gave the good learner three points for looking back."""
    other = course.copied(tmp_path_factory.mktemp("settled"))
    other.gradebook(
        """update grade set manual_score = 3, needs_manual_grade = 0 where auto_score is null and notebook_id in (
            select n.id from submitted_notebook n join submitted_assignment a on n.assignment_id = a.id
            where a.student_id = 'good')"""
    )
    return other


@pytest.fixture
def run(settled, monkeypatch):
    """Runs a rapport command in the course's folder."""
    monkeypatch.chdir(settled.folder)
    return lambda *words: CliRunner().invoke(main, ["export", *words])


@pytest.fixture
def waiting(settled):
    """Somebody whose work nobody has graded."""
    folder = settled.folder / "submitted" / "new-one" / "follow-up"
    folder.mkdir(parents=True)
    yield
    folder.rmdir()
    folder.parent.rmdir()


def test_nbgrader_s_own_command_writes_for_canvas_once(settled):
    first = settled.type("export", CANVAS, "--to", "canvas.csv")
    assert first.returncode == 0, first.stderr
    assert "Left empty" in first.stderr and "a-letter" in first.stderr
    with open(settled.folder / "canvas.csv", encoding="utf-8", newline="") as file:
        rows = {row["SIS Login ID"]: row["follow-up"] for row in csv.DictReader(file)}
    assert rows.keys() - {""} == set(CLASS) and (rows["good"], rows["a-letter"], rows["untouched"]) == ("23", "", "")
    before = (settled.folder / "canvas.csv").read_bytes()
    second = settled.type("export", CANVAS, "--to", "canvas.csv")
    assert second.returncode == 1 and "already" in second.stderr and "Traceback" not in second.stderr
    assert (settled.folder / "canvas.csv").read_bytes() == before
    assert settled.type("export", CANVAS, "--to", "canvas.csv", "--GradesExport.force=True").returncode == 0


def test_rapport_export_names_the_file_and_what_is_open(run, settled, waiting):
    done = run("follow-up", "--to", "moodle")
    assert done.exit_code == 0, done.output
    assert done.stdout == "Written: follow-up-grades-moodle.csv\n"
    assert "needs review" in done.stderr and "a-letter" in done.stderr
    assert "Not in the gradebook yet, and so not in the file, though they handed in: new-one." in done.stderr
    assert "follow-up (Feedback)" in (settled.folder / "follow-up-grades-moodle.csv").read_text("utf-8")
    again = run("follow-up", "--to", "moodle")
    assert again.exit_code == 2 and "already" in again.stderr and "--force" in again.stderr


def test_work_that_nobody_graded_yet_is_not_called_missing(run, settled, waiting):
    settled.gradebook("insert into student (id) values ('new-one')")
    done = run("follow-up", "--to", "csv", "-o", "open.csv")
    assert "follow-up, handed in, not graded yet (1): new-one" in done.stderr
    with open(settled.folder / "open.csv", encoding="utf-8", newline="") as file:
        [row] = [row for row in csv.DictReader(file) if row["student_id"] == "new-one"]
    assert (row["status"], row["score"]) == ("handed in, not graded yet", "")
    settled.gradebook("delete from student where id = 'new-one'")


def test_json_tells_the_findings_that_the_learner_saw(run, settled):
    done = run("follow-up", "--to", "json", "-o", "all.json")
    assert done.exit_code == 0, done.output
    results = json.loads((settled.folder / "all.json").read_text("utf-8"))["assignments"][0]["results"]
    [poor] = [result for result in results if result["learner"]["id"] == "poor"]
    [message] = [answer for answer in poor["answers"] if answer["name"] == MESSAGE]
    assert message["findings"] and all(finding["why"] in message["reading"] for finding in message["findings"])
    [letter] = [result for result in results if result["learner"]["id"] == "a-letter"]
    assert letter["score"] is None and {answer["findings"] is None for answer in letter["answers"]} == {True}


def test_the_course_may_lie_elsewhere(settled, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", "--folder", str(settled.folder), "--to", "csv"])
    assert done.exit_code == 0, done.output
    assert [path.name for path in tmp_path.iterdir()] == ["grades.csv"]


def test_a_folder_without_a_gradebook_is_told_and_stays_as_it_was(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", "follow-up", "--to", "csv"])
    assert done.exit_code == 2 and "There is no gradebook" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words, said", [
    (("folow-up", "--to", "csv"), "“follow-up”"),
    (("follow-up", "--to", "csv", "-o", "nowhere/grades.csv"), "nowhere"),
    (("follow-up", "--to", "canvas", "--roster", "none.csv", "-o", "c.csv"), "none.csv"),
    (("follow-up", "--to", "canvas", "--roster", "nbgrader_config.py", "-o", "c.csv"), "no gradebook of Canvas"),
    (("follow-up", "--to", "excel"), "'excel'"),
])
def test_what_cannot_be_done_is_said_in_a_sentence(run, words, said):
    done = run(*words)
    assert done.exit_code == 2 and said in done.stderr and "Traceback" not in done.output
