"""A closed grammar of times with an injected today, and its traps."""

from datetime import date
from re import _parser

import pytest

from rapport.reading.date_forms import GRAMMAR
from rapport.reading.dates import LONGEST, dates

TODAY = date(2026, 11, 18)  # a Wednesday


def named(text, locale="en-GB"):
    return [(text[w.start:w.end], w.kind, w.first) for w in dates(text, TODAY, locale)]


@pytest.mark.parametrize(("text", "words", "kind", "first"), [
    ("See you on Friday.", "on Friday", "day", date(2026, 11, 20)),
    ("I'll write in two weeks.", "in two weeks", "interval", date(2026, 12, 2)),
    ("It comes by the 9th.", "the 9th", "day", date(2026, 12, 9)),
    ("This afternoon would do.", "This afternoon", "day", TODAY),
    ("Tomorrow then", "Tomorrow", "day", date(2026, 11, 19)),
    ("Fri 4 December: wax", "Fri 4 December", "day", date(2026, 12, 4)),
    ("On 3 January 2027 we open", "3 January 2027", "day", date(2027, 1, 3)),
    ("Mid April – tea", "Mid April", "span", date(2027, 4, 10)),
    ("2026-12-01: call", "2026-12-01", "day", date(2026, 12, 1)),
    ("I ring after your launch", "after your launch", "event", None),
    ("Every Friday a card", "Every Friday", "recurring", None),
    ("Week 3: visit", "Week 3", "span", date(2026, 12, 2)),
    ("Three weeks later, a note", "Three weeks later", "interval", date(2026, 12, 9)),
])
def test_a_time_is_found_and_resolved(text, words, kind, first):
    assert named(text) == [(words, kind, first)]


@pytest.mark.parametrize("text", ["We met last Thursday", "It was three weeks ago", "last month was hard"])
def test_words_that_point_back_are_past(text):
    assert [when.past for when in dates(text, TODAY)] == [True]


@pytest.mark.parametrize("text", [
    "You may want to march ahead for a second.", "He sat down in the sun.", "May I ask you something?",
    "It costs 3.50 a piece.", "She is a second cousin.", "We decided to march on.", "I read it and on we went, in and out.", "I have 12 loaves and 7 jars.",
    "the sun and the wed couple", "they may be late", "version 2.0 is out",
])
def test_words_that_only_look_like_times_are_left_alone(text):
    assert named(text) == []


def test_figures_follow_the_locale():
    assert named("3/12: call")[0][2] == date(2026, 12, 3)
    assert named("12/3: call", "en-US")[0][2] == date(2026, 12, 3)


def test_a_day_that_does_not_exist_is_no_time():
    assert named("31/2 or 45/17 or 2026-02-31") == []


def test_no_form_of_time_is_longer_than_the_stretch_in_which_it_is_looked_for():
    for form in GRAMMAR:
        counted = form.pattern.pattern.replace(r"\w+", r"\w{1,24}").replace(r"\d+", r"\d{1,24}")
        assert _parser.parse(counted).getwidth()[1] + 12 < LONGEST, counted


@pytest.mark.parametrize("filler", ["so it goes. ", "x" * 40 + " "])
def test_a_time_is_found_wherever_it_stands_in_a_long_text(filler):
    text = f"{filler * 30}see you on Friday the 27th. {filler * 30}Or when you are thoroughly settled, {filler * 9}in 5d."
    found = [text[when.start:when.end] for when in dates(text, date(2026, 11, 21))]
    assert found == ["on Friday the 27th", "when you are thoroughly settled", "in 5d"]
