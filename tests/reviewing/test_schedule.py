"""The days on which a mistake comes back: tables of what happened and what follows."""

import datetime
import itertools

import pytest

from rapport.reviewing import schedule
from rapport.reviewing.events import Event, day_of

START = datetime.date(2026, 2, 27)


def day(number):
    return START + datetime.timedelta(days=number)


def events(past, mistake="no-thanks"):
    """``x0 r1`` reads: made on day 0, right on day 1."""
    return [Event(day(int(one[1:])), mistake, one[0] == "r", "spots/no-thanks") for one in past.split()]


@pytest.mark.parametrize("past, made, steps, due", [
    ("x0", 1, 0, 1),
    ("x0 x0", 1, 0, 1),
    ("x0 r1", 1, 1, 4),
    ("x0 r1 r4", 1, 2, 11),
    ("x0 r1 r4 r11", 1, 3, 32),
    ("x0 r1 r4 r11 r32", 1, 4, None),
    ("x0 r1 r4 r11 r32 r40", 1, 4, None),
    ("x0 r1 r4 r11 r32 x50", 2, 0, 51),
    ("x0 r0", 1, 0, 1),
    ("x0 r1 r1", 1, 1, 4),
    ("x0 r1 r2 r3", 1, 1, 4),
    ("x0 r9", 1, 1, 12),
    ("x0 r1 x2", 2, 0, 3),
    ("x0 r1 x4 r5", 2, 1, 8),
    ("x0 r1 r4 x4", 2, 0, 5),
    ("r0 r1 x3", 1, 0, 4),
])
def test_what_happened_gives_the_next_day(past, made, steps, due):
    found = schedule.standings(events(past))["no-thanks"]
    assert (found.made, found.steps) == (made, steps)
    assert found.due == (None if due is None else day(due)) and found.is_mended == (due is None)


def test_what_was_never_made_never_comes_back():
    assert schedule.standings(events("r0 r1 r5")) == {} and schedule.standings([]) == {}
    assert schedule.next_day({}) is None and schedule.due({}, START) == []


def test_the_order_of_events_does_not_matter():
    past = events("x0 r1 x1 r3 r6")
    results = {str(schedule.standings(order)) for order in itertools.permutations(past)}
    assert len(results) == 1


def test_many_right_answers_in_one_evening_mend_nothing():
    assert schedule.standings(events("x0 " + "r1 " * 20))["no-thanks"].steps == 1


def test_whoever_answers_right_on_each_day_meets_a_mistake_four_times():
    past, days = events("x0"), []
    while (due := schedule.standings(past)["no-thanks"].due) is not None:
        days.append((due - START).days)
        past.append(Event(due, "no-thanks", True, "reviews/a"))
    assert days == [1, 4, 11, 32]


def test_the_longest_due_comes_first_then_the_most_frequent():
    past = events("x0 x5", "no-thanks") + events("x3", "no-clear-ask") + events("x2 x5", "events-only") + \
        events("x4 x5 x3", "numbers-game")
    standing = schedule.standings(past)
    assert schedule.due(standing, day(6)) == ["no-clear-ask", "numbers-game", "events-only", "no-thanks"]
    assert schedule.due(standing, day(5)) == ["no-clear-ask"] and schedule.due(standing, day(3)) == []
    assert schedule.next_day(standing) == day(4)


def test_mistakes_do_not_mix():
    standing = schedule.standings(events("x0 r1", "no-thanks") + events("x1", "no-clear-ask"))
    assert standing["no-thanks"].due == day(4) and standing["no-clear-ask"].due == day(2)


@pytest.mark.parametrize("text, found", [
    ("2026-02-27", START), ("2026-02-27T23:50:00-05:00", START), ("2026-02-30", None), ("", None), (5, None),
    (None, None), ("yesterday", None), (["2026-02-27"], None),
])
def test_a_day_is_the_learners_own_and_a_damaged_one_is_none(text, found):
    assert day_of(text) == found
