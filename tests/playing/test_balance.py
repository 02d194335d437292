"""Whom one meets in a scene, told from its own text."""

import pytest

from rapport.playing import load_scene
from rapport.playing.balance import Met, by_pronoun, met, pronoun


@pytest.mark.parametrize("word, told", [("She", "she"), ("He", "he"), ("They", "they")])
def test_the_pronoun_is_that_of_the_stage_directions_and_of_what_is_hidden(gate_file, word, told):
    file = gate_file()
    file.write_text(file.read_text(encoding="utf-8").replace("(She ", f"({word} ").replace(": She is", f": {word} is"),
                    encoding="utf-8")
    assert pronoun(load_scene(file)) == told


def test_what_the_counterpart_says_of_others_does_not_count(gate_file):
    scene = load_scene(gate_file("reply: Friday.", "reply: He asked his brother whether he may."))
    assert pronoun(scene) == "she"


def test_a_scene_that_tells_of_two_alike_is_unclear(gate_file):
    file = gate_file()
    text = file.read_text(encoding="utf-8").replace("(She shuts", "(He shuts").replace("(She nods", "(Ada nods")
    file.write_text(text, encoding="utf-8")
    assert pronoun(load_scene(file)) is None


def test_one_meets_somebody_by_name_and_role_where_the_setting_begins(gate_file):
    found = met(load_scene(gate_file()))
    assert (found.scene, found.name, found.role, found.place) == ("gate", "Ada Bell", "gardener", "A garden gate.")


@pytest.mark.parametrize("name, told", [
    ("Ada Bell", {"first name": "ada", "family name": "bell"}),
    ("Dr. Ada van Bell", {"first name": "ada", "family name": "bell"}),
    ("Ada", {"first name": "ada"}),
])
def test_a_name_has_its_parts_without_a_title(name, told):
    assert Met("gate", name, "she", "gardener", "A gate.").names == told


def test_every_pronoun_is_counted_also_one_that_nobody_has():
    people = [Met("a", "Ada Bell", "she", "x", "y"), Met("b", "Kim", None, "x", "y"), Met("c", "Bea", "she", "x", "y")]
    counts = {found: len(those) for found, those in by_pronoun(people).items()}
    assert counts == {"she": 2, "he": 0, "they": 0, "unclear": 1}
