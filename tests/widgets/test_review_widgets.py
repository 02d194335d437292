"""The reviews, the plans and the progress without a browser."""

import datetime
import json
from html.parser import HTMLParser

import pytest

import rapport
from rapport import catalog, memory
from rapport.mistakes import UNITS
from rapport.render import Card
from rapport.reviewing import after, logs, sitting
from rapport.reviewing.choosing import key
from rapport.spotting import NONE, load_unit
from rapport.widgets.plans import NONE_YET, PlansWidget
from rapport.widgets.progress import ProgressWidget
from rapport.widgets.review import AGAIN, NOTHING, OVER, TodayWidget, UnitReviewWidget
from rapport.widgets.spot import UNSAVED

DAY = datetime.date(2026, 11, 21)
LIVE = "application/vnd.jupyter.widget-view+json"


def days_on(number):
    return DAY + datetime.timedelta(days=number)


def made(*mistakes, days_ago=1):
    for mistake in mistakes:
        logs.answer(logs.Answered(days_on(-days_ago), mistake, "an old message", False))


def today(day=DAY):
    return TodayWidget(lambda: day)


def send(widget, do, **content):
    widget._handle_custom_msg({"do": do, "step": widget.view["step"], **content}, [])
    return widget.view


def answer(widget, fits=True):
    one = widget._rounds[-1]
    item = widget.spots.items[one.order[len(one.answers)]]
    chosen = item.answer if fits else next(name for name in item.offered if name != item.answer)
    send(widget, "answer", answer=chosen, sure="fairly")
    return item


def through(widget, fits=True):
    while not widget.view["end"]:
        answer(widget, fits)
        send(widget, "next")
    return widget.view["end"]


def part(end, title):
    return next((found["lines"] for found in end["parts"] if found["title"].startswith(title)), [])


def test_a_first_visit_says_calmly_that_nothing_is_due():
    widget = today()
    end = widget.view["end"]
    assert (end["heading"], end["sureness"]) == (NOTHING, after.NEVER) and not end["again"] and not end["parts"]
    assert widget.view["intro"] == ""


def test_what_was_made_yesterday_is_due_today_in_new_messages():
    made("no-thanks", "events-only")
    widget = today()
    assert {pick.mistake for pick in widget._sitting.picks} == {"no-thanks", "events-only"}
    assert widget.view["heading"] == "Message 1 of 4" and widget.view["title"] == "Today's review"


def test_before_its_day_it_says_when_the_next_review_comes():
    made("no-thanks", days_ago=0)
    assert today().view["end"]["sureness"] == "The next review comes tomorrow."
    through(today(days_on(1)))
    assert today(days_on(2)).view["end"]["sureness"] == "The next review comes on Wed 25 November."


def test_right_answers_on_each_day_mend_and_a_wrong_one_starts_again():
    made("no-thanks")
    through(today(DAY))
    through(today(days_on(3)))
    through(today(days_on(10)), fits=False)
    assert today(days_on(11)).view["item"]
    for day in (11, 14, 21, 42):
        through(today(days_on(day)))
    assert today(days_on(80)).view["end"]["sureness"] == after.MENDED


def test_each_review_of_a_mistake_has_messages_that_no_earlier_one_had():
    made("no-thanks")
    shown = []
    for day in (0, 3, 10, 31):
        widget = today(days_on(day))
        shown += [key(pick.item) for pick in widget._sitting.picks]
        assert AGAIN not in widget.view["intro"]
        through(widget)
    assert len(shown) == len(set(shown)) == 8 and today(days_on(90)).view["end"]["sureness"] == after.MENDED


def test_a_review_says_so_once_every_message_about_a_mistake_has_been_seen():
    about = sum("no-thanks" in item.offered and item.answer in ("no-thanks", NONE)
                for item in load_unit("follow-through").items)
    for day in range(0, about - 1, 2):
        made("no-thanks", days_ago=1 - day)
        widget = today(days_on(day))
        assert AGAIN not in widget.view["intro"]
        through(widget)
    made("no-thanks", days_ago=-30)
    assert AGAIN in today(days_on(31)).view["intro"]


def test_a_review_goes_on_where_the_kernel_stopped_and_stays_over_for_the_day():
    made("no-thanks", "events-only")
    first = today()
    answer(first)
    send(first, "next")
    again = today()
    assert again.view["heading"] == "Message 2 of 4" and again.spots == first.spots
    end = through(again)
    assert end["heading"] == "4 of 4 answers fitted." == today().view["end"]["heading"]
    assert send(again, "again")["error"] == OVER
    assert len(list(logs.answers())) == 2 + 4


def test_the_end_names_a_scene_elsewhere_the_plans_and_the_next_day():
    made("presuming-help", "presuming-help")
    memory.save("log/mistakes", [{"date": "2026-11-20", "mistake": "presuming-help", "where": "the-tool-library"}])
    memory.save("plans/presuming-help", {"if": "I am <b>stuck</b>", "then": "ask once", "date": "2026-11-01"})
    memory.save("plans/no-thanks", {"if": "it is Monday", "then": "write", "date": "2026-11-01"})
    end = through(today())
    scene, = part(end, "A scene")
    assert "notebook 0" in scene and "Eleven tools" not in scene and "Expecting others to solve your problem" in scene
    plan, = part(end, "Your plans")
    assert plan.endswith("If I am <b>stuck</b>, then I will ask once.")
    assert part(end, "And then") == ["The next review comes on Tue 24 November."]


def test_the_scene_named_can_hold_the_mistake_and_stands_in_that_notebook():
    for mistake in catalog.mistakes():
        made(mistake)
    for mistake in catalog.mistakes():
        if sentence := after.scene_to_play([mistake], DAY):
            stem = sentence.partition("(")[2].partition(")")[0]
            source = catalog.lesson_paths()[stem].read_text(encoding="utf-8")
            played = [name for name, path in catalog.scene_paths().items() if f'rapport.play(\\"{name}\\")' in source]
            assert any(mistake in after.load_scene(name).mistakes for name in played)


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_review_shows_each_of_its_mistakes(unit):
    widget = UnitReviewWidget(unit, lambda: DAY)
    of_unit = {name for name, mistake in catalog.mistakes().items() if mistake.unit == unit}
    assert of_unit <= {item.answer for item in widget.spots.items} and 6 <= len(widget.spots.items) <= 8


def test_a_unit_review_brings_back_first_what_was_wrong_and_asks_again_with_other_messages():
    widget = UnitReviewWidget("mindset", lambda: DAY)
    wrong = answer(widget, fits=False)
    send(widget, "next")
    end = through(widget)
    assert end["again"] == "Once more, with other messages"
    before = {key(item) for item in widget.spots.items}
    view = send(widget, "again")
    assert view["heading"].startswith("Message 1 of") and widget.spots.items[0] == wrong
    assert not before & {key(item) for item in widget.spots.items[1:]}
    resumed = UnitReviewWidget("mindset", lambda: days_on(3))
    assert resumed.spots == widget.spots and resumed.view["heading"] == view["heading"]


def test_what_was_wrong_in_a_lesson_comes_back_in_the_review_of_its_unit():
    lesson = rapport.spot("presuming-help")
    item = answer(lesson, fits=False)
    assert UnitReviewWidget("mindset", lambda: DAY).spots.items[0] == item
    assert item not in UnitReviewWidget("targeting", lambda: DAY).spots.items


def test_a_unit_review_goes_on_after_days():
    first = UnitReviewWidget("channels", lambda: DAY)
    answer(first)
    again = UnitReviewWidget("channels", lambda: days_on(5))
    assert again.spots == first.spots and again.view["heading"].startswith("Message 2 of")


def test_answers_of_a_unit_review_decide_what_is_due():
    through(UnitReviewWidget("channels", lambda: DAY), fits=False)
    due = today(days_on(1))._sitting.mistakes
    assert due and all(mistake in catalog.mistakes() for mistake in due)


@pytest.mark.parametrize("damage", [5, [], {"date": "2026-11-21"}, {"date": 5, "picks": [], "answers": [], "number": 1},
                                    {"date": "2026-11-21", "picks": [{"mistake": "no-thanks", "item": "gone"}],
                                     "answers": [], "number": 1},
                                    {"date": "2026-11-21", "picks": 5, "answers": 5, "number": "x"}])
def test_a_damaged_sitting_starts_anew(damage):
    made("no-thanks")
    memory.save("review/today", damage)
    memory.save("review/mindset", damage)
    assert today().view["heading"] == "Message 1 of 2"
    assert UnitReviewWidget("mindset", lambda: DAY).view["heading"] == "Message 1 of 6"


def test_where_nothing_can_be_kept_a_review_goes_on_all_the_same(monkeypatch, tmp_path):
    widget = UnitReviewWidget("mindset", lambda: DAY)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file"))
    answer(widget)
    assert widget.view["note"] == UNSAVED and through(widget)


def test_plans_are_those_of_the_unit_and_unfinished_ones_are_left_out():
    assert PlansWidget("mindset").view["empty"] == NONE_YET
    memory.save("plans/presuming-help", {"if": "I am stuck", "then": "ask once"})
    memory.save("plans/people-as-conduits", {"if": "I am stuck", "then": ""})
    memory.save("plans/no-thanks", {"if": "it is Monday", "then": "write"})
    memory.save("plans/taking-before-giving", {"if": 5})
    row, = PlansWidget("mindset").view["plans"]
    assert row == {"title": "Expecting others to solve your problem", "plan": "If I am stuck, then I will ask once."}


class Checked(HTMLParser):
    """Collects the tags and the text of a card; every tag must be closed in order."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.labels = [], [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.labels += [value for name, value in attrs if name == "aria-label"]
        if tag != "line":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_progress_is_one_sentence_where_nothing_was_done():
    card = ProgressWidget(DAY).card
    assert card.count("<p>") == 1 and "<svg" not in card and "Nothing is kept here yet" in card


def test_progress_shows_each_mistake_made_and_got_right_as_picture_words_and_table():
    made("no-thanks", "events-only", days_ago=20)
    logs.answer(logs.Answered(days_on(-10), "no-thanks", "a", True))
    memory.save("scenes/the-second-cup", {"endings": [], "tried": [], "plays": [], "moves": []})
    card = ProgressWidget(DAY).card
    seen = Checked(card)
    told, = seen.labels
    assert "Not saying thank you: made on 1 Nov, got right on 11 Nov; comes back today." in told
    assert "Meeting people only at events: made on 1 Nov; comes back today." in told
    assert seen.tags.count("circle") == 3 and seen.tags.count("details") == 1 and seen.tags.count("tr") == 3
    assert card.index("Meeting people only at events") < card.index("Not saying thank you")
    assert "two mistakes, and none is mended" in card and "second cup" not in card


def test_progress_counts_scenes_and_lessons():
    scene = after.load_scene("the-spare-key")
    slug = scene.start
    memory.save("scenes/the-spare-key", {"endings": [scene.best], "tried": [[slug, 0], [slug, 1]], "plays": []})
    begun = ProgressWidget(DAY).card.partition("You have begun ")[2].split()[0]
    memory.save("jots/presuming-help", "A line")
    card = ProgressWidget(DAY).card
    assert f"The spare key: 1 of {len(scene.endings)} endings found, 2 of" in card
    assert f"You have begun {int(begun) + 1} of" in card and "No mistake has been made yet." in card


def test_a_mended_mistake_says_so():
    made("no-thanks", days_ago=40)
    for ago in (39, 36, 29, 8):
        logs.answer(logs.Answered(days_on(-ago), "no-thanks", f"item-{ago}", True))
    card = ProgressWidget(DAY).card
    assert "one is mended" in card and "; mended." in card and "✓ mended" in card


@pytest.mark.parametrize("call, plain", [
    (lambda: rapport.review(), "Today's review: what went wrong before, in new messages"),
    (lambda: rapport.review_unit("mindset"), "Mixed messages: How you think of it"),
    (lambda: rapport.my_plans("mindset"), "Your plans: How you think of it"),
    (lambda: rapport.progress(), "Your progress: mistakes made and mended over time"),
])
def test_a_page_without_a_kernel_is_the_same_for_every_learner(call, plain):
    before, _ = call()._repr_mimebundle_()
    made("no-thanks", "presuming-help", days_ago=3)
    memory.save("plans/presuming-help", {"if": "my secret", "then": "ask once"})
    lesson = rapport.spot("presuming-help")
    answer(lesson, fits=False)
    after_, _ = call()._repr_mimebundle_()
    assert before["text/html"] == after_["text/html"] and before["text/plain"] == after_["text/plain"] == plain
    assert LIVE in before


def test_the_views_can_be_sent():
    made("no-thanks")
    end = through(today())
    assert json.loads(json.dumps(end)) == end


def test_a_wrong_name_gives_a_sentence():
    assert isinstance(rapport.review_unit("mind"), Card) and isinstance(rapport.my_plans("mind"), Card)


def test_the_first_review_of_a_unit_is_the_one_on_paper():
    widget = UnitReviewWidget("mindset", lambda: DAY)
    assert sitting.first_of_unit("mindset").items == widget.spots.items
    assert widget.opening().count("<details>") == len(widget.spots.items)
