"""A learner's reply to a reading reaches a person, is listed, and is judged by no machine."""

import json
import re

import pytest

from rapport.grading.rebuild import LONGEST_NOTE, REPLIED
from rapport.grading.terminal import plain
from rapport.objections import reply_text

from small_class import ABSENT, ANA, BEN, CEM, DAO, EVA, FAY, GIL, REFLECTION, REPLY, command, graded, marked_by_a_person, own_copy
from submissions import MESSAGE, PLAN, cell_of
from test_harmless import Acting


@pytest.fixture(scope="module")
def course(new_course):
    course = own_copy(new_course)
    course.run("generate_feedback", "follow-up")
    return course


@pytest.mark.parametrize("source, reply", [
    ("%%reply\nI did.", "I did."),
    ("\n\n%% Reply\nI did.\n\nTwice.", "I did.\n\nTwice."),
    ("%reply: I did.", "I did."),
    ("%%reply", ""),
    ("%%replies\nx", "x"),
    ("%%draft after-the-event\n%%reply\nx", None),
    ("%%reflect looking-back\nx", None),
    ("reply\nx", None),
    ("", None),
])
def test_a_reply_is_known_by_its_first_line(source, reply):
    assert reply_text(source) == reply


def test_a_reply_sends_the_answer_above_it_to_a_person_and_changes_no_marks(course):
    row, other = course.grade(BEN, MESSAGE), course.grade(BEN, PLAN)
    assert row["needs_manual_grade"] and row["auto_comment"].startswith(REPLIED)
    assert REPLIED not in other["auto_comment"]
    submitted = json.loads((course.folder / "submitted" / BEN / "follow-up/follow-up.ipynb").read_text("utf-8"))
    without = [cell for cell in submitted["cells"] if cell["id"] != "mine"]
    course.hand_in("q8-ben-silent", json.dumps(submitted | {"cells": without}))
    (course.folder / "submitted/q8-ben-silent/follow-up/timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
    course.run("autograde", "follow-up", "--student", "q8-ben-silent")
    assert course.grade("q8-ben-silent", MESSAGE)["auto_score"] == row["auto_score"]


def test_the_reply_stands_below_the_answer_and_in_the_feedback_as_text(course):
    cells = course.notebook("autograded", BEN)["cells"]
    place = cells.index(cell_of({"cells": cells}, MESSAGE))
    assert cells[place]["metadata"]["rapport"]["reply"] == REPLY
    assert "shall we talk on Friday" in "".join(cells[place + 1]["source"])
    page = course.feedback(BEN)
    assert "Write %%reply on its first line" in page, "it says how to reply"
    assert "shall we talk on Friday" in page and Acting(page).found == []


def test_the_list_says_whose_it_is_and_whether_it_waits(new_course):
    course = own_copy(new_course)
    done = command(course, "objections")
    assert done.exit_code == 0
    first, second = done.output.splitlines()
    assert first == f"{BEN}  {MESSAGE}: waits for a person" and REPLY in second
    marked_by_a_person(course, BEN, MESSAGE, 7)
    assert "a person has looked" in command(course, "objections").output


def test_replies_are_kept_together_and_never_without_end(new_course):
    import nbformat

    from rapport.grading.rebuild import rebuild

    released = nbformat.read(graded(new_course) / "exercises/follow-up/follow-up.ipynb", as_version=4)
    submitted = nbformat.from_dict(json.loads(nbformat.writes(released)))
    for text in ("first", "second", "x" * 2 * LONGEST_NOTE):
        submitted.cells.append(nbformat.v4.new_code_cell(f"%%reply\n{text}"))
    submitted.cells.insert(0, nbformat.v4.new_code_cell("%%reply\non top"))
    told = {cell.id: cell.metadata.rapport for cell in rebuild(submitted, released).cells if "rapport" in cell.metadata}
    assert told[MESSAGE].reply == "on top" and told[MESSAGE].review == REPLIED
    assert told[REFLECTION].reply.startswith("first\n\nsecond\n\nxxx") and len(told[REFLECTION].reply) == LONGEST_NOTE
    assert "reply" not in told[PLAN] and told[PLAN].review == ""


def test_the_queue_is_shuffled_names_nobody_and_can_be_had_again(new_course):
    course = own_copy(new_course)
    once, again = (command(course, "queue", "--seed", "7").output for _ in range(2))
    assert once == again
    orders = {tuple(re.findall(r"submissions/(\w+)", command(course, "queue", "--seed", str(seed)).output)) for seed in range(6)}
    assert len(orders) > 1, "another seed gives another order"
    assert not any(name in once for name in (ANA, BEN, CEM, DAO, EVA, FAY, GIL, ABSENT))
    waiting = course.gradebook("select distinct notebook_id from grade where needs_manual_grade")
    assert all(f"formgrader/submissions/{row['notebook_id']}" in once for row in waiting)
    assert f"{len(waiting)} to look at" in once


def test_nothing_waits_where_everything_is_settled(new_course):
    course = own_copy(new_course)
    course.gradebook("update grade set needs_manual_grade = 0")
    assert command(course, "queue").output == "Nothing waits.\n"


def test_a_terminal_gets_no_control_characters():
    assert plain("a\x1b[31mb\u202ec\nd") == "a�[31mb�c d"
