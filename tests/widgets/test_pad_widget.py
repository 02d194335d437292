"""The pad reads what is typed, keeps it, and takes it up again; the page only draws what it is given."""

import json

import pytest

import rapport
from rapport import catalog, memory, model_answers
from rapport.reading.brief import Brief, brief
from rapport.render import Card
from rapport.widgets.pad import EMPTY, NOT_KEPT, PadWidget
from rapport.widgets.pad_opening import RUN

MESSAGE = """Hi Hannah,

thank you for offering to show me the store rooms. Here is the contrast-checker link that I promised.
We should keep in touch.
Leo"""


@pytest.fixture
def pad():
    return PadWidget(brief("after-the-event"))


def ask(pad, **content):
    pad._handle_custom_msg(content, [])


def test_a_new_pad_says_that_nothing_is_written_and_gives_no_score(pad):
    assert pad.text == "" and pad.reading["summary"] == EMPTY and pad.reading["score"] is None
    assert pad.reading["groups"] == [] and pad.reading["warning"] == ""


def test_typing_is_read_as_the_exercise_would_read_it(pad):
    pad.text = MESSAGE
    judged = rapport.assess(MESSAGE, "after-the-event")
    assert pad.reading["score"] == judged.score
    shown = [found for group in pad.reading["groups"] for found in group["findings"]]
    assert sorted(found["why"] for found in shown) == sorted(found.why for found in judged.findings)
    assert [line["value"] for line in pad.reading["criteria"]] == list(judged.criteria.values())
    assert pad.reading["summary"].startswith(f"{judged.score} of 10")


def test_the_marked_preview_is_the_text_itself(pad):
    pad.text = MESSAGE
    assert "".join(piece["text"] for piece in pad.reading["pieces"]) == MESSAGE
    assert pad.reading["text"] == MESSAGE


def test_length_is_against_the_limit_and_in_words(pad):
    pad.text = "word " * 151
    assert pad.reading["length"] == "151 of at most 150 words: 1 word too many" and pad.reading["over"]
    pad.text = "word"
    assert not pad.reading["over"]


def test_everything_sent_to_the_page_is_plain_json(pad):
    pad.text = MESSAGE
    pad.keep()
    pad.text = MESSAGE + " Bye."
    assert json.loads(json.dumps(pad.reading)) is not None and json.dumps(pad.brief)


def test_text_and_versions_come_back_after_a_restart(pad):
    pad.text = MESSAGE
    ask(pad, do="keep")
    pad.text = MESSAGE + " Bye."
    again = PadWidget(brief("after-the-event"))
    assert again.text == MESSAGE + " Bye."
    assert again.reading["versions"] == [f"Version 1: {len(MESSAGE.split())} words"]
    assert ["added", " Bye."] in [list(run) for run in again.reading["changes"]]


def test_a_kept_version_can_be_brought_back_and_nothing_is_lost(pad):
    pad.text = "first version"
    ask(pad, do="keep")
    pad.text = "second version"
    ask(pad, do="back", version=1)
    assert pad.text == "first version" and len(pad.reading["versions"]) == 2
    ask(pad, do="back", version=2)
    assert pad.text == "second version"


def test_the_same_text_is_kept_once_and_nothing_is_not_kept(pad):
    ask(pad, do="keep")
    assert pad.reading["versions"] == []
    pad.text = MESSAGE
    ask(pad, do="keep")
    ask(pad, do="keep")
    assert len(pad.reading["versions"]) == 1 and pad.reading["is_kept"] and pad.reading["changes"] == []


@pytest.mark.parametrize("content", [None, "keep", {}, {"do": "back"}, {"do": "back", "version": 9},
                                     {"do": "back", "version": "1"}, {"do": "back", "version": -1}, {"do": []}])
def test_odd_messages_from_the_page_change_nothing(pad, content):
    pad.text = MESSAGE
    pad._handle_custom_msg(content, [])
    assert pad.text == MESSAGE


@pytest.mark.parametrize("damage", [5, {"text": 1}, [1], None])
def test_a_damaged_file_starts_an_empty_pad(damage):
    memory.save("pads/after-the-event/now", damage)
    memory.save("pads/after-the-event/versions", damage)
    assert PadWidget(brief("after-the-event")).text == ""


def test_a_machine_that_cannot_keep_says_so(pad, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(blocked / "below"))
    pad.text = MESSAGE
    assert pad.reading["warning"] == NOT_KEPT and pad.reading["score"] is not None


def test_a_pad_for_a_plan_shows_its_people():
    pad = PadWidget(brief("plan-after-conference"))
    lines = [line for row in pad.brief["rows"] for line in row["lines"]]
    assert any("Dana Okafor" in line for line in lines) and pad.brief["plan"]


def test_the_hidden_cue_never_reaches_the_page():
    pad = PadWidget(Brief("secret", "k", "note", "me", recipient="you", cue="she avoids the subject"))
    assert "avoids" not in json.dumps(pad.get_state(["brief", "reading"]))


def test_a_page_without_a_kernel_shows_the_situation(pad):
    pad.text = MESSAGE
    data, _ = pad._repr_mimebundle_()
    assert "Hannah Brandt" in data["text/html"] and RUN in data["text/html"]
    assert data["text/plain"] == repr(pad) and MESSAGE not in repr(pad)
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_repr_is_the_same_every_time():
    assert repr(PadWidget(brief("after-the-event"))) == repr(PadWidget(brief("after-the-event")))


def test_a_lesson_calls_it_by_name():
    assert isinstance(rapport.pad("after-the-event"), PadWidget)
    assert isinstance(rapport.pad("after-the-evnt"), Card)


def test_a_strong_answer_is_shown_only_after_an_own_try():
    asked = brief("hives-by-the-pears")
    pad = PadWidget(asked)
    ask(pad, do="strong")
    assert not pad.reading["strong"]["can"] and pad.reading["strong"]["text"] == ""
    pad.text = "Dear Bridget, " + "since Tuesday I have been thinking about your early pears. " * 2 + "Rasa"
    assert pad.reading["strong"]["can"]
    shown = pad.reading["strong"]["text"]
    assert shown == model_answers.strong_answer(asked.id) and shown
    ask(pad, do="strong")
    assert pad.reading["strong"]["text"] == ""


def test_a_kept_version_is_an_own_try_too():
    pad = PadWidget(brief("hives-by-the-pears"))
    pad.text = "word " * 20
    pad.keep()
    pad.text = ""
    assert pad.reading["strong"]["can"]


def test_a_brief_without_a_strong_answer_offers_none(pad):
    pad.text = MESSAGE
    assert (pad.reading["strong"] is None) == ("after-the-event" not in catalog.model_answer_paths())
