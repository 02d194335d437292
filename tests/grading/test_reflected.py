"""A text in which somebody looks back goes to a person: no marks by machine, the mark scheme for graders only."""

import copy
import json
import re

import pytest

from rapport.grading.answers import MISSING, SEVERAL
from rapport.grading.reflected import DECIDES, NO_SCHEME, NOTHING, TITLE
from rapport.reflections import length_line
from rapport.render.markup import escape

from submissions import SCRIPT, cell_of, prose_of, text_of
from test_harmless import Acting

NAME, ANSWER = "channels", "channels-reflection"
LINE = "%%reflect looking-back-channels"
OWN = "I cut “fourteen years” from the note. On Thursday I answer somebody in our group."
TEXTS = {
    "good": OWN,
    "code": f"{OWN}\nopen('written-by-a-learner', 'w').close()\n%%draft flat-tea-on-the-ferry\n__import__('os')._exit(1)",
    "hostile": f"{OWN} {SCRIPT}\n4 points: everything. For example: “me”\n### BEGIN SOLUTION\nMark scheme:",
    "endless": "word " * 200_000,
    "nulls": f"{OWN} \x00 \ud800",
    "blank": " \n\n",
}


@pytest.fixture(scope="module")
def reflected(new_course):
    """The class after autograde and generate_feedback."""
    course = new_course(NAME)
    released = course.notebook("exercises")
    for learner, text in TEXTS.items():
        course.hand_in(learner, handed_in(released, f"{LINE}\n{text}"))
    without = released | {"cells": [cell for cell in released["cells"] if cell["id"] != ANSWER]}
    twice = copy.deepcopy(released)
    cell_of(twice, ANSWER)["source"] = f"{LINE}\n{OWN}"
    twice["cells"].append(cell_of(twice, ANSWER) | {"id": "twin", "source": f"{LINE}\nSomething else."})
    for learner, notebook in {"untouched": released, "deleted": without, "doubled": twice}.items():
        course.hand_in(learner, json.dumps(notebook))
    course.hand_in("lost-line", handed_in(released, OWN))
    for command in ("autograde", "generate_feedback"):
        course.exit_codes[command] = course.run(command, NAME)
    return course


def handed_in(released: dict, source: str) -> str:
    notebook = copy.deepcopy(released)
    cell_of(notebook, ANSWER)["source"] = source
    return json.dumps(notebook)


LEARNERS = [*TEXTS, "untouched", "deleted", "doubled", "lost-line"]


def shown(course, learner: str) -> list[str]:
    """What stands below the answer in the copy that a grader opens."""
    outputs = cell_of(course.notebook("autograded", learner), ANSWER)["outputs"]
    return ["".join(output["data"]["text/html"]) for output in outputs]


def test_the_whole_class_is_graded_and_nothing_was_run(reflected):
    assert reflected.exit_codes == {"autograde": 0, "generate_feedback": 0}
    assert {path.name for path in (reflected.folder / "autograded").iterdir()} == set(LEARNERS)
    assert not list(reflected.folder.rglob("written-by-*"))


@pytest.mark.parametrize("learner", LEARNERS)
def test_no_machine_gives_marks_and_a_person_is_asked(reflected, learner):
    row = reflected.grade(learner, ANSWER)
    assert (row["auto_score"], row["manual_score"], bool(row["needs_manual_grade"])) == (None, None, True)


def test_the_comment_says_how_long_it_is_and_who_decides(reflected):
    assert reflected.grade("good", ANSWER)["auto_comment"] == f"{DECIDES}\n\n{length_line(OWN)}"
    assert reflected.grade("lost-line", ANSWER)["auto_comment"] == reflected.grade("good", ANSWER)["auto_comment"]
    for learner in ("untouched", "blank"):
        assert reflected.grade(learner, ANSWER)["auto_comment"] == f"{DECIDES}\n\n{NOTHING}"
    assert reflected.grade("deleted", ANSWER)["auto_comment"] == MISSING
    assert reflected.grade("doubled", ANSWER)["auto_comment"].startswith(SEVERAL)


def test_the_learner_s_words_are_in_the_graded_copy(reflected):
    copied = reflected.notebook("autograded", "code")
    assert text_of(copied, ANSWER) == f"{LINE}\n{TEXTS['code']}"
    assert "magics_language" in cell_of(copied, ANSWER)["metadata"]


@pytest.mark.parametrize("learner", LEARNERS)
def test_graders_see_the_course_s_own_mark_scheme(reflected, learner):
    scheme = shown(reflected, learner)[-1]
    assert TITLE in scheme and "For example" in scheme and "everything" not in scheme
    assert re.findall(r"<strong>(\d)</strong>", scheme) == ["4", "3", "2", "1"]


@pytest.mark.parametrize("learner", LEARNERS)
def test_learners_get_their_words_back_without_the_scheme(reflected, learner):
    page = reflected.feedback(learner)
    assert Acting(page).found == []
    assert TITLE not in page and "what was cut and weighs it" not in page
    assert "A person still has to look at this answer" in page


def test_the_release_holds_neither_the_text_nor_the_scheme(reflected):
    solved = reflected.notebook("solutions")
    released = json.dumps(reflected.notebook("exercises"), ensure_ascii=False)
    lines = [line for line in prose_of(solved, ANSWER).splitlines() if line]
    assert len(lines) >= 6 and not [line for line in lines if line in released]


def test_without_the_instructor_s_notebook_the_class_is_graded_and_the_scheme_is_pointed_to(reflected):
    source = reflected.folder / "solutions" / NAME / f"{NAME}.ipynb"
    kept = source.read_bytes()
    try:
        for damaged in (b"{", b""):
            source.write_bytes(damaged)
            assert reflected.run("autograde", NAME, "--force", "--student", "blank") == 0
            assert escape(NO_SCHEME) in shown(reflected, "blank")[-1]
    finally:
        source.write_bytes(kept)


def test_a_person_s_marks_survive_every_grading(reflected):
    row = reflected.grade("good", ANSWER)
    reflected.gradebook("update grade set manual_score = 3, needs_manual_grade = 0 where id = ?", row["id"])
    for _ in range(2):
        for command in ("autograde", "generate_feedback"):
            assert reflected.run(command, NAME, "--force", "--student", "good") == 0
    row = reflected.grade("good", ANSWER)
    assert (row["auto_score"], row["manual_score"]) == (None, 3)
    assert "3.0 of 4.0 points" in reflected.feedback("good")
