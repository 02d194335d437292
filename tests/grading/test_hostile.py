"""A class in which everybody attacks: it is graded to its end, and nobody gets more or less than their text deserves."""

from functools import cache

import pytest
from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from rapport import render
from rapport.answers import answer_text
from rapport.assessing import assess
from rapport.reading.brief import brief

from batches import copies, rows
from hostile import CASES, FAMILIES
from hostile.active import Active
from hostile.cases import Deserves, LeftOut, Waits
from hostile.desk import FIRST, LAST, SECRET, Desk, below
from hostile.html import MARKUP
from submissions import MESSAGE, PLAN, prose_of

COMMANDS = {
    "nbgrader": [("nbgrader", "autograde", "follow-up")],
    "rapport": [("rapport", "grade", "follow-up"), ("nbgrader", "generate_feedback", "follow-up")],
}
"""The two ways to grade a class, one after the other, and what each takes. Both must treat the class alike; so the pages
for learners, which depend on nothing but what comes of it, are made once."""
CODES = {"nbgrader": [0], "rapport": [1, 0]}
"""Their exit codes; ``rapport grade`` tells by it that folders were left out, which nbgrader only logs."""
GRADED = {name: case for name, case in CASES.items() if not isinstance(case.expected, LeftOut)}
READ = {name: case for name, case in GRADED.items() if isinstance(case.expected, Deserves)}
WAITING = {name: case for name, case in GRADED.items() if isinstance(case.expected, Waits)}
LEFT_OUT = {name: case.folder for name, case in CASES.items() if isinstance(case.expected, LeftOut)}


@pytest.fixture(scope="module")
def desk(new_course, tmp_path_factory):
    """The desk after the class was graded both ways and every page for learners was made; ``runs`` by the way."""
    aside = tmp_path_factory.mktemp("aside")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAPPORT_CANARY", SECRET)
        desk = Desk(new_course("follow-up"), tmp_path_factory.mktemp("outside"))
        with desk.door:
            desk.runs = {"nbgrader": [desk.course.type(*words[1:], program=words[0]) for words in COMMANDS["nbgrader"]]}
            desk.made_by_nbgrader = desk.moved(aside)
            desk.runs["rapport"] = [desk.course.type(*words[1:], program=words[0]) for words in COMMANDS["rapport"]]
            desk.seen = desk.reached()
    desk.aside = aside
    return desk


@pytest.fixture(scope="module")
def formgrader():
    """Turns a graded notebook into formgrader's page, with the exporter and the template that formgrader uses."""
    settings = Config()
    settings.HTMLExporter.template_name = "formgrade"
    settings.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    exporter = HTMLExporter(config=settings)

    @cache
    def page(course, learner: str) -> Active:
        about = {"assignment_id": "follow-up", "notebook_id": "follow-up", "submission_id": "1", "index": 0, "total": 9,
                 "base_url": "", "student": learner, "last_name": None, "first_name": None,
                 "notebook_path": f"autograded/{learner}/follow-up/follow-up.ipynb"}
        path = course.folder / "autograded" / learner / "follow-up/follow-up.ipynb"
        return Active(exporter.from_filename(str(path), resources=about)[0])

    return page


@cache
def reading(text: str, name: str):
    """The score, whether it is sure, and the comment that a learner saw for a text."""
    prose = answer_text(text).prose
    found = assess(prose, brief(name))
    return found.score, found.sure, render.assessment_text(found, prose, brief(name))


def test_there_are_many_kinds_of_attack():
    assert len(CASES) >= 60 and all(len(family.CASES) >= 10 for family in FAMILIES.values())


@pytest.mark.parametrize("way", COMMANDS)
def test_the_whole_class_is_graded(desk, way):
    assert [run.returncode for run in desk.runs[way]] == CODES[way], desk.runs[way][0].stderr[-3000:]
    for folder in ("autograded", "feedback"):
        assert {path.name for path in (desk.course.folder / folder).iterdir()} == {FIRST, *GRADED, LAST}


def test_both_ways_come_to_the_same_gradebook_and_to_the_same_files_to_the_byte(desk):
    assert rows(desk.course.folder) == rows(desk.aside)
    assert copies(desk.course.folder) == copies(desk.aside)


@pytest.mark.parametrize("learner", [FIRST, LAST])
def test_the_honest_ones_get_what_they_would_get_alone(desk, learner):
    for answer in (MESSAGE, PLAN):
        row = desk.course.grade(learner, answer)
        assert (row["auto_score"], row["needs_manual_grade"], row["manual_score"]) == (10, 0, None)


@pytest.mark.parametrize("learner", READ)
def test_a_text_gets_the_reading_that_it_deserves(desk, learner):
    text, reason = READ[learner].expected
    score, sure, comment = reading(
        desk.aimed(text or prose_of(desk.course.notebook("solutions"), MESSAGE)), "after-the-event")
    comment = comment.replace("\0", "")  # which no comment keeps
    row = desk.course.grade(learner, MESSAGE)
    assert (row["auto_score"], row["manual_score"]) == (score, None)
    assert row["needs_manual_grade"] == (not sure or bool(reason))
    assert row["auto_comment"] == (f"{reason}\n\n{comment}" if reason else comment)
    assert desk.course.grade(learner, PLAN)["auto_score"] == 10


@pytest.mark.parametrize("learner", WAITING)
def test_what_cannot_be_read_waits_for_a_person_who_is_told_why(desk, learner):
    reason, everything = WAITING[learner].expected
    for answer in (MESSAGE, PLAN):
        row = desk.course.grade(learner, answer)
        if answer == MESSAGE or everything:
            told = row["auto_score"], row["needs_manual_grade"], row["manual_score"], row["auto_comment"]
            assert told == (None, 1, None, reason)
            assert reason in desk.course.feedback(learner)
        else:
            assert (row["auto_score"], row["needs_manual_grade"]) == (10, 0)


@pytest.mark.parametrize("way", COMMANDS)
@pytest.mark.parametrize("learner", LEFT_OUT)
def test_a_folder_that_is_no_learner_s_is_left_out_and_named(desk, learner, way):
    assert not desk.course.gradebook("select id from student where id = ?", LEFT_OUT[learner])
    run = desk.runs[way][0]
    said = [line for line in (run.stdout + run.stderr).splitlines() if "Rename the folder" in line]
    assert any(ascii(f"/{LEFT_OUT[learner]}/")[1:-1] in line for line in said)


def test_nothing_that_grading_only_reads_was_changed(desk):
    assert desk.untouchable() == desk.before


def test_nothing_was_reached_and_nothing_started(desk):
    assert desk.seen == []


def test_only_what_grading_makes_was_written(desk):
    learners = {FIRST, *GRADED, LAST}
    graded = {f"autograded/{name}/follow-up/follow-up.ipynb" for name in learners}
    pages = {f"feedback/{name}/follow-up/follow-up.html" for name in learners}
    assert desk.made_by_nbgrader == graded | {"gradebook.db"}
    assert {path.relative_to(desk.course.folder).as_posix() for path in desk.made()} == graded | pages | {"gradebook.db"}
    assert not [path for path in [*desk.made(), *below(desk.aside)] if path.is_symlink()]


def test_the_secret_stands_nowhere(desk):
    files = [path for path in [*desk.made(), *below(desk.aside)] if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]
    assert not [run for runs in desk.runs.values() for run in runs if SECRET in run.stdout + run.stderr]


@pytest.mark.parametrize("learner", GRADED)
def test_the_page_for_the_learner_holds_nothing_that_acts(desk, learner):
    assert Active(desk.course.feedback(learner)).found == {}


@pytest.mark.parametrize("learner", GRADED)
def test_formgrader_s_page_acts_as_it_does_for_an_honest_learner(desk, formgrader, learner):
    assert formgrader(desk.course, learner).found == formgrader(desk.course, FIRST).found


def test_the_check_itself_sees_what_acts():
    """All but what acts only once Markdown, MathJax or a template has seen it."""
    acts_later = {"entities", "relative-link", "picture-from-outside", "template-of-jinja"}
    assert {name for name, markup in MARKUP.items() if not Active(markup).found} == acts_later
