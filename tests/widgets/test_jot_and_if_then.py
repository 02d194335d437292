"""A learner's own line and plan: kept while they are typed, judged by nobody."""

import datetime

import pytest

import rapport
from rapport import catalog, memory
from rapport.render import Card
from rapport.widgets.if_then import IfThenWidget
from rapport.widgets.jot import PAUSE, JotWidget
from rapport.widgets.lesson_part import KEPT, NOT_KEPT

NAME = "no-follow-up"
LIVE = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def blocked(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file" / "below"))


def test_a_line_is_kept_and_comes_back():
    jot = JotWidget(NAME)
    assert jot.told["status"] == "" and jot.told["label"] == "Your line"
    jot.text = "Ruben, the page about <b>brakes</b>"
    assert jot.told["status"] == KEPT == "Kept on this machine."
    assert memory.load(f"jots/{NAME}") == jot.text == JotWidget(NAME).text
    assert JotWidget(NAME).told["status"] == KEPT


def test_a_line_that_is_wiped_is_forgotten():
    jot = JotWidget(NAME)
    jot.text = "Ruben"
    jot.text = " "
    assert memory.load(f"jots/{NAME}") is None and jot.told["status"] == ""


@pytest.mark.parametrize("damage", [5, ["a"], {"text": "a"}, None])
def test_a_damaged_line_counts_as_none(damage):
    memory.save(f"jots/{NAME}", damage)
    assert JotWidget(NAME).text == ""


def test_a_plan_is_kept_with_its_day_and_comes_back():
    plan = IfThenWidget(NAME)
    assert plan.told["sentence"] == plan.told["ask"] == plan.told["status"] == ""
    plan.if_text = "I have promised something"
    assert plan.told["ask"].startswith("And then?") and plan.told["sentence"] == "" and plan.told["status"] == KEPT
    plan.then_text = "send it the same evening"
    assert plan.told["sentence"] == "If I have promised something, then I will send it the same evening."
    assert plan.told["ask"] == ""
    assert memory.load(f"plans/{NAME}") == {
        "if": "I have promised something", "then": "send it the same evening",
        "date": datetime.date.today().isoformat(),
    }
    again = IfThenWidget(NAME)
    assert (again.if_text, again.then_text, again.told) == (plan.if_text, plan.then_text, plan.told)


def test_a_plan_that_is_wiped_is_forgotten():
    plan = IfThenWidget(NAME)
    plan.if_text = "it is Monday"
    plan.if_text = ""
    assert memory.load(f"plans/{NAME}") is None


@pytest.mark.parametrize("damage", [5, ["a"], {"if": 5, "then": ["a"]}, None])
def test_a_damaged_plan_counts_as_none(damage):
    memory.save(f"plans/{NAME}", damage)
    plan = IfThenWidget(NAME)
    assert plan.if_text == plan.then_text == ""


def test_where_nothing_can_be_kept_both_say_so(blocked):
    jot, plan = JotWidget(NAME), IfThenWidget(NAME)
    jot.text = plan.if_text = "Ruben"
    assert jot.told["warning"] == plan.told["warning"] == NOT_KEPT
    assert jot.told["status"] == plan.told["status"] == ""


@pytest.mark.parametrize("made, trait, plain", [
    (JotWidget, "text", "Your line: …"), (IfThenWidget, "then_text", "Your plan: If … then I will …"),
])
def test_what_a_notebook_keeps_says_nothing_of_the_learner(made, trait, plain):
    before, _ = made(NAME)._repr_mimebundle_()
    setattr(made(NAME), trait, "my secret line")
    after, _ = made(NAME)._repr_mimebundle_()
    assert before["text/html"] == after["text/html"] and "secret" not in after["text/html"]
    assert before["text/plain"] == after["text/plain"] == plain and LIVE in after


def test_lessons_call_them_by_the_mistake():
    assert isinstance(rapport.jot(NAME), JotWidget) and isinstance(rapport.if_then(NAME), IfThenWidget)
    assert isinstance(rapport.jot("no-folow-up"), Card) and isinstance(rapport.if_then("no-folow-up"), Card)


def test_a_lesson_says_at_its_middle_that_one_can_stop_here():
    jot = JotWidget(NAME)
    assert jot.told["pause"] == PAUSE and PAUSE in jot.opening()
    page = next(name for name in catalog.lesson_paths() if name not in catalog.mistakes())
    assert not JotWidget(page).told["pause"]


def test_each_lesson_keeps_a_line_of_its_own():
    rapport.jot(NAME).text = "I owe Ruben the page."
    assert rapport.jot("no-thanks").text == "" and rapport.jot(NAME).text == "I owe Ruben the page."
