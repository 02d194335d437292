"""Marks and comments in nbgrader's gradebook after its own commands have run."""

import csv
import json
from datetime import date

import pytest

from rapport import render
from rapport.answers import answer_text
from rapport.assessing import assess
from rapport.grading.answers import MISSING, SEVERAL
from rapport.grading.handed_in import NO_NOTEBOOK
from rapport.reading.brief import brief

from submissions import CLASS, MESSAGE, PLAN, POOR, text_of

BRIEFS = {MESSAGE: "after-the-event", PLAN: "plan-after-conference"}


def expected(course, learner: str, answer: str):
    """What the learner sees on their own page for the answer that they handed in."""
    text = answer_text(text_of(json.loads(handed_in(course, learner)), answer)).prose
    assessment = assess(text, brief(BRIEFS[answer]), date.today())
    return assessment, render.assessment_text(assessment, text, brief(BRIEFS[answer]))


def handed_in(course, learner: str) -> str:
    return (course.folder / "submitted" / learner / "follow-up/follow-up.ipynb").read_text("utf-8")


@pytest.mark.parametrize("answer", BRIEFS)
@pytest.mark.parametrize(
    "learner", ["good", "poor", "untouched", "hostile", "python", "lost-line", "mistyped-line", "retyped"]
)
def test_the_grade_is_the_reading_that_the_learner_saw(course, learner, answer):
    assessment, comment = expected(course, learner, answer)
    row = course.grade(learner, answer)
    assert (row["auto_score"], row["auto_comment"]) == (assessment.score, comment)
    assert row["needs_manual_grade"] == (not assessment.sure)
    assert row["manual_score"] is None


def test_a_good_answer_gets_far_more_than_a_poor_one(course):
    scores = {learner: course.grade(learner, MESSAGE)["auto_score"] for learner in ("good", "poor", "untouched")}
    assert scores["good"] == 10
    assert scores["poor"] <= 5
    assert scores["untouched"] == 0
    assert course.grade("good", PLAN)["auto_score"] == 10


@pytest.mark.parametrize("learner", ["lost-line", "mistyped-line", "retyped", "copied"])
def test_a_slip_in_the_cell_costs_nothing(course, learner):
    assert course.grade(learner, MESSAGE)["auto_score"] == course.grade("good", MESSAGE)["auto_score"]


def test_two_answers_to_one_task_wait_for_a_person(course):
    row = course.grade("doubled", MESSAGE)
    assert row["needs_manual_grade"] and row["auto_comment"].startswith(SEVERAL)
    [cell] = [cell for cell in course.notebook("autograded", "doubled")["cells"] if cell["id"] == MESSAGE]
    assert POOR in "".join(cell["source"]) and "Hannah" in "".join(cell["source"])
    assert course.grade("doubled", PLAN)["auto_score"] == course.grade("good", PLAN)["auto_score"]


def test_a_deleted_answer_waits_for_a_person_and_gets_no_marks(course):
    row = course.grade("deleted", MESSAGE)
    assert (row["auto_score"], bool(row["needs_manual_grade"]), row["auto_comment"]) == (None, True, MISSING)
    assert course.grade("deleted", PLAN)["auto_score"] == course.grade("good", PLAN)["auto_score"]


def test_a_file_that_is_no_notebook_waits_for_a_person_and_says_why(course):
    assert course.exit_codes["autograde"] == 0
    row = course.grade("a-letter", MESSAGE)
    assert (row["auto_score"], bool(row["needs_manual_grade"])) == (None, True)
    assert row["auto_comment"] == NO_NOTEBOOK and NO_NOTEBOOK in course.feedback("a-letter")
    assert {path.name for path in (course.folder / "autograded").iterdir()} == set(CLASS)


def test_nothing_that_a_learner_wrote_was_run(course):
    assert not list(course.folder.glob("written-by-*"))
    assert all(row["manual_score"] is None for row in course.gradebook("select manual_score from grade"))


def test_points_are_the_course_s_and_not_the_submission_s(course):
    assert course.grade("hostile", MESSAGE)["auto_score"] <= 10
    [cell] = [cell for cell in course.notebook("autograded", "hostile")["cells"] if cell["id"] == MESSAGE]
    assert cell["metadata"]["nbgrader"]["points"] == 10


def test_export_lists_the_whole_class(course):
    assert course.exit_codes["export"] == 0
    with open(course.folder / "grades.csv", encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert set(rows) == set(CLASS)
    assert float(rows["good"]["score"]) == 20
    assert {row["max_score"] for row in rows.values()} == {"24.0"}


@pytest.fixture(scope="module")
def graded_again(course, tmp_path_factory):
    """A person gave the good message 4 points and a comment; then it was graded a second time."""
    course = course.copied(tmp_path_factory.mktemp("again"))
    course.gradebook(
        "update grade set manual_score = 4, needs_manual_grade = 0 where id = ?", course.grade("good", MESSAGE)["id"]
    )
    course.gradebook(
        """update comment set manual_comment = 'See me. **Bring** the <img src=x onerror=alert()> note.' where id in (
            select c.id from comment c join submitted_notebook n on c.notebook_id = n.id
            join submitted_assignment a on n.assignment_id = a.id join base_cell b on b.id = c.cell_id
            where a.student_id = 'good' and b.name = ?)""", MESSAGE,
    )
    for command in ("autograde", "generate_feedback"):
        assert course.run(command, "follow-up", "--force", "--student", "good") == 0
    return course


@pytest.fixture(scope="module")
def graded_late(course, tmp_path_factory):
    """The instructor set a due date and nbgrader's own penalty, which leaves nothing."""
    course = course.copied(tmp_path_factory.mktemp("late"))
    course.gradebook("update assignment set duedate = '2026-03-09 09:00:00.000000'")
    penalty = "--LateSubmissionPlugin.penalty_method=zero"
    assert course.run("autograde", "follow-up", "--force", "--student", "late", penalty) == 0
    assert course.run("generate_feedback", "follow-up", "--force", "--student", "late") == 0
    return course


def test_a_late_penalty_is_nbgrader_s_own_and_leaves_the_reading_alone(graded_late):
    assert graded_late.grade("late", MESSAGE)["auto_score"] == 10
    [row] = graded_late.gradebook(
        """select n.late_submission_penalty from submitted_notebook n
        join submitted_assignment a on n.assignment_id = a.id where a.student_id = 'late'"""
    )
    assert row["late_submission_penalty"] == 20
    assert "0.0 of 24.0 points</strong>, after 20.0 taken off for handing in late" in graded_late.feedback("late")


def test_what_a_person_decided_survives_grading_again(graded_again):
    row = graded_again.grade("good", MESSAGE)
    assert (row["manual_score"], row["auto_score"]) == (4, 10)
    assert row["needs_manual_grade"], "nbgrader asks the person to look again"
    page = graded_again.feedback("good")
    assert "4.0 of 10.0 points" in page
    assert "See me. <strong>Bring</strong> the" in page and "<img" not in page
