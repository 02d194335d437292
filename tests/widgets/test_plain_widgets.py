"""Where anywidget cannot be imported the same scenes and pads are there, made of ipywidgets alone."""

import json
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from ipywidgets import HTML, Button, Textarea

import rapport
from rapport import memory
from rapport.assessing.model import Assessment
from rapport.playing import load_scene
from rapport.reading.brief import brief
from rapport.render import Card
from rapport.widgets.pad_plain import PlainPad
from rapport.widgets.pad_store import EMPTY, NOT_KEPT
from rapport.widgets.scene_plain import PlainScene
from rapport.widgets.scene_player import Player

TO_THE_TEXT = (2, 1, 1)
TO_THE_END = (2, 1)
TEXT = "Here it is.\n<b>Thursday</b> at four?"
MESSAGE = "Hi Hannah,\nhere is the contrast-checker link. <script>alert(1)</script> We should keep in touch.\nLeo"
HARMLESS = {"section", "style", "header", "div", "p", "span", "strong", "em", "h3", "h4", "h5", "i", "q", "ul", "ol",
            "li", "details", "summary", "pre", "mark", "sup", "dl", "dt", "dd", "br", "ins", "del"}


def judged(text, brief_id):
    return Assessment("message", {name: 2 for name in ("reason", "give", "ask", "close", "courtesy")}, {}, (), True)


class Reader(HTMLParser):
    """Collects the words, and fails on every tag or attribute that is not ours."""

    def __init__(self):
        super().__init__()
        self.words, self.roles, self._style = [], [], False

    def handle_starttag(self, tag, attributes):
        assert tag in HARMLESS
        assert not any(name.startswith("on") for name, _ in attributes)
        self.roles.append(dict(attributes))
        self._style = tag == "style"

    def handle_endtag(self, tag):
        self._style = False

    def handle_data(self, data):
        if not self._style:
            self.words.append(data)


def within(widget, kind):
    """The parts of a kind that stand on the page, in the order in which Tab reaches them."""
    found = [widget] if isinstance(widget, kind) else []
    return found + [part for child in getattr(widget, "children", ()) for part in within(child, kind)]


def page(widget):
    reader = Reader()
    for part in within(widget, HTML):
        reader.feed(part.value)
    return reader


def words(widget):
    return " ".join(" ".join(page(widget).words).split())


def named(widget, start):
    return next(button for button in within(widget, Button) if button.description.startswith(start))


def choose(widget, *moves):
    """Press the choices at these places (from 0, all of the strap's are open)."""
    for move in moves:
        named(widget, f"{move + 1}. ").click()


def write(widget, text):
    within(widget, Textarea)[0].value = text
    named(widget, "Send").click()


def to_the_end(widget):
    choose(widget, *TO_THE_TEXT)
    write(widget, TEXT)
    choose(widget, *TO_THE_END)


@pytest.fixture(scope="module")
def scene():
    return load_scene("the-strap")


@pytest.fixture
def plain(scene):
    return PlainScene(scene, judged)


@pytest.fixture
def pad():
    return PlainPad(brief("after-the-event"))


def test_the_scene_opens_with_all_that_its_view_holds(plain, scene):
    shown, first = words(plain), scene.turns[scene.start]
    who = scene.counterpart
    for text in (scene.title, scene.setting, scene.objective, who.name, who.role, first.cue):
        assert text in shown
    choices = [button.description for button in within(plain, Button)][: len(first.choices)]
    assert choices == [f"{number}. “{choice.say}”" for number, choice in enumerate(first.choices, start=1)]
    assert named(plain, "Undo").disabled


def test_nothing_of_the_outcome_is_on_the_page_beforehand(plain, scene):
    shown = words(plain)
    for choice in scene.turns[scene.start].choices:
        assert choice.reply not in shown and choice.why not in shown
    assert scene.debrief.thought not in shown


def test_a_choice_is_answered_in_a_live_log(plain, scene):
    choose(plain, 0)
    made = scene.turns[scene.start].choices[0]
    assert made.say in words(plain) and made.why in words(plain) and "A classic mistake" in words(plain)
    logs = [found for found in page(plain).roles if found.get("role") == "log"]
    assert len(logs) == 1 and logs[0]["aria-live"] == "polite" and logs[0]["aria-label"]


def test_it_is_played_to_its_end_like_the_player_behind_it(plain, scene):
    to_the_end(plain)
    expected = Player(scene, judged).view["ending"]
    shown = words(plain)
    assert expected["heading"] in shown and expected["found"] in shown
    debrief, found = scene.debrief, expected["evidence"]["finding"]
    for text in (debrief.thought, scene.counterpart.hides, debrief.question, found):
        assert " ".join(text.split()) in shown
    assert not within(plain, Textarea)
    named_so = [button for button in within(plain, Button) if button.description == "Try this moment again"]
    assert len(named_so) == len(expected["back"])


def test_going_back_to_a_moment_opens_its_choices_again(plain):
    to_the_end(plain)
    named(plain, "Try this moment again").click()
    assert plain.view["moves"] == 1 and named(plain, "1. ")


def test_undo_and_start_again(plain):
    opening = words(plain)
    choose(plain, 0)
    named(plain, "Undo").click()
    assert words(plain) == opening
    choose(plain, 0)
    named(plain, "Start again").click()
    assert words(plain) == opening and not named(plain, "Undo").disabled
    named(plain, "Undo").click()
    assert plain.view["moves"] == 1


def test_a_second_click_on_the_same_button_is_not_a_second_move(plain):
    button = named(plain, "2. ")
    button.click()
    button.click()
    assert plain.view["moves"] == 1 and not plain.view["error"]


def test_what_was_written_is_shown_as_text_and_comes_back_with_undo(plain):
    choose(plain, *TO_THE_TEXT)
    write(plain, TEXT)
    assert " ".join(TEXT.split()) in words(plain)
    named(plain, "Undo").click()
    assert within(plain, Textarea)[0].value == TEXT


def test_an_exam_asks_how_sure_one_is_and_can_be_thought_over(plain):
    named(plain, "Play it as an exam").click()
    choose(plain, 2)
    assert "How sure are you of this?" in words(plain)
    named(plain, "Change my answer").click()
    choose(plain, 1)
    named(plain, "3. Very sure").click()
    assert plain.view["moves"] == 1 and "What helped" not in words(plain)
    assert not [button for button in within(plain, Button) if button.description.startswith("Play it")]


def test_an_empty_text_stays_in_its_field_with_a_sentence(plain):
    choose(plain, *TO_THE_TEXT)
    field = within(plain, Textarea)[0]
    write(plain, "   ")
    assert "nothing to send yet" in words(plain) and "alert" in [found.get("role") for found in page(plain).roles]
    assert within(plain, Textarea)[0] is field and field.value == "   "


def test_a_play_is_taken_up_where_it_was_left(plain, scene):
    choose(plain, *TO_THE_TEXT)
    again = PlainScene(scene, judged)
    assert "You were here. Continue, or start again." in words(again) and within(again, Textarea)
    assert Player(scene, judged).view["log"] == plain.view["log"]


def test_the_transcript_opens_and_closes(plain):
    choose(plain, 1)
    named(plain, "Transcript").click()
    assert "You: Nobody at work took that strap seriously." in words(plain)
    named(plain, "Hide the transcript").click()
    assert not named(plain, "Transcript").disabled and plain.view["transcript"] == ""


def test_author_s_and_learner_s_text_is_escaped_everywhere(scene):
    odd = "A & B <img src=x onerror=alert(1)> {name}"
    first = scene.turns[scene.start]
    choices = tuple(choice.model_copy(update={"say": odd, "reply": odd, "why": odd}) for choice in first.choices)
    turn = first.model_copy(update={"says": odd, "cue": odd, "choices": choices})
    mean = scene.model_copy(update={
        "title": odd, "setting": odd, "objective": odd, "turns": {**scene.turns, scene.start: turn},
        "counterpart": scene.counterpart.model_copy(update={"name": odd, "role": odd}),
    })
    widget = PlainScene(mean, judged)
    assert words(widget).count(odd) >= 6  # the reader has met no tag of it
    choose(widget, 2)
    assert words(widget).count(odd) >= 9
    assert not any(part.description_allow_html for part in within(widget, (HTML, Textarea)))


def test_pages_without_a_kernel_show_the_opening_and_no_outcome(plain, scene):
    to_the_end(plain)
    data = plain._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and data["text/plain"] == repr(plain)
    reader = Reader()
    reader.feed(data["text/html"])
    assert scene.setting in reader.words and scene.debrief.thought not in reader.words


def test_the_pad_reads_as_the_exercise_would_read_it(pad):
    assert EMPTY in words(pad)
    within(pad, Textarea)[0].value = MESSAGE
    found = rapport.assess(MESSAGE, "after-the-event")
    assert found.findings and f"{found.score} of 10" in words(pad)
    for finding in found.findings:
        assert finding.why in words(pad)
    assert "<script>alert(1)</script>" in words(pad)


def test_the_pad_keeps_its_text_and_versions(pad):
    field = within(pad, Textarea)[0]
    field.value = "first version"
    named(pad, "Keep this version").click()
    assert named(pad, "Kept")
    field.value = MESSAGE
    assert "Since your last version" in words(pad)
    again = PlainPad(brief("after-the-event"))
    assert again.text == MESSAGE
    named(again, "Bring back Version 1: 2 words").click()
    assert again.text == "first version" and memory.load("pads/after-the-event/now") == "first version"
    assert named(again, "Bring back Version 2")  # what stood there was kept


def test_a_machine_that_cannot_keep_says_so(pad, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file"))
    within(pad, Textarea)[0].value = MESSAGE
    assert NOT_KEPT in words(pad)


def test_the_pad_s_opening_holds_nothing_of_the_learner(pad):
    within(pad, Textarea)[0].value = MESSAGE
    data = pad._repr_mimebundle_()
    assert "Hannah Brandt" in data["text/html"] and "keep in touch" not in json.dumps(data)


@pytest.mark.parametrize("missing, kinds", [
    ((), ("SceneWidget", "PadWidget")),
    (("anywidget",), ("PlainScene", "PlainPad")),
    (("anywidget", "ipywidgets"), ("Card", "Card")),
])
def test_what_is_shown_is_the_best_that_can_be_imported(missing, kinds, tmp_path):
    code = f"""
import sys
for name in {missing!r}:
    sys.modules[name] = None
import rapport
print(type(rapport.play("the-strap")).__name__, type(rapport.pad("after-the-event")).__name__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == list(kinds), done.stderr


def test_without_any_widgets_one_sentence_says_where_to_play_and_write(monkeypatch):
    for name in ("anywidget", "ipywidgets"):
        monkeypatch.setitem(sys.modules, name, None)
    scene, pad = rapport.play("the-strap"), rapport.pad("plan-after-conference")
    assert isinstance(scene, Card) and isinstance(pad, Card)
    for shown in (scene.text, scene.html):
        assert "rapport play the-strap" in shown and "Run this cell" not in shown
    for shown in (pad.text, pad.html):
        assert "%%plan plan-after-conference" in shown and "Dana Okafor" in shown
