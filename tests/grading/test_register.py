"""The gradebook follows the released assignment by itself, and everything that an instructor set stays."""

import shutil
import warnings
from datetime import date
from types import SimpleNamespace

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from rapport.grading.exporter import GradingExporter
from rapport.grading.register import register

from submissions import MESSAGE


@pytest.fixture
def directory(course, tmp_path):
    """nbgrader's view of a copy of the class's gradebook."""
    shutil.copy(course.folder / "gradebook.db", tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own, from its database
        yield CourseDirectory(root=str(tmp_path), course_id="rapport", assignment_id="follow-up")


@pytest.fixture
def released(course):
    return nbformat.read(course.folder / "exercises/follow-up/follow-up.ipynb", as_version=4)


def test_nothing_is_written_where_nothing_changed(directory, released, tmp_path):
    before = (tmp_path / "gradebook.db").read_bytes()
    register(directory, {"follow-up": released})
    assert (tmp_path / "gradebook.db").read_bytes() == before


def test_new_points_reach_the_gradebook_and_the_due_date_stays(directory, released):
    with Gradebook(directory.db_url, "rapport") as gradebook:
        gradebook.update_or_create_assignment("follow-up", duedate="2026-04-01 12:00:00 UTC")
    marks = next(cell for cell in released.cells if cell.id == MESSAGE).metadata.nbgrader
    marks.points, marks.checksum = 15, "another"
    register(directory, {"follow-up": released})
    with Gradebook(directory.db_url, "rapport") as gradebook:
        assert gradebook.find_grade_cell(MESSAGE, "follow-up", "follow-up").max_score == 15
        assert gradebook.find_assignment("follow-up").duedate.day == 1
        assert gradebook.find_submission("follow-up", "good").score > 0


def test_taking_an_answer_away_after_somebody_handed_in_is_refused(directory, released):
    released.cells = [cell for cell in released.cells if cell.id != MESSAGE]
    with pytest.raises(RuntimeError, match="submissions associated with it"):
        register(directory, {"follow-up": released})


def test_an_assignment_that_was_never_made_is_named(course, tmp_path):
    for name in ("nbgrader_config.py", "solutions"):
        copy = shutil.copytree if name == "solutions" else shutil.copy
        copy(course.folder / name, tmp_path / name)
    shutil.copytree(course.folder / "submitted/good", tmp_path / "submitted/good")
    bare = type(course).__new__(type(course))
    bare.folder = tmp_path
    assert bare.run("autograde", "follow-up") == 1
    assert not (tmp_path / "gradebook.db").exists()


def test_the_day_of_a_submission_is_the_one_that_nbgrader_noted(course):
    run = SimpleNamespace(course=CourseDirectory(root=str(course.folder), assignment_id="follow-up"))
    assert GradingExporter.handed_in_on(run, "late") == date(2026, 3, 10)
    assert GradingExporter.handed_in_on(run, "good") is None
