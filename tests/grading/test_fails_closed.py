"""Where no honest score can be had there are no marks, and a person is asked."""

import logging
import math
from types import SimpleNamespace

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from rapport.grading import read
from rapport.grading.answers import MISSING, SEVERAL, find
from rapport.grading.save import SaveReadings, marks

COURSE_CELL = new_code_cell(
    "%%draft after-the-event\nWrite your message here.",
    metadata={"nbgrader": {"grade": True, "solution": True, "grade_id": "message", "points": 20}},
)


@pytest.mark.parametrize(("score", "expected"), [(0, 0), (7, 14), (10, 20), (0.5, 1)])
def test_marks_are_the_cell_s_points_by_the_tenth(score, expected):
    assert marks(score, 20) == expected


@pytest.mark.parametrize(
    "score", [None, -1, 10.5, 11, math.nan, math.inf, -math.inf, "10", "0.5", True, [10], object()]
)
def test_what_is_no_score_gets_no_marks(score):
    assert marks(score, 20) is None


def saved(readings: dict, manual_score: float | None = None):
    """The grade and the comment that are saved for one answer."""
    step, comment = SaveReadings(), SimpleNamespace()
    grade = SimpleNamespace(manual_score=manual_score, notebook=SimpleNamespace(id="any"))
    step.notebook_id = step.assignment_id = step.student_id = "any"
    step.gradebook = SimpleNamespace(
        find_grade=lambda *_: grade, find_comment=lambda *_: comment,
        db=SimpleNamespace(commit=lambda: None, scalars=lambda _: [grade]),
    )
    step.preprocess_cell(COURSE_CELL, {"rapport": readings}, 0)
    return grade, comment


def reading(score, review=""):
    return {"message": read.Reading(score, review, "words", "<p>words</p>")}


def test_an_answer_without_a_reading_waits_for_a_person():
    grade, comment = saved({})
    assert (grade.auto_score, grade.needs_manual_grade, comment.auto_comment) == (None, True, read.UNREADABLE)


@pytest.mark.parametrize("score", [None, math.nan, 11, "10"])
def test_a_reading_without_a_score_waits_for_a_person(score):
    grade, _ = saved(reading(score))
    assert (grade.auto_score, grade.needs_manual_grade) == (None, True)


def test_an_unsure_reading_suggests_its_score_and_waits_for_a_person():
    grade, _ = saved(reading(6, read.UNSURE))
    assert (grade.auto_score, grade.needs_manual_grade) == (12, True)


def test_a_sure_reading_is_settled_unless_a_person_has_given_marks():
    assert saved(reading(6))[0].needs_manual_grade is False
    assert saved(reading(6), manual_score=3)[0].needs_manual_grade is True


def test_a_reader_that_breaks_stops_nobody(monkeypatch):
    def breaks(*_):
        raise RuntimeError("a fault in the reader")

    monkeypatch.setattr(read, "assess", breaks)
    told = COURSE_CELL.metadata | {"rapport": {"brief": "after-the-event", "review": ""}}
    cell = new_code_cell("%%draft after-the-event\nHello", metadata=told)
    found = read.read_answers(new_notebook(cells=[cell]), None, None, logging.getLogger())["message"]
    assert (found.score, found.review) == (None, read.UNREADABLE)


def test_an_unsure_assessment_asks_for_review(monkeypatch):
    assess = read.assess

    def unsure(*arguments):
        sure = assess(*arguments)
        return type(sure)(sure.kind, sure.criteria, sure.reasons, sure.findings, False, sure.notice)

    monkeypatch.setattr(read, "assess", unsure)
    found = read.read_answer("%%draft after-the-event\nDear Hannah, thank you.", "after-the-event")
    assert found.review == read.UNSURE and found.score is not None


@pytest.mark.parametrize("cell", [
    {},
    {"source": None, "metadata": None},
    {"source": 7, "metadata": {"nbgrader": "message"}},
    {"source": ["%%draft after-the-event", 7], "metadata": {"nbgrader": {"grade_id": ["message"]}}},
])
def test_a_cell_that_makes_no_sense_is_passed_over(cell):
    assert find([cell, {**COURSE_CELL, "source": "Hello"}], COURSE_CELL).source == "%%draft after-the-event\nHello"


def test_text_that_no_file_can_hold_is_mended():
    found = find([{**COURSE_CELL, "source": "%%draft after-the-event\nHi \ud800 there"}], COURSE_CELL)
    assert found.source == "%%draft after-the-event\nHi ? there"


def test_an_answer_in_a_cell_of_the_learner_s_own_counts():
    own = {"source": "%%draft after-the-event\nHello", "metadata": {}}
    found = find([COURSE_CELL, own], COURSE_CELL)
    assert (found.source, found.review) == ("%%draft after-the-event\nHello", "")


def test_different_answers_are_joined_and_missing_ones_said():
    written = [{**COURSE_CELL, "source": f"%%draft after-the-event\n{text}"} for text in ("One", "Two", "One")]
    found = find(written, COURSE_CELL)
    assert (found.source, found.review) == ("%%draft after-the-event\nOne\nTwo", SEVERAL)
    assert find([], COURSE_CELL).review == MISSING


def test_an_assignment_without_a_brief_is_the_instructor_s_fault():
    with pytest.raises(ValueError, match="names no brief, scene or question"):
        find([], new_code_cell("Write here.", metadata=COURSE_CELL.metadata))
