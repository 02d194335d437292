"""The map on the page: what is done is kept and shown, can be taken back, and stores nothing in the notebook."""

import json

import pytest

import rapport
from rapport import memory
from rapport.capstone import keeping
from rapport.widgets.lesson_part import NOT_KEPT

AMINA = {"name": "Amina", "how": "work", "last": "longer", "close": "know", "give": "a photo"}


@pytest.fixture
def widget():
    return rapport.network()


def ask(widget, **message):
    widget._handle_custom_msg(message, [])
    return widget.view


def names(view):
    return [person["name"] for person in view["people"]]


def test_a_new_map_is_empty_and_says_how_to_begin(widget):
    assert names(widget.view) == [] and "three people" in widget.view["words"][0] and not widget.view["undo"]


def test_somebody_added_is_kept_and_there_again_after_a_restart(widget):
    view = ask(widget, do="add", person=AMINA)
    assert names(view) == ["Amina"] and view["done"] == 1 and "Amina" in view["said"]
    assert names(rapport.network().view) == ["Amina"] and keeping.load().people[0].give == "a photo"


def test_a_fault_is_shown_at_its_field_and_the_form_stays(widget):
    view = ask(widget, do="add", person={**AMINA, "how": ""})
    assert view["fault"]["field"] == "how" and view["done"] == 0 and names(view) == []


def test_every_act_can_be_taken_back_in_turn(widget):
    states = [widget.view["people"]]
    for act in ({"do": "add", "person": AMINA}, {"do": "add", "person": {**AMINA, "name": "Owen"}},
                {"do": "change", "id": 2, "person": {**AMINA, "name": "Owen Price"}},
                {"do": "choose", "id": 1, "chosen": True}, {"do": "reason", "id": 1, "text": "the ladder"},
                {"do": "remove", "id": 1}, {"do": "clear"}):
        states.append(ask(widget, **act)["people"])
    assert states[-1] == [] and memory.load(keeping.KEY) is None
    for before in reversed(states[:-1]):
        assert ask(widget, do="undo")["people"] == before
    assert not widget.view["undo"]


def test_a_sixth_is_refused_in_a_sentence(widget):
    for number in range(1, 7):
        ask(widget, do="add", person={**AMINA, "name": f"P{number}"})
    for number in range(1, 6):
        ask(widget, do="choose", id=number, chosen=True)
    view = ask(widget, do="choose", id=6, chosen=True)
    assert "Five people" in view["fault"]["text"] and not view["people"][5]["chosen"]


@pytest.mark.parametrize("message", [
    {}, {"do": "nothing"}, {"do": "add"}, {"do": "add", "person": "x"}, {"do": "remove", "id": 9}, {"do": "undo"},
    {"do": "change", "id": [1], "person": AMINA}, {"do": "choose"}, {"do": "reason", "id": 1}, {"do": ["add"]}, 3, None,
])
def test_a_message_that_makes_no_sense_changes_nothing(widget, message):
    widget._handle_custom_msg(message, [])
    assert names(widget.view) == []


def test_the_picture_and_all_else_is_plain_json(widget):
    view = ask(widget, do="add", person={**AMINA, "name": "<b>Zoë</b>"})
    assert json.loads(json.dumps(view)) == view
    titles = [node["text"] for node in walk(view["picture"]) if node["tag"] == "title"]
    assert titles == ["<b>Zoë</b>: work, know, longer ago"]


def walk(node):
    yield node
    for child in node["children"]:
        yield from walk(child)


def test_where_nothing_can_be_kept_it_says_so(widget, monkeypatch):
    monkeypatch.setattr(memory, "save", lambda key, value: False)
    assert ask(widget, do="add", person=AMINA)["warning"] == NOT_KEPT


def test_what_a_page_stores_says_nothing_of_the_learner(widget):
    def stored():
        bundle = widget._repr_mimebundle_()
        bundle = bundle[0] if isinstance(bundle, tuple) else bundle
        return bundle["text/html"], bundle["text/plain"]

    before = stored()
    ask(widget, do="add", person=AMINA)
    assert stored() == before and "Amina" not in "".join(before) and "<svg" in before[0]
