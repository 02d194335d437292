"""The form for own situations, the pads for them, and the plan to take along."""

import json

import pytest

import rapport
from rapport import memory
from rapport.reading.brief import own_ids
from rapport.widgets.my_brief import UNFINISHED
from rapport.widgets.own_pads import NONE_YET

MESSAGE = {"title": "Thanks to Amina", "sender": "Rosa, who mends clothes", "recipient": "Amina Yusuf, a tiler",
           "kind": "returning a favour", "relationship": "acquaintance", "status": "peer",
           "facts": "her shop opens on Monday", "owed": "she lent me her ladder", "channel": "email"}
PLAN = {"title": "After the fair", "sender": "Rosa, who mends clothes", "event": "the fair, on Saturday 14 March",
        "people": "Dana Okafor, runs the seed shop", "horizon": "90 days"}


def ask(widget, **message):
    widget._handle_custom_msg(message, [])
    return widget.view


def stored(shown):
    bundle = shown._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    return bundle["text/html"], bundle["text/plain"]


@pytest.fixture
def form():
    return rapport.my_brief()


def test_a_kept_situation_is_listed_and_the_form_is_empty_again(form):
    view = ask(form, do="save", form="message", answers=MESSAGE)
    assert [one["id"] for one in view["own"]] == ["my-thanks-to-amina"] and view["answers"] == {}
    assert "my-thanks-to-amina" in view["said"] and not view["faults"]


def test_faults_stand_at_their_fields_and_nothing_is_kept(form):
    view = ask(form, do="save", form="message", answers={**MESSAGE, "sender": "", "status": ""})
    assert set(view["faults"]) == {"sender", "status"} and view["said"] == "Two fields need a word more."
    assert own_ids() == []


def test_a_situation_can_be_opened_changed_and_removed(form):
    ask(form, do="save", form="plan", answers=PLAN)
    view = ask(form, do="open", id="my-after-the-fair")
    assert view["form"] == "plan" and view["answers"]["people"] == PLAN["people"]
    ask(form, do="save", form="plan", answers={**PLAN, "horizon": "60 days"}, id="my-after-the-fair")
    assert own_ids() == ["my-after-the-fair"] and rapport.my_brief().view["own"][0]["title"] == "After the fair"
    assert ask(form, do="remove", id="my-after-the-fair")["own"] == []


def test_what_is_half_filled_in_is_there_after_a_restart(form):
    ask(form, do="unfinished", form="plan", answers={"title": "After"})
    again = rapport.my_brief()
    assert again.view["form"] == "plan" and again.view["answers"] == {"title": "After"}
    ask(again, do="save", form="plan", answers=PLAN)
    assert memory.load(UNFINISHED) is None


@pytest.mark.parametrize("message", [{}, 3, {"do": "save"}, {"do": "save", "form": "x"}, {"do": "open", "id": "../x"},
                                     {"do": "remove"}, {"do": "unfinished", "form": 3}, {"do": ["save"]},
                                     {"do": "save", "form": "message", "answers": {"title": ["x"]}}])
def test_a_message_that_makes_no_sense_keeps_nothing(form, message):
    form._handle_custom_msg(message, [])
    assert own_ids() == [] and json.dumps(form.view)


def test_pads_stand_for_own_situations_messages_first(form):
    assert rapport.my_pads().text == NONE_YET
    ask(form, do="save", form="plan", answers=PLAN)
    ask(form, do="save", form="message", answers=MESSAGE)
    assert [pad.brief["title"] for pad in rapport.my_pads().children] == ["Thanks to Amina", "After the fair"]


def test_what_a_page_stores_says_nothing_of_the_learner(form):
    ask(form, do="save", form="message", answers=MESSAGE)
    pads = rapport.my_pads()
    pads.children[0].text = "Dear Amina"
    for shown in (form, pads, rapport.pad("my-thanks-to-amina"), rapport.export_plan()):
        assert not any("Amina" in text or "ladder" in text for text in stored(shown))


def test_the_plan_to_take_along_is_shown_and_written(tmp_path, monkeypatch):
    (tmp_path / "course").mkdir()
    monkeypatch.chdir(tmp_path / "course")
    widget = rapport.export_plan()
    assert widget.view["plans"] == [] and widget.view["shown"] is None
    memory.save("pads/plan-after-conference/now", "Mon 9 March: Dana: send the <b>link</b>")
    view = ask(widget, do="look")
    assert view["shown"]["steps"][0]["what"] == "Send the <b>link</b>" and view["shown"]["picture"]["tag"] == "svg"
    assert json.loads(json.dumps(view)) == view
    view = ask(widget, do="write", id="plan-after-conference")
    assert "I wrote" in view["said"] and len(list((tmp_path / "course").iterdir())) == 2


@pytest.mark.parametrize("message", [{}, None, {"do": "write"}, {"do": "write", "id": "../x"}, {"do": "look", "id": 3}])
def test_nothing_is_written_without_a_plan(message, tmp_path, monkeypatch):
    (tmp_path / "course").mkdir()
    monkeypatch.chdir(tmp_path / "course")
    rapport.export_plan()._handle_custom_msg(message, [])
    assert not list((tmp_path / "course").iterdir())
