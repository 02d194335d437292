"""``rapport grade`` writes what ``nbgrader autograde`` writes: the same gradebook, the same files to the byte."""

import shutil
import sqlite3

import pytest

from rapport.grading.batch import grade
from rapport.grading.batch_crew import Crew
from rapport.grading.handed_in import NO_NOTEBOOK

from batches import copies, rows
from submissions import CLASS, MESSAGE, good

LEARNERS = ("a-letter", "deleted", "doubled", "good", "hostile", "late", "poor", "retyped")
NEWCOMER = "newcomer"
PENALTY = "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"


@pytest.fixture(scope="module")
def folders(new_course):
    """A class graded by nbgrader, and the same class graded by ``rapport grade``."""
    course, other = new_course("follow-up"), new_course("follow-up")
    _hand_in(course)
    shutil.copytree(course.folder / "submitted", other.folder / "submitted")
    assert course.run("autograde", "follow-up") == 0
    summary = grade(other.folder, "follow-up", crew=Crew(2))
    return course, other, summary


@pytest.fixture(scope="module")
def again(folders):
    """Both after a person gave marks and words, a due date passed, and everybody was graded once more, with one who is new."""
    for course in folders[:2]:
        course.hand_in(NEWCOMER, good(course.notebook("exercises"), course.notebook("solutions"), course.folder))
        (course.folder / "submitted" / NEWCOMER / "follow-up/timestamp.txt").write_text("2026-03-11 09:00:00 UTC")
        with open(course.folder / "nbgrader_config.py", "a", encoding="utf-8") as file:
            file.write(PENALTY)
        with sqlite3.connect(course.folder / "gradebook.db") as gradebook:
            gradebook.execute("update assignment set duedate = '2026-03-09 09:00:00.000000'")
            gradebook.execute("update grade set manual_score = 4, extra_credit = 1, needs_manual_grade = 0 where id in "
                              "(select g.id from grade g join base_cell b on b.id = g.cell_id where b.name = ?)", [MESSAGE])
            gradebook.execute("update comment set manual_comment = 'See me.'")
        gradebook.close()
    assert folders[0].run("autograde", "follow-up", "--force") == 0
    return folders[0], folders[1], grade(folders[1].folder, "follow-up", force=True, crew=Crew(2))


def _hand_in(course):
    released, solved = course.notebook("exercises"), course.notebook("solutions")
    for learner in LEARNERS:
        course.hand_in(learner, CLASS[learner](released, solved, course.folder))
    late = course.folder / "submitted/late/follow-up"
    (late / "timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
    (late / "own").mkdir()
    (late / "own/picture.png").write_bytes(b"not really one")
    (late / "own/page.html").write_text("<script>alert()</script>")
    (late / "another.ipynb").write_text((late / "follow-up.ipynb").read_text("utf-8"))


@pytest.mark.parametrize("part", ["students", "course", "grades", "comments"])
def test_the_gradebook_is_the_same(folders, part):
    course, other, _ = folders
    assert rows(other.folder)[part] == rows(course.folder)[part]


def test_a_file_that_is_no_notebook_is_told_in_every_comment(folders):
    assert {row[3] for row in rows(folders[1].folder)["comments"] if row[0] == "a-letter"} == {NO_NOTEBOOK}


def test_the_files_are_the_same_to_the_byte(folders):
    course, other, _ = folders
    assert copies(other.folder) == copies(course.folder)
    assert not [path for path in copies(other.folder) if "own" in path or "another" in path]


def test_marks_and_words_of_a_person_and_late_penalties_are_nbgrader_s(again):
    course, other, _ = again
    ours, theirs = rows(other.folder), rows(course.folder)
    assert ours["grades"] == theirs["grades"] and copies(other.folder) == copies(course.folder)
    assert {row[4] for row in ours["comments"] if row[0] != NEWCOMER} == {"See me."}
    assert {row[0] for row in ours["grades"] if row[5]} == {"late", NEWCOMER}
    assert {row[8] for row in ours["grades"] if row[6] == MESSAGE and row[0] != NEWCOMER} == {4}


def test_the_summary_names_everybody_whom_a_person_must_look_at(again):
    _, other, summary = again
    waiting = {(row[0], row[6]) for row in rows(other.folder)["grades"] if row[10]}
    assert {(review.student, review.answer) for review in summary.reviews} == waiting
    assert all(review.why for review in summary.reviews)
    assert (summary.graded, summary.passed_over, summary.failed) == (len(LEARNERS) + 1, 0, {})
