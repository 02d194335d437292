"""When a plan's steps come: dates, weekdays, distances from the step before, the event or a day of the brief."""

from datetime import date

import pytest

from rapport.reading import read
from rapport.reading.brief import Brief
from rapport.reading.date_makers import easter
from rapport.reading.dates import dates
from rapport.reading.horizon import horizon_days

TODAY = date(2026, 3, 2)


@pytest.fixture
def meadow() -> Brief:
    """A gardener after a seed swap on Saturday 28 February 2026."""
    return Brief(
        id="plan-after-the-swap", kind="follow-up plan", channel="plan", sender="Ines Duarte, a gardener",
        event="a seed swap that ended on Saturday 28 February",
        people=("Bram Visser, a mapmaker; on leave until 16 March",
                "Olga Petrova, a school cook; her launch is on 20 April",
                "Ren Sato, a basket weaver; Ines promised him willow cuttings"),
        owed="Olga's seeds", need="a plot of her own", horizon="twelve weeks",
    )


def days(text, brief):
    return [step.first for step in read(text, brief, TODAY).plan.steps]


@pytest.mark.parametrize(("text", "second"), [
    ("Mon 2 March: Ren, cuttings\nA week later: Bram, a letter\nx y", date(2026, 3, 9)),
    ("Mon 2 March: Ren, cuttings\nThursday: Bram, a letter\nx y", date(2026, 3, 5)),
    ("Mon 2 March: Ren, cuttings\nThe 9th: Bram, a letter\nx y", date(2026, 3, 9)),
    ("Mon 2 March: Ren, cuttings\nSame evening: Bram, a letter\nx y", date(2026, 3, 2)),
    ("Mon 2 March: Ren, cuttings\nThe day after: Bram, a letter\nx y", date(2026, 3, 3)),
    ("Mon 2 March: Ren, cuttings\nThe following week: Bram, a letter\nx y", date(2026, 3, 9)),
    ("Mon 2 March: Ren, cuttings\nThree weeks after the cuttings: Bram\nx y", date(2026, 3, 23)),
    ("Mon 9 March: Ren, cuttings\nTwo weeks after the swap: Bram\nx y", date(2026, 3, 14)),
    ("Mon 2 March: Ren, cuttings\nA fortnight in: Bram, a letter\nx y", date(2026, 3, 14)),
    ("Mon 2 March: Ren, cuttings\nWhen Bram is back: a letter\nx y", date(2026, 3, 17)),
    ("Mon 2 March: Ren, cuttings\nWhen his leave ends: write to Bram\nx y", date(2026, 3, 17)),
    ("Mon 2 March: Ren, cuttings\nAfter her launch: coffee with Olga\nx y", date(2026, 4, 21)),
    ("Mon 2 March: Ren, cuttings\nAfter Easter: Bram, a letter\nx y", date(2026, 4, 6)),
    ("Mon 2 March: Ren, cuttings\nIn spring: Bram, a letter\nx y", date(2026, 3, 1)),
    ("Mon 2 March: Ren, cuttings\nEvery first Monday: Bram, a letter\nx y", date(2026, 3, 2)),
    ("Mon 2 March: Ren, cuttings\nThird Tuesday of each month: Bram\nx y", date(2026, 3, 17)),
    ("Mon 2 March: Ren, cuttings\nWeek of 6 April: Bram\nx y", date(2026, 4, 6)),
    ("Mon 2 March: Ren, cuttings\nSecond Saturday of April: Bram\nx y", date(2026, 4, 11)),
    ("Mon 2 March: Ren, cuttings\nMay: Bram, a letter\nx y", date(2026, 5, 1)),
    ("Mon 2 March: Ren, cuttings\nthe twentieth of march: Bram\nx y", date(2026, 3, 20)),
    ("Mon 2 March: Ren, cuttings\n21-22 March: Bram\nx y", date(2026, 3, 21)),
])
def test_a_time_is_resolved_from_where_it_counts(meadow, text, second):
    assert days(text, meadow)[:2] == [days(text, meadow)[0], second]


def test_the_own_time_of_a_step_is_not_a_time_it_only_speaks_of(meadow):
    text = "27 March: write to Bram about the fair in September\nOlga, since May: thank her\n5 May: Ren, his stand"
    steps = read(text, meadow, TODAY).plan.steps
    assert [step.first for step in steps] == [date(2026, 3, 27), None, date(2026, 5, 5)]


def test_a_second_try_has_its_own_time(meadow):
    text = "4 March: ask Bram. No answer: once more on 25 March.\n5 March: x\n6 March: y"
    step = read(text, meadow, TODAY).plan.steps[0]
    assert step.first == date(2026, 3, 4) and step.retry.first == date(2026, 3, 25)
    assert step.silence == "No answer: once more on 25 March."


@pytest.mark.parametrize("line", [
    "Olga, whom I see every morning: thank her", "Not this quarter: Olga", "Bram, when it fits",
])
def test_a_habit_a_refusal_or_a_vague_word_is_no_time(meadow, line):
    assert days(f"{line}\n4 March: x\n5 March: y", meadow)[0] is None


def test_the_numbers_of_a_list_are_no_days(meadow):
    text = "5. Bram, a letter\n6. April: Olga, her seeds\n7. May: Ren"
    assert days(text, meadow) == [None, date(2026, 4, 1), date(2026, 5, 1)]


def test_intervals_are_counted_for_each_person(meadow):
    text = "4 March: thank Olga\n5 March: Ren, cuttings\n25 March: Olga, how are the seeds\n6 May: visit Olga"
    plan = read(text, meadow, TODAY).plan
    assert plan.intervals("Olga") == (21, 42) and plan.intervals("Ren") == ()


@pytest.mark.parametrize("text", [
    "for a second", "the second one", "I may, or may not", "he sat down", "may the day come", "it is a sixth sense",
    "a comment on 5 posts", "Sat with him for an hour", "they march on",
])
def test_traps_are_no_times(text):
    assert dates(text, TODAY) == ()


@pytest.mark.parametrize(("year", "day"), [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)),
                                           (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))])
def test_easter_is_reckoned(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(("words", "count"), [("the next 90 days", 90), ("ten weeks", 70), ("a quarter", 91),
                                              ("three months", 90), ("as long as it takes", 90)])
def test_a_horizon_is_a_number_of_days(words, count):
    assert horizon_days(words) == count
