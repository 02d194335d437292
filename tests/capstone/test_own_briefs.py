"""A form becomes a brief that pads, cells and the reader take like one of the course's own."""

import pytest

import rapport
from rapport import catalog, memory
from rapport.answers import Answer
from rapport.capstone import brief_form
from rapport.capstone.brief_form import FIELDS, MESSAGE, PLAN, Unfit
from rapport.notebook.replies import reply
from rapport.reading.brief import brief, own_ids

ANSWERS = {
    MESSAGE: {"title": "Thanks to Amina", "sender": "Rosa, who mends clothes", "recipient": "Amina Yusuf, a tiler",
              "kind": "returning a favour", "relationship": "acquaintance", "status": "peer",
              "facts": "- her shop opens on Monday\n\n• her son sings", "owed": "she lent me her ladder for a week",
              "channel": "email", "limit": "90"},
    PLAN: {"title": "After the fair", "sender": "Rosa, who mends clothes",
           "event": "the spring fair, on Saturday 14 March", "horizon": "the next 90 days",
           "people": "Dana Okafor, runs the seed shop; I promised her a jar\nWill Tran, a farmer"},
}


@pytest.mark.parametrize("form", [MESSAGE, PLAN])
def test_a_form_becomes_a_brief_and_comes_back(form):
    made, kept = brief_form.save(form, ANSWERS[form])
    assert kept and made.id.startswith("my-") and brief(made.id) == made and made.is_plan == (form == PLAN)
    again, _ = brief_form.save(form, brief_form.answers_of(made), made.id)
    assert again == made and own_ids() == [made.id]


def test_lines_become_items_and_empty_fields_nothing():
    made, _ = brief_form.save(MESSAGE, ANSWERS[MESSAGE])
    assert made.facts == ("her shop opens on Monday", "her son sings")
    assert made.can_give == () and made.cue is None and made.need == "nothing" and made.limit_words == 90


@pytest.mark.parametrize("form", [MESSAGE, PLAN])
def test_every_field_that_must_be_filled_says_so_in_plain_words(form):
    with pytest.raises(Unfit) as caught:
        brief_form.save(form, {})
    assert set(caught.value.faults) == {field.name for field in FIELDS[form] if field.ask}
    assert all(text[0].isupper() and text.endswith(".") for text in caught.value.faults.values())
    assert own_ids() == []


@pytest.mark.parametrize("field, wrong", [("limit", "many"), ("limit", "0"), ("kind", "anything"), ("status", "king"),
                                          ("owed", "x" * 1300), ("sender", "   ")])
def test_what_does_not_fit_is_told_at_its_field(field, wrong):
    with pytest.raises(Unfit) as caught:
        brief_form.save(MESSAGE, {**ANSWERS[MESSAGE], field: wrong})
    assert list(caught.value.faults) == [field]


@pytest.mark.parametrize("title, expected", [
    ("Thanks to Amina", "my-thanks-to-amina"), ("my plan", "my-plan"), ("Größe & Mut!", "my-grosse-mut"),
    ("李伟", "my-brief"), ("../../etc/passwd", "my-etc-passwd"),
])
def test_an_id_is_plain(title, expected):
    made, _ = brief_form.save(MESSAGE, {**ANSWERS[MESSAGE], "title": title})
    assert made.id == expected and made.title == title


def test_a_second_brief_of_the_same_name_has_its_own_id():
    names = [brief_form.save(MESSAGE, ANSWERS[MESSAGE])[0].id for _ in range(3)]
    assert names == ["my-thanks-to-amina", "my-thanks-to-amina-2", "my-thanks-to-amina-3"]
    brief_form.forget(names[1])
    assert own_ids() == [names[0], names[2]]


def test_pads_and_cells_take_an_own_brief():
    made, _ = brief_form.save(MESSAGE, ANSWERS[MESSAGE])
    plan, _ = brief_form.save(PLAN, ANSWERS[PLAN])
    pad = rapport.pad(made.id)
    pad.text = "Dear Amina, thank you for the ladder. I can paint your sign before Monday. Shall I come on Friday? Rosa"
    assert pad.reading["score"] == rapport.assess(pad.text, made.id).score
    assert f"{pad.reading['score']} of 10" in reply("draft", Answer(made.id, pad.text)).text
    assert "Dana Okafor" in reply("plan", Answer(plan.id, "Mon 16 March: Dana: bring the jar I promised")).text


def test_a_brief_that_is_changed_is_read_anew():
    made, _ = brief_form.save(MESSAGE, ANSWERS[MESSAGE])
    brief_form.save(MESSAGE, {**ANSWERS[MESSAGE], "recipient": "Owen Price, a farmer"}, made.id)
    assert brief(made.id).recipient.startswith("Owen")


@pytest.mark.parametrize("name", ["my-nothing", "my-", "my-../x", "my-A b"])
def test_an_own_brief_that_is_not_there_is_told_in_a_sentence(name):
    with pytest.raises(catalog.Unknown):
        brief(name)
    assert "There is no brief" in rapport.pad(name).text


def test_a_damaged_own_brief_stops_nothing():
    memory.save("briefs/my-broken", {"id": "my-broken"})
    memory.save("briefs/my-odd", [1])
    assert own_ids() == []
    assert "missing" in rapport.pad("my-broken").text


def test_own_briefs_whose_files_hold_nothing_stop_nothing_either():
    """So does a disk leave a file behind that was full, or a machine that was switched off."""
    made, _ = brief_form.save(MESSAGE, ANSWERS[MESSAGE])
    for name, left in (("my-empty", ""), ("my-half", '{"id": "my-ha'), ("my-null", "null")):
        (memory.folder() / "briefs" / f"{name}.json").write_text(left, encoding="utf-8")
    assert own_ids() == [made.id]
    assert "There is no brief" in rapport.pad("my-empty").text
    assert rapport.my_pads() is not None and rapport.my_brief() is not None
