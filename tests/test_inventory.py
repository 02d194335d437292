"""The list of the course's material, as programs and people get it."""

import json
import re

import pytest

from rapport import catalog, inventory, ipynb, research


@pytest.fixture(scope="module")
def content():
    return inventory.build()


def test_it_is_plain_json_of_the_promised_shape(content):
    assert json.loads(json.dumps(content)) == content
    assert list(content) == ["items", "mistakes", "scenes", "briefs", "lessons", "assignments"]
    assert {"id", "unit", "title", "sources", "labels", "lesson", "scenes", "briefs"} == set(content["mistakes"][0])
    for scene in content["scenes"]:
        assert {"id", "path", "mistakes", "turns", "paths", "endings", "free_text"} <= set(scene)


def test_every_mistake_is_listed_and_every_item_of_every_article_taught(content):
    assert [row["id"] for row in content["mistakes"]] == list(catalog.mistakes())
    taught = {(name, *source) for row in content["mistakes"] for name, source in [(row["id"], row["sources"])]
              for source in map(tuple, source)}
    for key, source in research.sources().items():
        for item in source.items:
            assert {(name, key, item.n) for name in item.mistakes} <= taught


def test_every_item_of_the_five_articles_leads_to_its_lessons(content):
    assert len(content["items"]) == sum(len(source.items) for source in research.sources().values()) == 30
    lessons = {row["id"]: row["lesson"] for row in content["mistakes"]}
    for item in content["items"]:
        assert item["lessons"] == [lessons[name] for name in item_order(content, item["mistakes"])]
        assert item["lessons"] and all(item["lessons"]) and item["scenes"] and item["briefs"]


def item_order(content, names):
    return [row["id"] for row in content["mistakes"] if row["id"] in names]


def test_every_path_leads_from_the_root_to_a_file(content):
    rows = content["scenes"] + content["briefs"] + content["lessons"] + content["assignments"]
    paths = [row["path"] for row in rows] + [row["lesson"] for row in content["mistakes"] if row["lesson"]]
    assert paths and all("\\" not in path and (catalog.root() / path).is_file() for path in paths)


def test_a_scene_stands_with_each_mistake_it_names_and_its_counts_are_those_of_its_file(content):
    for scene in content["scenes"]:
        written = catalog.scene_path(scene["id"]).read_text(encoding="utf-8")
        assert scene["free_text"] == len(re.findall(r"^ +write:\n +brief:", written, re.MULTILINE))
        assert scene["paths"] >= scene["endings"] >= 3 and scene["turns"] >= 3
        named = {row["id"] for row in content["mistakes"] if scene["id"] in row["scenes"]}
        assert named == set(scene["mistakes"])


def test_a_lesson_is_listed_with_the_mistake_that_its_metadata_name(tmp_path, monkeypatch):
    source = ['rapport.pad("after-the-event")\n', 'rapport.play("the-strap")']
    cells = [{"cell_type": "markdown", "metadata": {}, "source": ["Before\n", "# Letting go\n"]},
             {"cell_type": "code", "metadata": {}, "source": source},
             {"cell_type": "code", "metadata": {}, "source": "%%plan plan-after-conference\nMonday: ring"}]
    lesson = tmp_path / "07-letting-go.ipynb"
    course = {"rapport": {"course": True, "mistake": "no-follow-up", "minutes": 12}}
    lesson.write_text(json.dumps({"cells": cells, "metadata": course}), encoding="utf-8")
    monkeypatch.setattr(catalog, "lesson_paths", lambda: {lesson.stem: lesson})
    monkeypatch.setattr(inventory, "_relative", lambda path: f"notebooks/{path.name}")
    found = inventory.build()
    row = next(row for row in found["mistakes"] if row["id"] == "no-follow-up")
    assert row["lesson"] == "notebooks/07-letting-go.ipynb"
    assert row["briefs"][:2] == ["after-the-event", "plan-after-conference"]
    assert found["lessons"] == [{"id": "07-letting-go", "path": row["lesson"], "title": "Letting go",
                                 "mistake": "no-follow-up", "minutes": 12}]
    assert [row["lesson"] for row in found["mistakes"]].count(None) == 21


def test_the_assignment_of_a_units_review_counts_among_its_mistakes_briefs(content):
    review = ipynb.load(catalog.lesson_paths()["27-review-follow-through"])
    row = next(row for row in content["mistakes"] if row["id"] == "no-follow-up")
    assert "exercises/follow-up/follow-up.ipynb" in "".join(cell.source for cell in review.cells)
    assert "plan-after-conference" in row["briefs"]


def test_the_table_names_everything_and_counts_it(content):
    text = inventory.as_text(content)
    assert "22 mistakes" in text
    for kind in content:
        assert all(row["id"] in text for row in content[kind])
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_scenes_are_listed_apart_from_briefs_of_the_same_name(tmp_path):
    file = tmp_path / "a.ipynb"
    sources = ['rapport.play("the-strap")', "%%played the-strap\nx", "%%played the-gate\nx", "%%draft the-strap\nx"]
    cells = [{"cell_type": "code", "metadata": {}, "source": source} for source in sources]
    file.write_text(json.dumps({"cells": cells, "metadata": {}}), encoding="utf-8")
    notebook = ipynb.load(file)
    assert inventory.scenes_in(notebook) == ["the-strap", "the-gate"]
    assert inventory.briefs_in(notebook) == ["the-strap"]


def test_an_assignment_lists_its_scenes(content):
    assert all(isinstance(row["scenes"], list) for row in content["assignments"])


def test_a_cell_that_is_no_python_names_no_brief(tmp_path):
    file = tmp_path / "a.ipynb"
    cells = [{"cell_type": "code", "metadata": {}, "source": "rapport.pad("}]
    file.write_text(json.dumps({"cells": cells, "metadata": {}}), encoding="utf-8")
    assert inventory.briefs_in(ipynb.load(file)) == []


def test_the_balance_lists_every_scene_once_and_its_totals_are_those_of_the_rows():
    content = json.loads(json.dumps(inventory.balance()))
    rows, totals = content["counterparts"], {row["pronoun"]: row for row in content["pronouns"]}
    assert [row["scene"] for row in rows] == list(catalog.scene_paths())
    assert sum(row["scenes"] for row in totals.values()) == len(rows)
    women = [row["name"] for row in rows if row["pronoun"] == "she"]
    assert (totals["she"]["scenes"], totals["she"]["people"]) == (len(women), len(set(women)))


def test_the_balance_as_text_holds_a_line_a_scene_and_the_totals():
    shown = inventory.as_text(inventory.balance()).splitlines()
    for name in catalog.scene_paths():
        assert sum(line.split()[:1] == [name] for line in shown) == 1
    assert any(line.split()[:1] == ["unclear"] for line in shown)
