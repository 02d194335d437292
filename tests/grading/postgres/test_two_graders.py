"""Several people and machines at one gradebook on PostgreSQL: nobody's score or comment is lost, the class stays whole."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from batches import copies
from classes import LEARNERS, again, asked, on_server, rewrite, rows
from rapport.grading import batch_gradebook, regrade
from rapport.grading.batch import grade
from rapport.grading.course import open_course
from rapport.grading.refused import Refused
from submissions import MESSAGE, PLAN, REFLECTION

SOURCE = Path(__file__).resolve().parents[3] / "src"
ROW = """
    select g.auto_score, g.manual_score, g.needs_manual_grade, c.manual_comment from grade g
    join base_cell b on b.id = g.cell_id join submitted_notebook n on n.id = g.notebook_id
    join submitted_assignment a on a.id = n.assignment_id join comment c on c.notebook_id = n.id
    join base_cell s on s.id = c.cell_id and s.name = b.name where a.student_id = :learner and b.name = :answer"""


@pytest.fixture
def course(graded, server, tmp_path):
    """A copy of the graded class, folder and database."""
    return _copied(graded, tmp_path / "course", server.new_database(like=graded.address))


def _copied(course, folder, address):
    return on_server(course.copied(folder), address)


def saves(course, learner, answer, points=None, words=None):
    """As formgrader does when somebody leaves the box for points, or the one for a comment."""
    with Gradebook(course.address, "rapport") as book:
        place = answer, "follow-up", "follow-up", learner
        if points is not None:
            grade = book.find_grade(*place)
            grade.manual_score, grade.needs_manual_grade = points, False
        if words is not None:
            book.find_comment(*place).manual_comment = words
        book.db.commit()


def row(course, learner, answer):
    [found] = asked(course, ROW, learner=learner, answer=answer)
    return found


def test_two_people_and_the_machine_lose_nothing(course):
    places = [(learner, answer) for learner in LEARNERS for answer in (MESSAGE, PLAN, REFLECTION)]
    before = {place: row(course, *place)[0] for place in places}

    def first():
        for learner in LEARNERS:
            saves(course, learner, MESSAGE, points=1, words=f"First to {learner}")
            saves(course, learner, REFLECTION, points=2)

    def second():
        for learner in LEARNERS:
            saves(course, learner, PLAN, points=3, words=f"Second to {learner}")
            saves(course, learner, REFLECTION, words=f"Second on the same to {learner}")

    with ThreadPoolExecutor(2) as people:
        at_work = [people.submit(each) for each in (first, second)]
        again(course, force=True)
        while not all(each.done() for each in at_work):
            again(course, force=True, students=["Zoe"])
        for each in at_work:
            each.result()
    for learner in LEARNERS:
        kept = {answer: row(course, learner, answer)[1::2] for answer in (MESSAGE, PLAN, REFLECTION)}
        assert kept == {MESSAGE: (1, f"First to {learner}"), PLAN: (3, f"Second to {learner}"),
                        REFLECTION: (2, f"Second on the same to {learner}")}
    assert {place: row(course, *place)[0] for place in before} == before


def test_a_score_that_is_saved_while_the_machine_writes_waits_and_stays(course, monkeypatch):
    rewrite(course, "alma", "Dear Hannah, thank you for the talk. I will send you the list of printers by Friday.")
    auto, *_ = row(course, "alma", MESSAGE)
    put_grade = batch_gradebook.put_grade
    at_work = []

    def disturbed(grade, cell, reading):
        if not at_work:
            at_work.append(people.submit(saves, course, "alma", grade.name, points=7, words="Seen."))
            with pytest.raises(TimeoutError):
                at_work[0].result(timeout=1)
        put_grade(grade, cell, reading)

    monkeypatch.setattr(batch_gradebook, "put_grade", disturbed)
    with ThreadPoolExecutor(1) as people:
        assert again(course).graded == 1
        at_work[0].result(timeout=30)
    read, given, _, words = row(course, "alma", MESSAGE)
    assert (given, words) == (7, "Seen.") and read != auto


def test_who_settles_an_answer_while_the_class_is_read_again_is_not_asked_again(course, monkeypatch):
    asked(course, "update grade set auto_score = 1, needs_manual_grade = true")
    renew = regrade._renew

    def settled_meanwhile(path, notebook):
        renew(path, notebook)
        if "/Zoe/" in str(path):
            saves(course, "Zoe", MESSAGE, points=5, words="Settled.")

    monkeypatch.setattr(regrade, "_renew", settled_meanwhile)
    regrade.regrade(open_course(course.folder, "follow-up"), write=True)
    read, *settled = row(course, "Zoe", MESSAGE)
    assert read != 1 and settled == [5, 0, "Settled."]


def test_the_second_of_two_is_told_that_the_first_is_at_work(course, tmp_path):
    elsewhere = _copied(course, tmp_path / "another-machine", course.address)
    refused = []

    def meanwhile(done, total):
        for second in (lambda: again(elsewhere, force=True),
                       lambda: regrade.regrade(open_course(elsewhere.folder, "follow-up"), write=True)):
            with pytest.raises(Refused, match="graded already"):
                second()
            refused.append(done)

    assert grade(course.folder, "follow-up", force=True, report=meanwhile).graded == len(LEARNERS)
    assert refused and again(elsewhere, force=True).graded == len(LEARNERS)


def test_two_that_begin_with_nothing_at_once_come_to_a_whole_class(graded, server, tmp_path):
    address = server.new_database()
    both = [_copied(graded, tmp_path / name, address) for name in ("one", "other")]
    for course in both:
        shutil.rmtree(course.folder / "autograded")
        shutil.rmtree(course.folder / ".rapport")
    command = [sys.executable, "-m", "rapport.cli", "grade", "follow-up", "--jobs", "1"]
    runs = [subprocess.Popen(command, cwd=course.folder, env=os.environ | {"PYTHONPATH": str(SOURCE)}, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE) for course in both]
    said = ["\n".join(run.communicate(timeout=240)) for run in runs]
    codes = [run.returncode for run in runs]
    assert sorted(codes) in ([0, 0], [0, 2]), said
    assert all("graded already" in words for words, code in zip(said, codes, strict=True) if code == 2)
    for course, code in zip(both, codes, strict=True):
        assert rows(course) == rows(graded)
        assert code or copies(course.folder) == copies(graded.folder)
