"""A broken lesson is told by file, cell and remedy."""

import pytest
from notebook_files import cell, write_notebook

GOOD = [
    cell("markdown", "# Letting contacts lapse\n\nSee [the exercise](../exercises/x/x.ipynb#task) or "
                     "[a page](https://example.org/a_(b)), ![](<../pic one.png>)."),
    cell("code", "%load_ext rapport\nimport rapport", tags=["hidden"]),
    cell("code", 'rapport.evidence_box("no-follow-up")', tags=["hidden"]),
    cell("code", 'rapport.who_is_right()\nrapport.jot("28-who-is-right")', tags=["hidden"]),
    cell("code", "%%draft after-the-event\nWrite your message here."),
]


def lesson(material, *cells, name="90-sample.ipynb", **course):
    for made in ("exercises/x/x.ipynb", "pic one.png"):
        (material.root / made).parent.mkdir(parents=True, exist_ok=True)
        (material.root / made).write_text('{"cells": [], "metadata": {}}', encoding="utf-8")
    return write_notebook(material.root / "notebooks" / name, *cells, **course)


def of_lesson(material, law):
    return [fault for fault in material.faults(f"lessons.{law}") if "/notebooks/9" in fault]


def test_a_good_lesson_draws_nothing(material):
    lesson(material, *GOOD, mistake="no-follow-up", minutes=12)
    laws = ("notebooks_load", "named_and_marked", "links_lead_somewhere", "calls_name_what_exists", "code_is_hidden")
    assert [fault for law in laws for fault in of_lesson(material, law)] == []


@pytest.mark.parametrize("law, broken, shown, remedy", [
    ("links_lead_somewhere", cell("markdown", "Go [on](02-nothing.ipynb).\n\nWell."),
     "“02-nothing.ipynb” leads nowhere", "Correct it"),
    ("calls_name_what_exists", cell("code", 'rapport.play("the-strup")'), "rapport.play: There is no scene",
     "nearest"),
    ("calls_name_what_exists", cell("code", 'rapport.pad("after-the-evnt")'), "rapport.pad: There is no brief",
     "“after-the-event”"),
    ("calls_name_what_exists", cell("code", 'rapport.evidence_box("no-folow-up")'), "no mistake", "“no-follow-up”"),
    ("calls_name_what_exists", cell("code", 'rapport.who_is_right("tolls")'), "There is no question", "“tools”"),
    ("calls_name_what_exists", cell("code", 'rapport.jot("29-nowhere")'), "no mistake or page", "nearest"),
    ("calls_name_what_exists", cell("code", 'name = "x"\nrapport.play(name)'), "No name stands here", "double quotes"),
    ("calls_name_what_exists", cell("code", "rapport.play("), "not valid Python", "Mend the cell"),
    ("calls_name_what_exists", cell("code", "%%draft after-the-evnt\nHi"), "the first line: There is no brief",
     "“after-the-event”"),
    ("calls_name_what_exists", cell("code", "%%played the-strup\nHi"), "the first line: There is no scene",
     "“the-strap”"),
    ("scenes_stand_above_their_answers", cell("code", "%%played the-strap\nHi"), "Nobody can play the scene",
     'rapport.play("the-strap")'),
    ("code_is_hidden", cell("code", "rapport.course_map()"), "tags: Learners would see code", "Add the tag “hidden”"),
])
def test_a_broken_cell_is_told_with_its_line(material, law, broken, shown, remedy):
    path = lesson(material, *GOOD, broken)
    told, = of_lesson(material, law)
    first = "".join(broken["source"]).splitlines()[0].replace('"', '\\"')
    line = next(n for n, one in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if first in one)
    assert f"90-sample.ipynb:{line}: cell 6" in told and shown in told and remedy in told


def test_a_scene_may_stand_anywhere_above_the_box_for_its_play(material):
    box = cell("code", "%%played the-strap\nHi")
    scene = cell("code", 'rapport.play("the-strap")', tags=["hidden"])
    lesson(material, *GOOD, scene, cell("code", "rapport.play("), box)
    assert of_lesson(material, "scenes_stand_above_their_answers") == []
    lesson(material, *GOOD, box, scene)
    assert len(of_lesson(material, "scenes_stand_above_their_answers")) == 1


@pytest.mark.parametrize("name, course, shown", [
    ("9-sample.ipynb", {}, "called NN-slug.ipynb"),
    ("90-sample.ipynb", {"mistake": "no-folow-up"}, "metadata.rapport.mistake: There is no mistake"),
    ("90-sample.ipynb", {"course": False}, "metadata.rapport.course"),
    ("90-sample.ipynb", {"minutes": "ten"}, "metadata.rapport.minutes"),
])
def test_a_wrong_name_or_metadata_is_told(material, name, course, shown):
    lesson(material, *GOOD, name=name, **course)
    told, = of_lesson(material, "named_and_marked")
    assert shown in told


def test_two_lessons_with_one_number_are_told(material):
    lesson(material, *GOOD)
    lesson(material, *GOOD, name="90-second.ipynb")
    told, = of_lesson(material, "named_and_marked")
    assert "The number 90 is taken by “90-sample”" in told


@pytest.mark.parametrize("text, shown", [('{"cells": [\n}', "no valid JSON"), ('{"nothing": 1}', "not a notebook")])
def test_a_file_that_is_no_notebook_is_told(material, text, shown):
    (material.root / "notebooks" / "91-broken.ipynb").write_text(text, encoding="utf-8")
    told, = of_lesson(material, "notebooks_load")
    assert shown in told and "91-broken.ipynb" in told
