"""A server that stops in the middle is said in plain words, and the next run comes to the whole class."""

import shutil

import pytest
from click.testing import CliRunner

from batches import copies
from classes import LEARNERS, again, on_server, rows
from rapport.cli import main
from rapport.grading import batch, batch_copies
from rapport.grading.refused import Unwritten
from server import PASSWORD

COMMANDS = (["grade"], ["regrade"], ["regrade", "--write"], ["queue"], ["objections"], ["report"], ["export", "--to", "csv"])


@pytest.fixture
def course(graded, new_course, server):
    """The same class, ungraded."""
    course = on_server(new_course("follow-up"), server.new_database())
    shutil.copytree(graded.folder / "submitted", course.folder / "submitted")
    return course


def between_batches(monkeypatch, stop):
    return lambda done, total: stop() if done else None


def before_the_commit(monkeypatch, stop):
    withdraw = batch_copies.Copies.withdraw

    def cut_off(copies, student):
        withdraw(copies, student)
        stop()

    monkeypatch.setattr(batch_copies.Copies, "withdraw", cut_off)
    return lambda done, total: None


@pytest.mark.parametrize("when", [between_batches, before_the_commit])
def test_the_next_run_comes_to_the_whole_class(course, graded, server, monkeypatch, when):
    stopped = []

    def stop():
        if not stopped:
            server.cut_off()
            stopped.append(True)

    monkeypatch.setattr(batch, "TOGETHER", 2)
    with monkeypatch.context() as patch:
        report = when(patch, stop)
        with pytest.raises(Unwritten) as error:
            batch.grade(course.folder, "follow-up", report=report)
    server.start()
    assert "connection" in str(error.value) and "\n" not in str(error.value) and "SELECT" not in str(error.value)
    assert 0 < again(course).graded <= len(LEARNERS)
    assert rows(course) == rows(graded) and copies(course.folder) == copies(graded.folder)
    assert again(course).passed_over == len(LEARNERS)


def test_every_command_says_in_plain_words_that_nobody_answers(graded, server, tmp_path, monkeypatch):
    before = copies(graded.folder)
    monkeypatch.chdir(tmp_path)
    server.cut_off()
    try:
        for name, *options in COMMANDS:
            done = CliRunner().invoke(main, [name, "follow-up", *options, "--folder", str(graded.folder)])
            assert done.exit_code == 2 and "Connection refused" in done.output, (name, done.output)
            assert "Traceback" not in done.output and "sqlalche.me" not in done.output and PASSWORD not in done.output
        assert graded.run("autograde", "follow-up", "--force") == 1
    finally:
        server.start()
    assert copies(graded.folder) == before


def test_a_wrong_password_and_a_wrong_address_are_said_and_never_shown(course, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "another-one")
    done = CliRunner().invoke(main, ["grade", "follow-up", "--folder", str(course.folder)])
    assert done.exit_code == 2 and "password authentication failed" in done.output and "another-one" not in done.output
    for address in ("postgres://teacher:secret-one@127.0.0.1/course", "secret-one"):
        on_server(course, address)
        for name in ("grade", "queue"):
            done = CliRunner().invoke(main, [name, "follow-up", "--folder", str(course.folder)])
            assert done.exit_code == 2 and "db_url" in done.output and "secret-one" not in done.output
