"""A class has the same grades, comments, marks for review and exports wherever its gradebook is."""

import re
import shutil

import pytest
from click.testing import CliRunner

from batches import copies
from classes import LATE, again, asked, hand_in, on_server, rows
from rapport.cli import main
from submissions import MESSAGE

DUE = "update assignment set duedate = '2026-03-09 09:00:00.000000'"
BY_HAND = """
    update grade set manual_score = 4, extra_credit = 1, needs_manual_grade = {no} where id in
    (select g.id from grade g join base_cell b on b.id = g.cell_id where b.name = :answer)"""
WORDS = "update comment set manual_comment = 'Come and see me.'"


@pytest.fixture(scope="module")
def in_file(new_course):
    """Graded by ``rapport grade`` into SQLite."""
    course = new_course("follow-up")
    hand_in(course)
    again(course)
    return course


@pytest.fixture(scope="module")
def on_postgres(new_course, in_file, server):
    """Graded by ``rapport grade`` into PostgreSQL."""
    course = _same_class(new_course, in_file, server)
    course.summary = again(course)
    return course


def _same_class(new_course, other, server):
    course = on_server(new_course("follow-up"), server.new_database())
    shutil.copytree(other.folder / "submitted", course.folder / "submitted")
    return course


def typed(course, *arguments):
    return CliRunner().invoke(main, [*arguments, "--folder", str(course.folder)])


def test_rapport_grade_comes_to_the_same(in_file, on_postgres):
    assert rows(on_postgres) == rows(in_file)
    assert copies(on_postgres.folder) == copies(in_file.folder)
    assert not (on_postgres.folder / "gradebook.db").exists()
    assert (on_postgres.summary.graded, on_postgres.summary.failed) == (6, {})


def test_nbgrader_autograde_comes_to_the_same(in_file, new_course, server):
    course = _same_class(new_course, in_file, server)
    assert course.run("autograde", "follow-up") == 0
    assert rows(course) == rows(in_file) and copies(course.folder) == copies(in_file.folder)
    assert course.run("generate_feedback", "follow-up", "--student", "alma") == 0
    assert "10" in course.feedback("alma")
    assert asked(course, "select count(*) from alembic_version") == [(1,)]


@pytest.fixture(scope="module")
def marked(in_file, on_postgres):
    """Both after a person gave marks and words, a due date passed and everybody was graded once more."""
    for course, no in ((in_file, "0"), (on_postgres, "false")):
        with open(course.folder / "nbgrader_config.py", "a", encoding="utf-8") as file:
            file.write(LATE)
        asked(course, DUE)
        asked(course, BY_HAND.format(no=no), answer=MESSAGE)
        asked(course, WORDS)
        again(course, force=True)
    return in_file, on_postgres


def test_marks_by_hand_and_late_penalties_come_to_the_same(marked):
    in_file, on_postgres = map(rows, marked)
    assert on_postgres == in_file
    assert {row[8] for row in on_postgres["grades"] if row[6] == MESSAGE} == {4}
    assert {row[4] for row in on_postgres["comments"]} == {"Come and see me."}
    assert [row[5] for row in on_postgres["grades"] if row[0] == "late"][0] > 0


@pytest.mark.parametrize("to", ["canvas", "moodle", "csv", "json"])
def test_exports_are_the_same_to_the_byte(marked, to, tmp_path):
    files = [tmp_path / name for name in ("in-file", "on-postgres")]
    for course, file in zip(marked, files, strict=True):
        done = typed(course, "export", "follow-up", "--to", to, "--output", str(file))
        assert done.exit_code == 0, done.output
    in_file, on_postgres = (file.read_bytes() for file in files)
    assert on_postgres == in_file and "Ångström".encode() in on_postgres


@pytest.mark.parametrize("command", [["objections"], ["queue", "--seed", "1"], ["regrade"]])
def test_what_looks_at_a_class_says_the_same(marked, command):
    name, *options = command
    in_file, on_postgres = (typed(course, name, "follow-up", *options) for course in marked)
    assert (on_postgres.exit_code, _without_ids(on_postgres.output)) == (in_file.exit_code, _without_ids(in_file.output))
    assert on_postgres.exit_code == 0 and on_postgres.output


def _without_ids(said):
    """The queue names submissions by nbgrader's random ids, and is shuffled by them."""
    return sorted(re.sub(r"^ *\d+\.|[0-9a-f]{32}", "", line) for line in said.splitlines())


def test_the_report_is_written(marked, tmp_path):
    pages = [tmp_path / name for name in ("in-file.html", "on-postgres.html")]
    for course, page in zip(marked, pages, strict=True):
        assert typed(course, "report", "follow-up", "--output", str(page)).exit_code == 0
    in_file, on_postgres = (page.read_text("utf-8") for page in pages)
    assert "Ångström" in on_postgres and len(on_postgres) == len(in_file)


def test_regrade_keeps_what_a_person_gave(marked):
    course = marked[1]
    before = rows(course)
    asked(course, "update grade set auto_score = 1 where auto_score is not null")
    assert typed(course, "regrade", "follow-up").exit_code == 1
    assert typed(course, "regrade", "follow-up", "--write").exit_code == 0
    assert rows(course) == before


def test_another_gradebook_than_before_is_filled_from_the_start(marked, new_course, server):
    course = new_course("follow-up")
    shutil.copytree(marked[0].folder, course.folder, dirs_exist_ok=True)
    on_server(course, server.new_database())
    assert again(course).graded == 6
    assert len(rows(course)["grades"]) == len(rows(marked[0])["grades"])


def test_a_gradebook_moves_to_the_server_as_a_whole_and_once(in_file, new_course, server):
    course = new_course("follow-up")
    shutil.copytree(in_file.folder, course.folder, dirs_exist_ok=True)
    assert "names no PostgreSQL server" in typed(course, "move-gradebook", "follow-up").output
    on_server(course, server.new_database())
    done = typed(course, "move-gradebook", "follow-up")
    assert done.exit_code == 0 and "Moved: " in done.output
    assert rows(course) == rows(in_file)
    assert again(course).passed_over == 6
    second = typed(course, "move-gradebook", "follow-up")
    assert second.exit_code == 2 and "There is a gradebook already" in second.output


def test_looking_makes_no_gradebook(new_course, server):
    course = on_server(new_course("follow-up"), server.new_database())
    for command in (["queue", "follow-up"], ["export", "follow-up", "--to", "csv"], ["regrade", "follow-up", "--write"]):
        done = typed(course, *command)
        assert done.exit_code == 2 and "There is no gradebook" in done.output and "127.0.0.1" in done.output
    tables = "select count(*) from information_schema.tables where table_schema = 'public'"
    assert asked(course, tables) == [(0,)]
