"""What helps an author: a first scene to change, a schema for editors, and a picture of turns and choices."""

import xml.etree.ElementTree as ElementTree

import pytest
from click.testing import CliRunner

from rapport import catalog
from rapport.cli import main
from rapport.playing import load_scene, schema, template
from rapport.playing.laws import file_faults
from rapport.playing.ways import rows, ways
from rapport.render.scene_map import scene_map

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def course(tmp_path, monkeypatch):
    """An empty course folder."""
    (tmp_path / "scenarios" / "scenes").mkdir(parents=True)
    monkeypatch.setattr(catalog, "root", lambda: tmp_path)
    return tmp_path


def test_a_new_scene_plays_and_obeys_every_law(course):
    result = CliRunner().invoke(main, ["new", "scene", "my-first-scene"])
    path = course / "scenarios" / "scenes" / "my-first-scene.yaml"
    assert result.exit_code == 0 and str(path) in result.stdout
    assert file_faults(path) == []
    assert load_scene(path).id == "my-first-scene"


def test_a_new_scene_never_overwrites_one_that_is_there(course):
    path = template.write("my-scene")
    path.write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["new", "scene", "my-scene"])
    assert result.exit_code == 2 and path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("slug", ["My Scene", "../away", "", "a--b"])
def test_a_name_that_no_scene_can_have_is_refused_in_words(course, slug):
    result = CliRunner().invoke(main, ["new", "scene", slug])
    assert result.exit_code == 2 and "small letters" in result.stderr
    assert not list(course.rglob("*.yaml"))


def test_the_schema_in_the_folder_is_that_of_the_model():
    assert (catalog.root() / schema.FILE).read_text(encoding="utf-8") == schema.as_text()


@pytest.mark.parametrize("name", sorted(catalog.scene_paths()))
def test_a_map_shows_every_turn_ending_and_choice(name):
    scene = load_scene(name)
    drawn = ElementTree.fromstring(scene_map(scene))
    names = {text.text for text in drawn.iter(f"{SVG}text") if text.get("class") == "name"}
    assert names == {*scene.turns, *scene.endings}
    moves = sum(len(turn.choices) + len(turn.replies) for turn in scene.turns.values())
    lines = [path for path in drawn.iter(f"{SVG}path") if path.get("class") != "bar"]
    assert len(lines) == len(ways(scene)) == moves
    assert sum(path.get("class") == "mistake" for path in lines) == sum(
        bool(choice.mistake) for turn in scene.turns.values() for choice in turn.choices)


def test_a_map_lets_every_line_run_down():
    scene = load_scene("the-strap")
    row_of = {slug: at for at, row in enumerate(rows(scene)) for slug in row}
    assert set(row_of) == set(scene.turns)
    assert all(row_of[way.start] < row_of[way.goal] for way in ways(scene) if way.goal != "end")


def test_a_map_is_written_where_it_is_asked_for(tmp_path):
    result = CliRunner().invoke(main, ["map", "the-strap", "-o", str(tmp_path / "strap.svg")])
    assert result.exit_code == 0 and (tmp_path / "strap.svg").read_text(encoding="utf-8").startswith("<svg")
