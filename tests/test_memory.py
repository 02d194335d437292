"""What a learner did is kept on their machine, and nothing about it ever stops a lesson."""

import os
import sys
from pathlib import Path

import pytest

from rapport import memory


def test_what_is_saved_can_be_loaded_and_forgotten():
    value = {"choices": [0, 2], "said": "Grüße “so”"}
    assert memory.save("scenes/the-gate", value) is True
    assert memory.load("scenes/the-gate") == value
    memory.forget("scenes/the-gate")
    assert memory.load("scenes/the-gate") is None


def test_a_second_save_replaces_the_first_and_leaves_nothing_lying_about():
    memory.save("drafts/one", [1])
    memory.save("drafts/one", [2])
    assert memory.load("drafts/one") == [2]
    assert [path.name for path in (memory.folder() / "drafts").iterdir()] == ["one.json"]


def test_nothing_saved_is_none():
    assert memory.load("scenes/never") is None
    memory.forget("scenes/never")


@pytest.mark.parametrize("damage", [b"", b"{half", b"\xff\xfe\x00", b"9" * 5000, b"[" * 100_000])
def test_a_damaged_file_counts_as_nothing_and_can_be_written_over(damage):
    memory.save("scenes/the-gate", 1)
    (memory.folder() / "scenes" / "the-gate.json").write_bytes(damage)
    assert memory.load("scenes/the-gate") is None
    assert memory.save("scenes/the-gate", 2) and memory.load("scenes/the-gate") == 2


def test_a_folder_where_the_file_should_be_is_no_obstacle():
    (memory.folder() / "scenes" / "the-gate.json").mkdir(parents=True)
    assert memory.load("scenes/the-gate") is None
    assert memory.save("scenes/the-gate", 1) is False
    memory.forget("scenes/the-gate")


def test_a_home_that_cannot_be_written_to_says_so_and_goes_on(tmp_path, monkeypatch):
    plain_file = tmp_path / "a-file"
    plain_file.write_text("", encoding="utf-8")
    monkeypatch.setenv("RAPPORT_HOME", str(plain_file / "home"))
    assert memory.save("scenes/the-gate", 1) is False
    assert memory.load("scenes/the-gate") is None


def test_a_disk_that_lets_nobody_write_says_so_and_goes_on(monkeypatch):
    def refuse(*_, **__):
        raise PermissionError("read-only")

    monkeypatch.setattr(memory.tempfile, "mkstemp", refuse)
    assert memory.save("scenes/the-gate", 1) is False


def test_a_save_that_breaks_off_leaves_what_was_there(monkeypatch):
    memory.save("scenes/the-gate", "before")

    def full(*_, **__):
        raise OSError("no space left")

    monkeypatch.setattr(memory.os, "replace", full)
    assert memory.save("scenes/the-gate", "after") is False
    assert memory.load("scenes/the-gate") == "before"


@pytest.mark.parametrize("key", ["", "../secret", "/etc/passwd", "a//b", "a/", "a b", "a.json", "a/../b", "a\\b"])
def test_a_key_that_is_no_plain_path_is_refused(key):
    with pytest.raises(ValueError, match="cannot name something to keep"):
        memory.save(key, 1)


def test_the_folder_is_the_one_named_else_one_in_the_home(tmp_path, monkeypatch):
    assert memory.folder() == Path(os.environ["RAPPORT_HOME"])
    monkeypatch.delenv("RAPPORT_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert memory.folder() == tmp_path / ".rapport"


def test_in_the_browser_the_folder_is_where_the_page_looks(monkeypatch):
    monkeypatch.delenv("RAPPORT_HOME")
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert memory.folder() == Path(".rapport")


def test_what_is_kept_in_a_place_is_listed_by_name():
    for key in ("briefs/my-b", "briefs/my-a", "briefs/deeper/x", "other/y"):
        memory.save(key, 1)
    assert memory.names("briefs") == ["my-a", "my-b"] and memory.names("nowhere") == []
    with pytest.raises(ValueError):
        memory.names("../briefs")


def test_what_was_saved_later_has_the_later_time():
    assert memory.saved_at("drafts/one") == 0
    memory.save("drafts/one", 1)
    path = memory.folder() / "drafts" / "one.json"
    os.utime(path, (1000, 1000))
    memory.save("drafts/two", 1)
    assert memory.saved_at("drafts/one") == 1000 < memory.saved_at("drafts/two")
