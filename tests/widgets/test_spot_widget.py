"""Spot the mistake without a browser: messages in, the view out, and what is kept."""

import datetime
import json

import pytest

import rapport
from rapport import catalog, memory
from rapport.render import Card
from rapport.spotting import Item, Spots, keeping, load_spots, rounds, telling
from rapport.widgets.spot import UNSAVED, SpotWidget

DAY = datetime.date(2026, 11, 21)
NAME = "no-follow-up"


@pytest.fixture
def spots():
    return load_spots(NAME)


@pytest.fixture
def widget(spots):
    return SpotWidget(spots, lambda: DAY)


def send(widget, do, **content):
    """What the page sends; it says which step it was showing."""
    widget._handle_custom_msg({"do": do, "step": widget.view["step"], **content}, [])
    return widget.view


def answer(widget, fits=True, sure="very"):
    one = widget._rounds[-1]
    item = widget.spots.items[one.order[len(one.answers)]]
    chosen = item.answer if fits else next(name for name in item.offered if name != item.answer)
    return send(widget, "answer", answer=chosen, sure=sure)


def play(widget, *steps):
    for fits, sure in steps:
        answer(widget, fits, sure)
        view = send(widget, "next")
    return view


def test_the_first_message_is_shown_whole_with_its_answers_by_title(widget, spots):
    view, item = widget.view, spots.items[0]
    assert view["heading"] == f"Message 1 of {len(spots.items)}" and view["item"]["situation"] == item.situation
    assert "".join(view["item"]["text"]) == item.message
    labels = {one["answer"]: one["label"] for one in view["item"]["offered"]}
    assert labels[NAME] == catalog.mistake(NAME).title and labels["none"] == "Nothing: I would send it"
    assert list(labels)[-1] == "none" and set(labels) == set(item.offered)
    assert [one["label"] for one in view["item"]["sureness"]] == ["A guess", "Fairly sure", "Very sure"]


def test_nothing_of_the_answer_is_in_the_view_beforehand(widget, spots):
    for item in spots.items:
        told = json.dumps(widget.view, ensure_ascii=False)
        assert item.why not in told and (item.better or item.why).strip() not in told
        assert widget.view["item"]["text"][1] == "" and widget.view["outcome"] is None
        answer(widget)
        send(widget, "next")


def test_an_answer_brings_the_reason_the_marked_words_and_the_mended_message(widget, spots):
    for item in spots.items:
        view = answer(widget)
        assert view["outcome"]["fits"] and view["outcome"]["why"] == item.why
        assert "".join(view["item"]["text"]) == item.message
        assert view["item"]["text"][1] == (item.quote or "")
        assert view["outcome"]["better"] == (item.better or "").strip()
        send(widget, "next")


def test_an_answer_that_does_not_fit_is_told_beside_the_one_that_does(widget, spots):
    outcome = answer(widget, fits=False, sure="guess")["outcome"]
    assert not outcome["fits"] and outcome["heading"] == "That does not fit."
    assert outcome["said"][0].startswith("You said “") and outcome["said"][0].endswith(", and it was a guess.")
    assert outcome["said"][1] == f"A careful reader would say “{telling.title(spots.items[0].answer)}”."


def test_the_end_counts_and_sets_sureness_beside_it(widget, spots):
    view = play(widget, (True, "very"), (False, "very"), (True, "very"), (True, "fairly"), (True, "fairly"),
                (False, "guess"), (True, "fairly"))
    assert view["item"] is None and view["end"]["heading"] == "5 of 7 answers fitted."
    assert view["end"]["sureness"] == (
        "Of 3 times very sure, 2 fitted; of 3 times fairly sure, all fitted; "
        "the one time you guessed, your answer did not fit."
    )
    assert [row["situation"] for row in view["end"]["missed"]] == [spots.items[n].situation for n in (1, 5)]


@pytest.mark.parametrize("sure, fits, told", [
    ("very", [True, True], "Of 2 times very sure, both fitted."),
    ("guess", [False, False, False], "Of 3 guesses, none fitted."),
    ("fairly", [True], "The one time you were fairly sure, your answer fitted."),
])
def test_sureness_is_told_in_plain_numbers(spots, sure, fits, told):
    one = rounds.start(spots)
    for item, fit in zip(spots.items, fits):
        wrong = next(name for name in item.offered if name != item.answer)
        one = one.answered(spots, item.answer if fit else wrong, sure, "2026-11-21")
    assert telling.sureness(spots, one) == told


def test_once_more_comes_in_a_new_order_that_is_the_same_for_everybody(widget, spots):
    whole = [(True, "very")] * len(spots.items)
    play(widget, *whole)
    assert send(widget, "again")["heading"].startswith("Message 1 of")
    second = widget._rounds[-1].order
    assert sorted(second) == list(range(7)) and second != widget._rounds[0].order
    assert second == rounds.start(spots, 2, tuple(range(7))).order
    end = play(widget, *[(False, "guess")] * 7)["end"]
    assert end["before"] == "The time before: 7 of 7 answers fitted."
    send(widget, "again")
    assert widget._rounds[-1].order not in (second, tuple(range(7)))


def test_an_order_never_comes_twice_running(spots):
    for number in range(2, 30):
        order = rounds.start(spots, number).order
        assert rounds.start(spots, number, order).order != order


def test_answers_are_kept_for_the_review(widget):
    answer(widget, sure="fairly")
    kept, = memory.load(f"spots/{NAME}")
    assert kept["answers"] == [{"item": 0, "answer": NAME, "sure": "fairly", "date": "2026-11-21"}]
    assert kept["order"] == list(range(7))


def test_a_round_goes_on_after_the_kernel_was_restarted(widget, spots):
    play(widget, (True, "very"), (False, "guess"))
    again = SpotWidget(spots)
    assert again.view["heading"] == "Message 3 of 7" and again.view["note"] == keeping.RESUMED
    play(again, *[(True, "very")] * 5)
    last = SpotWidget(spots)
    assert last.view["end"]["heading"] == "6 of 7 answers fitted." and last.view["note"] == ""


def test_messages_that_changed_start_anew_and_keep_what_was_answered(widget, spots):
    answer(widget)
    items = (spots.items[0].model_copy(update={"text": "Another text."}), *spots.items[1:])
    changed = SpotWidget(spots.model_copy(update={"items": items}), lambda: DAY)
    assert changed.view["heading"] == "Message 1 of 7" and changed.view["note"] == keeping.OUTDATED
    answer(changed)
    assert [len(one["answers"]) for one in memory.load(f"spots/{NAME}")] == [1, 1]


def test_a_mended_explanation_does_not_cost_a_learner_the_round(widget, spots):
    answer(widget)
    items = (spots.items[0].model_copy(update={"why": "Better said."}), *spots.items[1:])
    assert SpotWidget(spots.model_copy(update={"items": items})).view["heading"] == "Message 2 of 7"


GOOD = {"item": 0, "answer": NAME, "sure": "very", "date": "2026-11-21"}


@pytest.mark.parametrize("damage", [
    5, {}, [5], [{"answers": 5}], [None],
    lambda mark: [{"spots": mark, "order": [0, 1], "answers": []}],
    lambda mark: [{"spots": mark, "order": [0] * 7, "answers": []}],
    lambda mark: [{"spots": mark, "order": [True, *range(1, 7)], "answers": []}],
    lambda mark: [{"spots": mark, "order": list(range(7)), "answers": [{**GOOD, "item": 3}]}],
    lambda mark: [{"spots": mark, "order": list(range(7)), "answers": [{**GOOD, "answer": "no-such"}]}],
    lambda mark: [{"spots": mark, "order": list(range(7)), "answers": [{**GOOD, "sure": ["very"]}]}],
    lambda mark: [{"spots": mark, "order": list(range(7)), "answers": [GOOD] * 9}],
    lambda mark: [{"spots": mark, "order": list(range(7)), "answers": [{**GOOD, "more": 1}]}],
])
def test_a_damaged_file_starts_from_the_beginning(spots, damage):
    memory.save(f"spots/{NAME}", damage(rounds.digest(spots)) if callable(damage) else damage)
    widget = SpotWidget(spots)
    assert widget.view["heading"] == "Message 1 of 7"
    assert answer(widget)["outcome"]["fits"]


def test_a_double_click_answers_once(widget):
    message = {"do": "answer", "step": widget.view["step"], "answer": NAME, "sure": "very"}
    widget._handle_custom_msg(message, [])
    widget._handle_custom_msg(message, [])
    assert len(widget._rounds[-1].answers) == 1 and not widget.view["error"] and widget.view["outcome"]


@pytest.mark.parametrize("content", [
    {"do": "answer", "answer": "presuming-help", "sure": "very"}, {"do": "answer", "answer": NAME, "sure": "quite"},
    {"do": "answer"}, {"do": "answer", "answer": [NAME], "sure": {}}, {"do": "again"},
])
def test_what_cannot_be_done_is_told_and_changes_nothing(widget, content):
    view = send(widget, **content)
    assert view["error"].endswith(".") and view["heading"] == "Message 1 of 7" and view["outcome"] is None
    assert memory.load(f"spots/{NAME}") is None


@pytest.mark.parametrize("content", [None, "answer", {}, {"do": "fly"}, {"do": []}, {"do": "answer", "step": "9.9"}])
def test_odd_messages_from_the_page_change_nothing(widget, content):
    before = {**widget.view, "count": 0}
    widget._handle_custom_msg(content, [])
    assert {**widget.view, "count": 0} == before


def test_where_nothing_can_be_kept_one_can_go_on_all_the_same(widget, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file"))
    view = answer(widget)
    assert view["note"] == UNSAVED and view["outcome"]["fits"]


def test_the_view_can_be_sent(widget):
    view = play(widget, *[(False, "guess")] * 7)
    assert json.loads(json.dumps(view)) == view


def test_a_page_without_a_kernel_is_the_same_for_every_learner(widget, spots):
    before, _ = widget._repr_mimebundle_()
    answer(widget)
    after, _ = SpotWidget(spots)._repr_mimebundle_()
    assert before["text/html"] == after["text/html"]
    title = catalog.mistake(NAME).title
    assert before["text/plain"] == after["text/plain"] == f"Spot the mistake: 7 messages ({title})"
    assert "application/vnd.jupyter.widget-view+json" in before
    assert before["text/html"].count("<details>") == 7 and "<details open" not in before["text/html"]


def test_what_an_author_wrote_is_escaped_on_pages_without_a_kernel():
    odd = Item(situation="<img src=x>", text="<script>alert(1)</script>", answer="none", offered=["none"], why="A & B")
    html = SpotWidget(Spots(mistake=NAME, items=[odd])).opening()
    assert "<script>" not in html and "<img" not in html and "A &amp; B" in html


def test_a_quote_is_found_across_a_line_break():
    item = Item(situation="S", text="Let us meet\nsome time.", answer=NAME, offered=["none"], why="W",
                quote="meet some  time")
    assert item.message[slice(*item.quoted)] == "meet\nsome time"


def test_a_lesson_calls_it_by_name():
    assert isinstance(rapport.spot("blank-invitations"), SpotWidget)
    assert isinstance(rapport.spot("blank-invitation"), Card)
