"""What stands in the file that a learner hands in, and ``rapport submit``."""

import json
import os
from datetime import UTC, datetime

import nbformat
import pytest
from click.testing import CliRunner

from rapport.cli import main
from rapport.handing_in import paper
from rapport.handing_in.boxes import boxes

from handing_class import ASSIGNMENT, EVENING, page, released, written

FILE = "follow-up-hand-in.ipynb"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A learner's folder of the course."""
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "exercises/follow-up"
    place.mkdir(parents=True)
    (place / "follow-up.ipynb").write_bytes(page("Dear Hannah"))
    return tmp_path


def submit(*typed):
    return CliRunner().invoke(main, ["submit", *typed])


def test_the_file_is_a_notebook_with_the_words_and_without_what_was_shown():
    notebook = written("Dear Hannah")
    notebook["metadata"]["widgets"] = {"state": {}}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}], "execution_count": 3}
    before = json.dumps(notebook)
    made = paper.make(notebook, ASSIGNMENT, EVENING, " Ama \n Boateng", "q1")
    nbformat.validate(made)
    assert json.dumps(notebook) == before
    assert not [cell for cell in made["cells"] if cell.get("outputs") or cell.get("execution_count")]
    assert [cell["source"] for cell in made["cells"]] == [cell["source"] for cell in notebook["cells"]]
    assert "widgets" not in made["metadata"] and made["metadata"]["rapport"]["course"] is True
    slip = paper.slip_of(made)
    assert (slip.assignment, slip.made, slip.name, slip.id) == (ASSIGNMENT, EVENING, "Ama Boateng", "q1")


def test_the_checksum_sees_a_changed_letter_and_no_change_of_form():
    made = paper.make(written("Dear Hannah"), ASSIGNMENT, EVENING)
    assert paper.is_whole(json.loads(json.dumps(made, indent=4, sort_keys=True)))
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
        cell["metadata"]["collapsed"] = True
    assert paper.is_whole(made)
    made["cells"][0]["source"] = "damaged"
    assert not paper.is_whole(made)


@pytest.mark.parametrize("slip", [
    None, 3, [], {}, {"format": "x", "made": 7, "name": ["a"], "sha256": None}, {"made": "2026-13-99", "format": 10**400},
    {"made": "0001-01-01T00:00:00+23:59", "name": "\ud800", "id": "x" * 10_000, "format": True},
])
def test_whatever_a_slip_holds_it_is_read_without_harm(slip):
    notebook = {"cells": [], "metadata": {"rapport": {"handed_in": slip}}}
    found = paper.slip_of(notebook)
    assert not paper.is_whole(notebook)
    if found:
        assert found.made is None and len(found.id) <= paper.LONGEST
        (found.name + found.id + found.sha256).encode("utf-8")


@pytest.mark.parametrize("notebook", [{}, {"cells": None}, {"cells": [None, 3, {"metadata": 4}]}, {"metadata": []}])
def test_what_is_no_notebook_holds_no_box_and_is_not_whole(notebook):
    assert boxes(notebook) == [] and not paper.is_whole(notebook)


def test_a_box_is_empty_until_something_is_written_over_its_placeholder():
    assert [box.written for box in boxes(released())] == [False, False, False]
    assert [(box.title, box.written) for box in boxes(written("Hello"))] == [
        ("1. A message", True), ("2. A plan", False), ("3. Looking back", False)]
    assert not boxes(written("  \n"))[0].written


def test_submit_says_what_is_empty_and_makes_one_file(folder):
    result = submit(ASSIGNMENT, "--name", "Ama Boateng", "--id", "q1")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["written", "STILL", "STILL"]
    assert lines[-1] == f"Hand in this file: {FILE}"
    made = json.loads((folder / FILE).read_text("utf-8"))
    assert paper.is_whole(made)
    assert (datetime.now(UTC) - paper.slip_of(made).made).total_seconds() < 60


@pytest.mark.parametrize("what", [
    "exercises/follow-up/follow-up.ipynb", "exercises/follow-up", os.path.join("exercises", "follow-up", "follow-up.ipynb"),
])
def test_a_page_can_be_named_by_its_path(folder, what):
    assert submit(what).exit_code == 0
    assert (folder / FILE).exists()


@pytest.mark.parametrize("name", ["follow-up (1).ipynb", "follow-up-Copy1.ipynb", "follow-up-hand-in (2).ipynb"])
def test_a_copy_of_the_page_is_for_the_same_assignment(folder, name):
    (folder / name).write_bytes(page())
    assert submit(name, "--to", str(folder / "exercises")).exit_code == 0
    assert paper.slip_of(json.loads((folder / "exercises" / FILE).read_text("utf-8"))).assignment == ASSIGNMENT


def test_made_again_it_holds_what_was_written_since(folder):
    submit(ASSIGNMENT)
    (folder / "exercises/follow-up/follow-up.ipynb").write_bytes(page("Dear Hannah, again"))
    assert submit(ASSIGNMENT).exit_code == 0
    assert "Dear Hannah, again" in (folder / FILE).read_text("utf-8")


def test_words_written_into_the_file_itself_are_not_written_over(folder):
    submit(ASSIGNMENT)
    mine = json.loads((folder / FILE).read_text("utf-8"))
    mine["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "My own words", "id": "mine"})
    (folder / FILE).write_text(json.dumps(mine), "utf-8")
    result = submit(ASSIGNMENT)
    assert result.exit_code == 2 and "changed after it was made" in result.output
    assert "My own words" in (folder / FILE).read_text("utf-8")
    assert submit(FILE).exit_code == 0, "but the file itself can be handed in as it is now"
    assert paper.is_whole(json.loads((folder / FILE).read_text("utf-8")))


@pytest.mark.parametrize("typed, words", [
    (["folow-up"], "“follow-up”"), (["nowhere/page.ipynb"], "no file"), (["notes.ipynb"], "no notebook"),
    (["empty.ipynb"], "nothing to hand in"), (["follow-up", "--to", "nowhere"], "no folder nowhere"),
])
def test_what_cannot_be_handed_in_is_told_in_one_sentence(folder, typed, words):
    (folder / "notes.ipynb").write_text("Dear teacher", "utf-8")
    (folder / "empty.ipynb").write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    result = submit(*typed)
    assert result.exit_code == 2 and words in result.output and "Traceback" not in result.output
    assert not list(folder.glob("*hand-in*"))
