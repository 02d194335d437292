"""The scene player without a browser: messages in, the view out."""

import json
from html.parser import HTMLParser

import pytest

from rapport import catalog, memory
from rapport.assessing.model import Assessment, Finding
from rapport.playing import load_scene
from rapport.widgets.scene import SceneWidget

LIVE = "application/vnd.jupyter.widget-view+json"


def judged(text, brief_id):
    criteria = {"reason": 2, "give": 2, "ask": 2, "close": 2, "courtesy": 2}
    finding = Finding("no-return", "not-returning-favours", False, text[:5], 0, 5, "Nothing back.", "Offer a thing.")
    return Assessment("message", criteria, {}, (finding,), True)


@pytest.fixture(scope="module")
def scene():
    return load_scene("the-strap")


@pytest.fixture
def widget(scene):
    return SceneWidget(scene, judged)


def send(widget, do, **content):
    """What the page sends; it says how many moves it was showing."""
    widget._handle_custom_msg({"do": do, "moves": widget.view["moves"], **content}, [])
    return widget.view


def to_the_text(widget):
    for move in (2, 1, 1):
        view = send(widget, "choose", move=move)
    return view


def to_the_end(widget):
    to_the_text(widget)
    send(widget, "write", text="Here it is.\n<b>Thursday</b> at four?")
    send(widget, "choose", move=2)
    return send(widget, "choose", move=1)


def said(view, kind):
    return [row["text"] for row in view["log"] if row["kind"] == kind]


def test_the_view_opens_with_who_where_and_what_for(widget, scene):
    view = widget.view
    assert (view["title"], view["setting"], view["objective"]) == (scene.title, scene.setting, scene.objective)
    assert view["who"] == {"name": "Ahmet Demir", "role": scene.counterpart.role, "initials": "AD"}
    assert view["turn"]["cue"] and not view["can_undo"] and not view["note"] and not view["error"]
    assert [choice["move"] for choice in view["turn"]["choices"]] == [0, 1, 2, 3]


def test_the_view_can_be_sent(widget):
    to_the_end(widget)
    assert json.loads(json.dumps(widget.view)) == widget.view


def test_nothing_of_the_outcome_is_in_the_view_beforehand(widget, scene):
    text = json.dumps(widget.view, ensure_ascii=False)
    first = scene.turns[scene.start]
    for choice in first.choices:
        assert choice.reply not in text and choice.why not in text
    assert scene.debrief.thought not in text and scene.counterpart.hides not in text


def test_a_choice_brings_reply_reason_and_the_mistake_s_title(widget, scene):
    view = send(widget, "choose", move=0)
    choice = scene.turns[scene.start].choices[0]
    note = view["log"][-2]
    assert said(view, "you") == [choice.say]
    assert note["kind"] == "note" and note["text"] == choice.why
    assert note["tag"] == catalog.mistake("no-clear-ask").title
    assert note["heading"] == "A classic mistake" and note["cue"]
    assert view["turn"]["choices"] and view["can_undo"]


def test_what_a_step_changed_is_told_in_words(widget):
    before = {meter["label"]: meter for meter in widget.view["meters"]}
    view = send(widget, "choose", move=3)
    assert view["log"][-2]["changes"] == ["His trust in you: down 1", "Your ease in writing to him: down 1"]
    after = {meter["label"]: meter for meter in view["meters"]}
    assert all(meter["words"] for meter in after.values())
    assert sum(m["level"] for m in after.values()) < sum(m["level"] for m in before.values())


def test_a_text_is_answered_and_shown_as_it_was_written(widget):
    assert to_the_text(widget)["turn"]["write"]["limit"] == 80
    view = send(widget, "write", text="Here it is.\n<b>Thursday</b> at four?")
    assert said(view, "text") == ["Here it is.\n<b>Thursday</b> at four?"]
    remarks = next(row for row in reversed(view["log"]) if row["kind"] == "note")["remarks"]
    assert remarks == [{
        "title": catalog.mistake("not-returning-favours").title + " (perhaps)",
        "quote": "Here ", "why": "Nothing back.", "try": "Offer a thing.",
    }]


def test_an_empty_text_stays_in_the_field_with_a_sentence(widget):
    to_the_text(widget)
    view = send(widget, "write", text="   ")
    assert "nothing to send yet" in view["error"]
    assert view["turn"]["write"] and view["moves"] == 3


def test_a_text_that_is_taken_back_is_in_the_field_again(widget):
    to_the_text(widget)
    send(widget, "write", text="Here it is.")
    assert send(widget, "undo")["turn"]["write"]["draft"] == "Here it is."
    assert send(widget, "undo")["turn"]["choices"]


def test_undo_restores_the_view_exactly(widget):
    before = widget.view
    send(widget, "choose", move=1)
    after = send(widget, "undo")
    assert {**after, "answer": 0} == {**before, "answer": 0}


def test_starting_again_can_be_undone(widget):
    send(widget, "choose", move=0)
    view = send(widget, "restart")
    assert view["moves"] == 0 and view["can_undo"]
    assert send(widget, "undo")["moves"] == 1


def test_the_end_brings_the_debrief(widget, scene):
    view = to_the_end(widget)
    ending = view["ending"]
    assert view["turn"] is None
    assert ending["thought"] == scene.debrief.thought and ending["hides"] == scene.counterpart.hides
    assert ending["question"] == scene.debrief.question
    assert [row["moves"] for row in ending["back"]] == [1, 2, 4]
    assert ending["found"] == "Endings you have found: 1 of 5."
    assert "Liu, P. J." in ending["evidence"]["citation"] and ending["evidence"]["finding"]
    assert ending["mistakes"] == []


def test_one_can_go_back_to_a_moment_and_find_another_ending(widget):
    to_the_end(widget)
    assert send(widget, "back", count=5)["moves"] == 5
    assert send(widget, "choose", move=3)["ending"]["found"] == "Endings you have found: 2 of 5."


def test_mistakes_made_more_than_once_are_counted(widget):
    for move in (2, 1, 0, 2, 1, 0):
        view = send(widget, "choose", move=move)
    title = catalog.mistake("no-follow-up").title
    assert view["ending"]["mistakes"][0] == f"{title} (3 times)"


def test_a_play_goes_on_after_the_kernel_was_restarted(widget, scene):
    to_the_text(widget)
    again = SceneWidget(scene, judged)
    assert again.view["note"] == "You were here. Continue, or start again."
    assert again.view["log"] == widget.view["log"]
    assert send(again, "write", text="Here it is, Ahmet.")["note"] == ""


def test_endings_found_are_kept(widget, scene):
    to_the_end(widget)
    again = SceneWidget(scene, judged)
    send(again, "restart")
    assert memory.load("scenes/the-strap")["endings"] == ["stool"]
    assert SceneWidget(scene, judged).view["note"] == ""


def test_where_nothing_can_be_kept_one_can_play_all_the_same(widget, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file"))
    view = send(widget, "choose", move=1)
    assert view["moves"] == 1 and "does not let me keep your place" in view["note"]


def test_the_echo_of_a_double_click_is_not_a_second_move(widget):
    message = {"do": "choose", "move": 1, "moves": 0}
    widget._handle_custom_msg(message, [])
    widget._handle_custom_msg(message, [])
    assert widget.view["moves"] == 1 and not widget.view["error"]


@pytest.mark.parametrize("message", [
    {"do": "choose", "move": 77, "moves": 0},
    {"do": "choose", "move": True, "moves": 0},
    {"do": "choose", "move": "1", "moves": 0},
    {"do": "choose", "moves": 0},
    {"do": "write", "text": "Hello", "moves": 0},
    {"do": "back", "count": None, "moves": 0},
    {"do": "fly", "moves": 0},
    {},
    "choose",
    None,
])
def test_a_message_that_cannot_be_followed_is_told_on_the_page(widget, message):
    widget._handle_custom_msg(message, [])
    assert widget.view["error"].endswith(".") and widget.view["moves"] == 0
    assert send(widget, "choose", move=1)["error"] == ""


def test_an_error_in_python_is_told_on_the_page(scene):
    def broken(text, brief_id):
        raise RuntimeError("the reader is out")

    widget = SceneWidget(scene, broken)
    to_the_text(widget)
    view = send(widget, "write", text="Here it is.")
    assert "RuntimeError: the reader is out" in view["error"]
    assert view["turn"]["write"]["draft"] == "Here it is."


def test_the_transcript_opens_and_closes(widget):
    send(widget, "choose", move=1)
    assert "You: Nobody at work took that strap seriously." in send(widget, "transcript")["transcript"]
    assert send(widget, "transcript")["transcript"] == ""


def test_only_one_panel_is_open_at_a_time(widget):
    to_the_end(widget)
    assert send(widget, "map")["map"]["told"].startswith("You have tried 6 of")
    view = send(widget, "compare")
    assert view["map"] is None and view["compare"]["sides"] == []
    assert send(widget, "transcript")["compare"] is None
    assert not view["can_compare"]


def test_two_plays_can_be_compared_and_others_picked(widget):
    to_the_end(widget)
    send(widget, "back", count=5)
    assert send(widget, "choose", move=3)["can_compare"]
    view = send(widget, "compare")
    assert view["compare"]["picked"] == [0, 1] and len(view["compare"]["sides"]) == 2
    assert send(widget, "pick", one=1, other=1)["compare"]["shared"].startswith("These are the same")


def test_an_exam_asks_how_sure_one_is_and_tells_at_the_end(widget):
    assert send(widget, "mode", exam=True)["sat"]
    for move in (2, 1, 1):
        view = send(widget, "choose", move=move)
        assert view["turn"]["confirm"] and view["log"] and not view["can_undo"]
        view = send(widget, "sure", level=2)
    assert not [row for row in view["log"] if row["kind"] == "note"] and not view["meters"]
    assert send(widget, "map")["map"] is None
    assert send(widget, "write", text="Here it is.")["turn"]["confirm"]["lines"][0]["text"] == "Here it is."
    assert send(widget, "think")["turn"]["write"]["draft"] == "Here it is."
    send(widget, "write", text="Here it is.")
    for message in ({"do": "sure", "level": 0}, {"do": "choose", "move": 2}, {"do": "sure", "level": 0},
                    {"do": "choose", "move": 1}, {"do": "sure", "level": 1}):
        view = send(widget, message.pop("do"), **message)
    assert view["ending"]["sureness"] and len([row for row in view["log"] if row["kind"] == "note"]) == 6
    assert view["meters"] and not view["sat"]


def test_an_exam_outlives_the_kernel(widget, scene):
    send(widget, "mode", exam=True)
    send(widget, "choose", move=2)
    send(widget, "sure", level=1)
    again = SceneWidget(scene, judged)
    assert again.view["sat"] and again.view["moves"] == 1
    assert "taken back" in send(again, "undo")["error"]


class Reader(HTMLParser):
    """Collects tags and words, and fails on scripts and handlers."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_starttag(self, tag, attributes):
        assert tag not in ("script", "iframe", "img", "link")
        assert not any(name.startswith("on") for name, _ in attributes)

    def handle_data(self, data):
        self.words.append(data)


def test_pages_without_a_kernel_show_the_opening_and_no_outcome(widget, scene):
    data, _ = widget._repr_mimebundle_()
    reader = Reader()
    reader.feed(data["text/html"])
    words = " ".join(reader.words)
    first = scene.turns[scene.start]
    for part in (scene.title, scene.setting, scene.objective, first.says, *(choice.say for choice in first.choices)):
        assert part in words
    for choice in first.choices:
        assert choice.why not in words and choice.reply not in words


def test_what_a_notebook_keeps_does_not_depend_on_the_learner(widget, scene):
    before, _ = widget._repr_mimebundle_()
    to_the_end(widget)
    after, _ = SceneWidget(scene, judged)._repr_mimebundle_()
    assert before[LIVE]["model_id"] != after[LIVE]["model_id"]
    for kind in ("text/html", "text/plain"):
        assert before[kind] == after[kind]
    assert before["text/plain"] == repr(widget) == "Scene “The strap in the cupboard” with Ahmet Demir (9 minutes)"


def test_authors_text_is_escaped_on_pages_without_a_kernel(scene):
    odd = scene.model_copy(update={"title": "<script>alert(1)</script>", "setting": "A & B <img src=x>"})
    data, _ = SceneWidget(odd, judged)._repr_mimebundle_()
    Reader().feed(data["text/html"])
    assert "&lt;img src=x&gt;" in data["text/html"]
