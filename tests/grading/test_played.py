"""A played scene in nbgrader's gradebook: an honest play gets its ending's mark, a forged one waits for a person."""

import json

import pytest

from rapport.answers import PLACEHOLDERS, Answer, answer_text
from rapport.grading.answers import MISSING, SEVERAL
from rapport.grading.played import NOTHING
from rapport.notebook.played import reply
from rapport.playing import load_scene
from rapport.playing.transcripts import check, write
from rapport.render.played import FITS, FITS_NOT, played_html, played_text

import plays
from plays import ANSWER, CLASS, FORGED, HONEST, NAME, SCENE
from submissions import cell_of, text_of
from test_harmless import Acting


@pytest.fixture(scope="module")
def played(new_course):
    """The class after generate_assignment, autograde and generate_feedback."""
    course = new_course(NAME)
    source = course.folder / "solutions" / NAME / f"{NAME}.ipynb"
    source.parent.mkdir()
    source.write_text(plays.assignment(), encoding="utf-8")
    assert course.run("generate_assignment", NAME) == 0
    released = course.notebook("exercises")
    for learner, make in CLASS.items():
        course.hand_in(learner, plays.hand_in(released, make()))
    others = {"untouched": json.dumps(released), "deleted": _deleted(released), "doubled": _doubled(released)}
    for learner, content in others.items():
        course.hand_in(learner, content)
    for command in ("autograde", "generate_feedback"):
        course.exit_codes[command] = course.run(command, NAME)
    return course


def _deleted(released: dict) -> str:
    return json.dumps(released | {"cells": [cell for cell in released["cells"] if cell["id"] != ANSWER]})


def _doubled(released: dict) -> str:
    """A second play in a cell of the learner's own."""
    notebook = json.loads(plays.hand_in(released, HONEST["best"]()))
    own = cell_of(notebook, "scene") | {"id": "own", "metadata": {}, "source": HONEST["middling"]()}
    return json.dumps(notebook | {"cells": [*notebook["cells"], own]})


def handed_in(course, learner: str) -> str:
    return text_of(course.notebook("submitted", learner), ANSWER)


def settled(row) -> tuple:
    return row["auto_score"], bool(row["needs_manual_grade"])


def test_the_release_asks_for_a_play_and_shows_none(played):
    released = played.notebook("exercises")
    assert text_of(released, ANSWER) == f"%%played {SCENE}\n{PLACEHOLDERS[2]}"
    assert "Demir" not in json.dumps(released)


def test_the_whole_class_is_graded(played):
    assert played.exit_codes == {"autograde": 0, "generate_feedback": 0}
    graded = {path.name for path in (played.folder / "autograded").iterdir()}
    assert graded == {*CLASS, "untouched", "deleted", "doubled"}


@pytest.mark.parametrize("learner", HONEST)
def test_an_honest_play_gets_its_ending_s_mark(played, learner):
    text = answer_text(f"%%played {SCENE}\n{answer_text(handed_in(played, learner)).prose}").prose
    checked = check(load_scene(SCENE), text)
    row, scene = played.grade(learner, ANSWER), checked.session.scene
    share = scene.endings[checked.session.ending].score / scene.endings[scene.best].score
    assert settled(row) == (plays.POINTS * share, False)
    assert row["auto_comment"] == played_text(checked), "the grader reads what the learner read"
    assert FITS in row["auto_comment"]


@pytest.mark.parametrize("learner", CLASS)
def test_the_page_had_said_the_same(played, learner):
    answer = Answer(SCENE, answer_text(handed_in(played, learner)).prose)
    page = reply(answer, fill=lambda text: pytest.fail("A box that holds something is never filled."))
    assert page.text.replace("\0", "") == played.grade(learner, ANSWER)["auto_comment"]


def test_the_best_ending_gets_every_point_and_another_fewer(played):
    assert played.grade("best", ANSWER)["auto_score"] == plays.POINTS
    assert 0 < played.grade("middling", ANSWER)["auto_score"] < plays.POINTS
    assert "Mistakes on the way" in played.grade("middling", ANSWER)["auto_comment"]
    assert all(played.grade(name, ANSWER)["auto_score"] == plays.POINTS for name in ("lost-line", "mistyped-line"))


@pytest.mark.parametrize("learner", FORGED)
def test_what_does_not_check_out_gets_no_marks_and_a_person_is_told_why(played, learner):
    row = played.grade(learner, ANSWER)
    assert settled(row) == (None, True)
    verdict, reason = row["auto_comment"].splitlines()
    assert verdict == FITS_NOT and reason.endswith((".", "”"))
    assert "Traceback" not in reason and "Error" not in reason


@pytest.mark.parametrize("learner", FORGED)
def test_the_forged_ones_are_forged(learner):
    """Each differs from an honest play; the test above could not fail if one were cut off by something else."""
    assert FORGED[learner]() not in {write(plays.best()), write(plays.middling())}


def test_the_line_that_was_edited_is_named(played):
    assert "“You: It was a real pleasure. We must talk on Thursday!" in played.grade("edited-line", ANSWER)["auto_comment"]
    assert "differ in line" in played.grade("forged-ending", ANSWER)["auto_comment"]
    assert "differ in line" in played.grade("swapped-moves", ANSWER)["auto_comment"]


def test_an_untouched_box_gets_nothing_and_a_missing_one_waits(played):
    untouched, deleted, doubled = (played.grade(name, ANSWER) for name in ("untouched", "deleted", "doubled"))
    assert (*settled(untouched), untouched["auto_comment"]) == (0, False, NOTHING)
    assert (*settled(deleted), deleted["auto_comment"]) == (None, True, MISSING)
    assert settled(doubled) == (None, True) and doubled["auto_comment"].startswith(SEVERAL)


def test_the_graded_copy_shows_ending_mistakes_and_the_play_itself(played):
    cell = cell_of(played.notebook("autograded", "middling"), ANSWER)
    shown = "".join(cell["outputs"][0]["data"]["text/html"])
    session = plays.middling()
    checked = check(session.scene, write(session))
    assert played_html(checked, whole=True) in shown
    for step in session.steps:
        assert step.reply.split("(")[0].split(")")[-1].strip() in shown.replace("&#x27;", "'")
    assert "".join(cell["source"]).startswith(f"%%played {SCENE}\n")
    assert cell["metadata"]["rapport"] == {"scene": SCENE, "review": "", "read": True}


@pytest.mark.parametrize("learner", [*CLASS, "untouched", "deleted", "doubled"])
def test_feedback_holds_nothing_that_acts(played, learner):
    assert Acting(played.feedback(learner)).found == []


def test_feedback_shows_the_play_or_the_words_that_were_handed_in(played):
    assert "Two more, same label" in played.feedback("best") and "20.0 of 20.0 points" in played.feedback("best")
    forged = played.feedback("edited-line")
    assert "talk on Thursday! &lt;script&gt;" in forged and "A person still has to look" in forged
    assert "&lt;script&gt;" in played.feedback("script-in-message")
