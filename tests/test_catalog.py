"""The catalog finds the material by walking, and offers the nearest names."""

import pytest

from rapport import catalog
from rapport.mistakes import UNITS


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.setattr(catalog, "root", lambda: tmp_path)
    for name in ("scenarios/briefs/the-gate.yaml", "scenarios/briefs/the-pier.yaml", "scenarios/scenes/the-gate.yaml",
                 "notebooks/02-second.ipynb", "notebooks/01-first.ipynb", "exercises/one/one.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def test_everything_in_the_folders_is_found_by_its_name(course):
    assert list(catalog.brief_paths()) == ["the-gate", "the-pier"]
    assert list(catalog.lesson_paths()) == ["01-first", "02-second"]
    assert catalog.scene_path("the-gate") == course / "scenarios" / "scenes" / "the-gate.yaml"
    assert catalog.assignment_paths() == {"one": course / "exercises" / "one" / "one.ipynb"}


def test_a_new_file_is_found_without_editing_a_list(course):
    (course / "scenarios" / "scenes" / "the-dock.yaml").write_text("", encoding="utf-8")
    assert catalog.scene_path("the-dock").is_file()


@pytest.mark.parametrize("look_up, name, kind, nearest", [
    (catalog.brief_path, "the-peer", "brief", "the-pier"),
    (catalog.scene_path, "gate", "scene", "the-gate"),
    (catalog.mistake, "no-folow-up", "mistake", "no-follow-up"),
])
def test_an_unknown_name_is_told_with_the_nearest(course, look_up, name, kind, nearest):
    with pytest.raises(catalog.Unknown) as error:
        look_up(name)
    assert error.value.nearest[0] == nearest
    said = error.value.args[0]
    assert said.startswith(f"There is no {kind} called “{name}”") and f"“{nearest}”" in said


def test_a_name_like_no_other_is_offered_some_all_the_same(course):
    with pytest.raises(catalog.Unknown) as error:
        catalog.brief_path("zzzzz")
    assert error.value.nearest == ("the-gate", "the-pier")


def test_an_unknown_name_where_there_is_nothing_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr(catalog, "root", lambda: tmp_path)
    with pytest.raises(catalog.Unknown, match="none yet"):
        catalog.scene_path("the-gate")


def test_mistakes_stand_in_the_order_of_the_units_and_know_their_ids():
    found = catalog.mistakes()
    order = [UNITS.index(mistake.unit) for mistake in found.values()]
    assert order == sorted(order)
    assert all(name == mistake.id for name, mistake in found.items())


def test_each_label_leads_to_its_mistake():
    assert catalog.labels()["broken-promise"].id == "no-follow-up"
    assert all(label in mistake.labels for label, mistake in catalog.labels().items())


def test_the_root_holds_the_scenes():
    assert (catalog.root() / "scenarios").is_dir()
