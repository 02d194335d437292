"""Somebody who is stuck gets staged hints in each part, closed until asked for; none of them gives the answer away."""

import itertools

import pytest

from rapport import catalog
from rapport.spotting import NONE, load_spots, load_unit, telling
from rapport.spotting.hints import LEAVE, LESS, hints
from rapport.widgets.if_then import IfThenWidget
from rapport.widgets.jot import JotWidget
from rapport.widgets.spot import SpotWidget

EVERY = [*itertools.chain(*(load_spots(name).items for name in catalog.spot_paths())),
         *itertools.chain(*(load_unit(name).items for name in catalog.review_paths()))]


def out(item):
    """The answer that the last hint takes away."""
    last = hints(item)[-1]
    assert last["summary"] == LESS
    return next(one for one in item.offered if last["lines"] == [f"It is not “{telling.title(one)}”."])


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.text[:20])
def test_a_message_loses_one_answer_that_does_not_fit_and_the_same_each_time(item):
    assert out(item) != item.answer and hints(item) == hints(item)


def test_what_is_taken_away_says_nothing_about_the_rest():
    """Where something is wrong, “nothing” is neither always taken away nor never."""
    taken = [out(item) == NONE for item in EVERY if item.answer != NONE]
    assert 0.2 < sum(taken) / len(taken) < 0.6


def test_each_answer_is_told_by_the_advice_behind_it():
    item = load_spots("no-follow-up").items[0]
    lines = hints(item)[0]["lines"]
    assert len(lines) == len(item.offered) and lines[-1].endswith(LEAVE)
    for answer, line in zip(telling.offered(item)[:-1], lines):
        mistake = catalog.mistake(answer)
        assert line.startswith(f"{mistake.title}. ") and line.removeprefix(f"{mistake.title}. ") in mistake.advice


def test_hints_go_once_the_answer_is_told():
    widget = SpotWidget(load_spots("no-follow-up"))
    assert len(widget.view["item"]["hints"]) == 2
    first = widget.spots.items[0]
    widget._handle_custom_msg({"do": "answer", "step": widget.view["step"], "answer": first.answer, "sure": "very"}, [])
    assert widget.view["outcome"] and widget.view["item"]["hints"] == []


@pytest.mark.parametrize("part, fewest", [(JotWidget, 2), (IfThenWidget, 2)])
def test_a_line_and_a_plan_have_hints_of_their_own(part, fewest):
    told = part("no-follow-up").told["hints"]
    assert len(told) >= fewest and all(one["summary"] and all(one["lines"]) for one in told)
