"""Reading a class again: what would change is shown first, written when asked, and a person's marks always stay."""

import json

import pytest
from sqlalchemy.exc import SQLAlchemyError

from rapport.grading import regrade as module
from rapport.grading.course import open_course
from rapport.grading.reasons import why
from rapport.grading.regrade import regrade

from small_class import ANA, BEN, CEM, GIL, command, comment_on, files, marked_by_a_person, own_copy
from submissions import MESSAGE, PLAN, cell_of


@pytest.fixture
def course(new_course):
    return own_copy(new_course)


def doctored(course, learner=ANA, answer=MESSAGE, points=1):
    """The row as another reader could have left it; returns what it was."""
    before = dict(course.grade(learner, answer))
    course.gradebook("update grade set auto_score = ?, needs_manual_grade = 0 where id = ?", points, before["id"])
    comment_on(course, learner, answer, "auto_comment", "1 of 10\n- Why this person: not yet. It says nothing of Hannah.")
    return before


def test_nothing_changes_where_the_reader_is_the_same(course):
    before = files(course)
    done = command(course, "regrade")
    assert done.exit_code == 0, done.output
    assert "18 answers read again: 0 would change" in done.output
    assert files(course) == before


def test_a_change_is_shown_with_its_reason_and_not_written(course):
    old = doctored(course)
    before = files(course)
    done = command(course, "regrade")
    assert done.exit_code == 1
    assert f"{ANA}  {MESSAGE}: 1 of 10 → {old['auto_score']:g} of 10" in done.output
    assert "no longer: - Why this person: not yet. It says nothing of Hannah." in done.output
    assert "now: - Why this person:" in done.output and "--write" in done.output
    assert files(course) == before


def test_written_it_is_what_grading_gives_and_stays(course):
    old = doctored(course)
    done = command(course, "regrade", "--write")
    assert done.exit_code == 0 and "1 changed" in done.output and "generate_feedback" in done.output
    assert dict(course.grade(ANA, MESSAGE)) == old
    assert command(course, "regrade").exit_code == 0


def test_what_a_person_gave_and_wrote_stays_and_nobody_is_asked_again(course):
    doctored(course)
    marked_by_a_person(course, ANA, MESSAGE, 4, "See me.")
    done = command(course, "regrade", "--write")
    row = course.grade(ANA, MESSAGE)
    assert (row["manual_score"], row["manual_comment"], row["needs_manual_grade"]) == (4, "See me.", 0)
    assert row["auto_score"] != 1
    assert "a person gave 4 of 10: that stays" in done.output and "Those stand as they are" in done.output


def test_what_a_person_accepted_is_asked_again_only_where_the_reading_is_another(course):
    for name in (MESSAGE, PLAN):
        course.gradebook("update grade set needs_manual_grade = 0 where id = ?", course.grade(BEN, name)["id"])
    assert command(course, "regrade", "--write").exit_code == 0
    assert not course.grade(BEN, MESSAGE)["needs_manual_grade"], "Ben’s reply was settled, and nothing is new"
    doctored(course, BEN)
    assert "now waits for a person" in command(course, "regrade", "--write").output
    assert course.grade(BEN, MESSAGE)["needs_manual_grade"]


def test_the_graded_copy_gets_the_new_reading_and_keeps_its_time_and_rights(course):
    path = course.folder / "autograded" / ANA / "follow-up/follow-up.ipynb"
    original = path.read_bytes()
    changed = json.loads(original)
    cell_of(changed, MESSAGE)["outputs"] = []
    path.chmod(0o644)
    path.write_text(json.dumps(changed))
    path.chmod(0o444)
    before = path.stat()
    doctored(course)
    command(course, "regrade", "--write")
    assert path.read_bytes() == original
    assert (path.stat().st_mtime_ns, path.stat().st_mode) == (before.st_mtime_ns, before.st_mode)
    assert not list(path.parent.glob(".*"))


def test_points_given_out_anew_change_the_marks(course):
    path = course.folder / "exercises/follow-up/follow-up.ipynb"
    released = json.loads(path.read_text("utf-8"))
    marks = cell_of(released, MESSAGE)["metadata"]["nbgrader"]
    marks["points"], marks["checksum"] = 20, "another"
    path.write_text(json.dumps(released), encoding="utf-8")
    old = course.grade(CEM, MESSAGE)["auto_score"]
    shown = command(course, "regrade")
    assert shown.exit_code == 1 and "worth 20 points now, 10 before" in shown.output
    assert course.gradebook("select max_score from grade_cells join base_cell using (id) where name = ?", MESSAGE)[0][0] == 10
    assert command(course, "regrade", "--write").exit_code == 0
    assert course.grade(CEM, MESSAGE)["auto_score"] == 2 * old
    assert command(course, "regrade").exit_code == 0


def test_after_a_crash_between_copy_and_gradebook_the_change_is_found_again(course, monkeypatch):
    old = doctored(course)
    opened = open_course(course.folder, "follow-up")

    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "Gradebook", crash)
        with pytest.raises(KeyboardInterrupt):
            regrade(opened, write=True)
    assert course.grade(ANA, MESSAGE)["auto_score"] == 1
    assert command(course, "regrade", "--write").exit_code == 0
    assert dict(course.grade(ANA, MESSAGE)) == old


def test_a_gradebook_that_something_else_holds_is_said_in_plain_words(course, monkeypatch):
    doctored(course)

    def held(*_):
        raise SQLAlchemyError("database is locked")

    monkeypatch.setattr(module, "Gradebook", held)
    done = command(course, "regrade", "--write")
    assert done.exit_code == 2 and "Close what else is using it" in done.output and "database is locked" in done.output


def test_an_answer_without_a_graded_copy_is_passed_over_and_counted(course):
    row = dict(course.grade(GIL, MESSAGE))
    (course.folder / "autograded" / GIL / "follow-up/follow-up.ipynb").unlink(missing_ok=True)
    done = command(course, "regrade", "--write")
    assert "3 answers have no graded copy" in done.output
    assert dict(course.grade(GIL, MESSAGE)) == row


def test_what_cannot_be_done_is_said_in_one_sentence(course, tmp_path):
    from click.testing import CliRunner
    from rapport.cli import main

    def typed(*arguments):
        return CliRunner().invoke(main, ["regrade", *arguments])

    unknown = typed("another", "--folder", str(course.folder))
    assert unknown.exit_code == 2 and "There is no assignment “another”" in unknown.output and "follow-up" in unknown.output
    assert typed("follow-up", "--folder", str(tmp_path)).exit_code == 2
    (course.folder / "gradebook.db").unlink()
    ungraded = command(course, "regrade")
    assert ungraded.exit_code == 2 and "nbgrader autograde" in ungraded.output
    assert not (course.folder / "gradebook.db").exists()


def test_the_reason_pairs_what_went_with_what_came_and_is_short():
    old = "7 of 10\n- Ask: partly. It is large.\nsame"
    assert why(old, "8 of 10\n- Ask: done well.\nsame", 10, 10).splitlines() == [
        "no longer: 7 of 10", "now: 8 of 10", "no longer: - Ask: partly. It is large.", "now: - Ask: done well.",
    ]
    assert why("a", "\n".join(map(str, range(50))), 10, 10).splitlines()[-1] == "and 45 more lines"
