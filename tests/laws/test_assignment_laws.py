"""A broken assignment is told by file, cell and remedy."""

import datetime
import shutil

import pytest
from notebook_files import answer, cell, write_notebook

from rapport import assessing
from rapport.assessing.model import Assessment
from rapport.playing import Session, load_scene
from rapport.playing.explore import explore
from rapport.playing.transcripts import write

PROSE = "Dear Hannah, here is the contrast checker that I promised you on Tuesday."
SOLVED = f"%%draft after-the-event\n### BEGIN SOLUTION\n{PROSE}\n### END SOLUTION"
UNSOLVED = "%%draft after-the-event\nWrite your message here."
SCENE = "the-heart-ward"
UNPLAYED = f"%%played {SCENE}\nPlay the scene above to its end, then run this cell."


@pytest.fixture
def course(material):
    """The copied material with one assignment, ``sample``, in place of the real ones."""
    for folder in ("solutions", "exercises"):
        shutil.rmtree(material.root / folder)
    put(material, "solutions", answer(SOLVED))
    put(material, "exercises", answer(UNSOLVED))
    return material


def put(material, folder, *cells, name="sample", **metadata):
    path = material.root / folder / name / f"{name}.ipynb"
    return write_notebook(path, cell("markdown", "# A task"), *cells, **metadata)


def scoring(low, high, until):
    """A reader that gives ``high`` up to a day and ``low`` after it."""

    def assess(text, brief, today=None):
        points = high if today <= until else low
        return Assessment("message", {"ask": points}, {"ask": "too much"}, (), True)

    return assess


def test_a_good_assignment_draws_nothing(course):
    for law in ("folders_mirror", "answers_can_be_graded", "exercises_are_unsolved", "exercises_match_solutions"):
        assert course.faults(f"assignments.{law}") == []


@pytest.mark.parametrize("folder, other, remedy", [
    ("exercises", "solutions", "make exercises"), ("solutions", "exercises", "delete the exercise"),
])
def test_a_missing_twin_is_told(course, folder, other, remedy):
    (course.root / folder / "sample" / "sample.ipynb").unlink()
    told = course.faults("assignments.folders_mirror")
    assert any(f"/{other}/sample/sample.ipynb: There is no {folder}/sample/sample.ipynb" in one and remedy in one
               for one in told)


def test_a_notebook_that_is_not_called_as_its_folder_is_told(course):
    folder = course.root / "solutions" / "sample"
    (folder / "sample.ipynb").rename(folder / "other.ipynb")
    assert any("There is no “sample.ipynb”" in one for one in course.faults("assignments.folders_mirror"))


def test_a_solution_that_is_no_notebook_is_told_with_its_line(course):
    (course.root / "solutions" / "sample" / "sample.ipynb").write_text('{\n"cells": [\n}', encoding="utf-8")
    assert any("sample.ipynb:3: " in one and "JSON" in one for one in course.faults("assignments.folders_mirror"))


def test_an_installed_package_has_no_solutions_and_need_not(course):
    shutil.rmtree(course.root / "solutions")
    (course.root / "pyproject.toml").unlink()
    assert course.faults("assignments.folders_mirror") == []


def test_a_checkout_without_solutions_is_told(course):
    shutil.rmtree(course.root / "solutions")
    assert course.faults("assignments.folders_mirror")


@pytest.mark.parametrize("folder", ["solutions", "exercises"])
@pytest.mark.parametrize("cells, shown, remedy", [
    ([cell("markdown", "Nothing to write.")], "No cell here is an answer", "Create Assignment"),
    ([answer("%%draft after-the-evnt\nWrite your message here.")], "names no brief", "%%draft BRIEF"),
    ([answer("%%plan after-the-event\nWrite your message here.")], "first line is", "Write “%%draft after-the-event”"),
    ([answer("%%draft plan-after-conference\nWrite.")], "first line is", "Write “%%plan plan-after-conference”"),
    ([answer("%%played the-heart-wrad\nPlay.")], "names no scene", "%%played SCENE"),
    ([answer("%%played after-the-event\nPlay.")], "names no scene", "%%played SCENE"),
    ([answer(f"%%draft {SCENE}\nWrite.")], "names no brief", "%%draft BRIEF"),
    ([answer(f"%%Played {SCENE}\nPlay.")], "first line is", f"Write “%%played {SCENE}”"),
    ([answer(UNSOLVED, points=0)], "brings no points", "give it points"),
    ([answer(UNSOLVED), answer(UNSOLVED)], "share one id", "its own"),
])
def test_an_answer_that_cannot_be_graded_is_told(course, folder, cells, shown, remedy):
    put(course, folder, *cells)
    told = [one for one in course.faults("assignments.answers_can_be_graded") if f"/{folder}/" in one]
    assert told and shown in told[0] and remedy in told[0]


def test_an_assignment_that_is_not_marked_as_of_the_course_is_told(course):
    put(course, "exercises", answer(UNSOLVED), course=False)
    assert any("metadata.rapport.course" in one for one in course.faults("assignments.answers_can_be_graded"))


def test_a_solved_exercise_is_told_with_cell_and_line(course):
    path = put(course, "exercises", answer(f"%%draft after-the-event\n{PROSE}"))
    told = course.faults("assignments.exercises_are_unsolved")
    line = next(n for n, one in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "%%draft" in one)
    assert any(f"{path}:{line}: cell 2" in one and "text that learners replace" in one for one in told)
    assert any("A line of the solution stands here" in one and "make exercises" in one for one in told)


def test_a_solution_that_leaks_into_another_cell_is_told(course):
    put(course, "exercises", cell("markdown", f"For instance:\n{PROSE}"), answer(UNSOLVED))
    told, = course.faults("assignments.exercises_are_unsolved")
    assert "cell 2" in told and "A line of the solution" in told


def solved_play(session):
    return answer(f"%%played {SCENE}\n### BEGIN SOLUTION\n{write(session)}\n### END SOLUTION")


def play(want_best):
    """The moves of a play that reaches the scene's best ending, or misses it."""
    scene = load_scene(SCENE)
    found = next(outcome.moves for (ending, _), outcome in explore(scene).outcomes.items()
                 if (ending == scene.best) == want_best)
    return Session(scene, found)


def test_a_play_that_is_the_best_draws_nothing(course):
    put(course, "solutions", solved_play(play(want_best=True)))
    put(course, "exercises", answer(UNPLAYED))
    for law in ("answers_can_be_graded", "exercises_are_unsolved", "exercises_match_solutions", "solutions_score",
                "solutions_play"):
        assert course.faults(f"assignments.{law}") == []


def test_a_play_that_is_not_the_best_is_told(course):
    session = play(want_best=False)
    put(course, "solutions", solved_play(session))
    told, = course.faults("assignments.solutions_play")
    assert f"ends with “{session.ending}”, not at its best" in told and "cell 2" in told and "Play the scene" in told


def test_a_play_that_no_longer_fits_its_scene_is_told_with_the_line(course):
    session = play(want_best=True)
    put(course, "solutions", solved_play(session))
    course.spoil(f"scenarios/scenes/{SCENE}.yaml", session.scene.counterpart.name, "Somebody Else")
    told, = course.faults("assignments.solutions_play")
    assert "does not check out" in told and "differ in line" in told and "cell 2" in told


def test_an_exercise_that_asks_for_a_brief_instead_of_a_scene_is_told(course):
    put(course, "solutions", answer(SOLVED.replace("after-the-event", SCENE)))
    put(course, "exercises", answer(UNPLAYED))
    assert course.faults("assignments.exercises_match_solutions")


def test_an_exercise_that_asks_for_something_else_is_told(course):
    put(course, "exercises", answer(UNSOLVED, points=5))
    told, = course.faults("assignments.exercises_match_solutions")
    assert "/exercises/" in told and "make exercises" in told


def test_a_weak_solution_is_told_with_what_is_weak(course, monkeypatch):
    monkeypatch.setattr(assessing, "assess", scoring(1, 1, datetime.date.today()))
    told, = course.faults("assignments.solutions_score")
    assert "scores 1 of 10 (ask: too much)" in told and "cell 2" in told and "Mend the answer" in told


def test_a_solution_that_goes_stale_is_told(course, monkeypatch):
    monkeypatch.setattr(assessing, "assess", scoring(1, 9, datetime.date.today()))
    told, = course.faults("assignments.solutions_score")
    assert "scores 1 of 10" in told
