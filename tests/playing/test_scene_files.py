"""What an author is told about a file that cannot be played."""

import pytest

from rapport import catalog
from rapport.documents import Faulty
from rapport.playing import Scene, load_scene


def faults_of(file):
    with pytest.raises(Faulty) as caught:
        load_scene(file)
    return caught.value.faults


def test_a_scene_is_loaded_from_a_path_or_a_name(gate_file):
    assert isinstance(load_scene(gate_file()), Scene)
    assert load_scene(str(gate_file())).title == "The gate"
    name = next(iter(catalog.scene_paths()))
    assert load_scene(name).id == name


def test_an_unknown_name_offers_the_nearest():
    name = next(iter(catalog.scene_paths()))
    with pytest.raises(catalog.Unknown) as caught:
        load_scene(name[:-1])
    assert caught.value.nearest[0] == name


@pytest.mark.parametrize("old, new, line, field, said", [
    ("minutes: 3\n", "", 1, "minutes", "The field “minutes” is missing. Add a line “minutes: …”."),
    ("minutes: 3", "minuts: 3", 4, "minuts", "There is no field “minuts” here. Did you mean “minutes”?"),
    ("minutes: 3", "minutes: three", 4, "minutes", "whole number"),
    ("minutes: 3", "minutes: 0", 4, "minutes", "at least 1"),
    ("title: The gate", "title: No", 2, "title", "YAML reads this word as false, not as text. Put it between double"),
    ("title: The gate", "title: 1984", 2, "title", "This must be text. Put it between double quotes."),
    ("title: The gate", "title:", 2, "title", "This is empty."),
    ("title: The gate", "title: Hi: you", 2, "", "not valid YAML"),
    ("id: gate", "id: The Gate", 1, "id", "small letters, digits and hyphens"),
    ("voice: short", "voise: short", 7, "counterpart.voise", "Did you mean “voice”?"),
    ("  again:", "  No:", 28, "turns.No", "YAML reads this word as false"),
    ("cue: She", "que: She", 14, "turns.gate.que", "Did you mean “cue”?"),
    ("why: You asked.", "wy: You asked.", 16, "turns.gate.choices.0.wy", "Did you mean “why”?"),
    ("why: You asked.", "why: ''", 16, "turns.gate.choices.0.why", "must not be empty"),
    ("goto: note}", "goto: nite}", 16, "turns.gate.choices.0.goto", "no turn called “nite”. Did you mean “note”?"),
    ("start: gate", "start: gat", 9, "start", "Did you mean “gate”?"),
    ("{trust: +2, asked: true}", "{trst: +2}", 16, "turns.gate.choices.0.effect", "Did you mean “trust”?"),
    ("{trust: +2, asked: true}", "{trust: true}", 16, "turns.gate.choices.0.effect.trust", "Write +1 or -1."),
    ("when: trust >= 9", "when: trust => 9", 18, "turns.gate.choices.2.when", "write “==”"),
    ("when: trust >= 9", "when: trust", 18, "turns.gate.choices.2.when", "Compare it, as in “trust >= 1”."),
    ("when: trust >= 9", "when: asked >= 1", 18, "turns.gate.choices.2.when", "Write “asked” alone."),
    ("when: trust >= 9", "when: pressure", 18, "turns.gate.choices.2.when", "tests “pressure”, which is not known"),
    ("if: pressure", "if: presure", 23, "turns.note.replies.0.if", "Did you mean “pressure”?"),
    ("if: close >= 2", "if: close", 24, "turns.note.replies.1.if", "Compare it"),
    ("{else: true, says: Thanks.}", "{if: asked, says: Thanks.}", 22, "turns.note.replies", "no reply is ready for"),
    ("{unsure: true, says", "{unsure: true, else: true, says", 25, "turns.note.replies.2", "exactly one of"),
    ("unsure: true", "unsure: false", 25, "turns.note.replies.2.unsure", "can only be true"),
    ("    goto: end\n  again", "  again", 23, "turns.note.replies.0", "Nothing says where this reply leads"),
    ("    at: Monday", "    goto: note\n    at: Monday", 11, "turns.gate", "belong to a turn with “write”"),
    ("trust: 2, asked", "trust: 2, close: 1, asked", 8, "state.close", "the reading of a text finds"),
    ("nothing: {else: true", "nothing: {when: asked", 33, "endings", "A play may come to an end that is not written"),
    ("look_back: [gate, note]", "look_back: [gates]", 39, "debrief.look_back", "Did you mean “gate”?"),
    ("start: gate", "meters: {asked: Asked}\nstart: gate", 9, "meters.asked", "a meter shows a number"),
    ("choices:", "choices: {say: Hi}\n    chioces:", 15, "turns.gate.choices", "must be a list"),
])
def test_a_fault_names_line_field_and_remedy(gate_file, old, new, line, field, said):
    texts = [str(fault) for fault in faults_of(gate_file(old, new))]
    file = gate_file(old, new)
    place = f"{file}:{line}: {field + ': ' if field else ''}"
    matching = [text for text in texts if text.startswith(place) and said in text]
    assert matching, f"expected {place}… {said}; found:\n" + "\n".join(texts)


def test_every_fault_is_told_at_once(gate_file):
    file = gate_file()
    text = file.read_text().replace("minutes: 3", "minutes: x").replace("title: The gate", "title: yes")
    file.write_text(text)
    assert {fault.field for fault in faults_of(file)} == {"minutes", "title"}


def test_a_file_that_is_no_scene_is_named(gate_file):
    file = gate_file()
    file.write_text("- one\n- two\n")
    assert "A scene is a list of fields." in str(faults_of(file)[0])


def test_a_scene_cannot_be_changed(gate):
    with pytest.raises(ValueError):
        gate.title = "Another"
