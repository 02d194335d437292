"""People who are called like a month: the word is the month where a time is told, and the person elsewhere."""

from datetime import date

import pytest

from rapport.reading import read
from rapport.reading.brief import Brief

TODAY = date(2026, 3, 2)


@pytest.fixture
def glazier() -> Brief:
    """A glazier's quarter, with two people named after months."""
    return Brief(
        id="plan-of-the-glazier", kind="follow-up plan", channel="plan", sender="Ada Finch, a glazier",
        event="no event: a quarter that starts on Monday 2 March",
        people=("April Rowe, who keeps bees behind the church", "Will Tully, a carpenter"),
        owed="Will gave her the name of June Day, who mends lead windows", need="work indoors", horizon="90 days",
    )


@pytest.mark.parametrize(("line", "toward", "days"), [
    ("Mon 9 March: April, a jar back", ("April",), 1),
    ("Mon 9 March: thank April for the honey", ("April",), 1),
    ("Mon 6 April: ring Will", ("Will",), 1),
    ("In April: ring Will", ("Will",), 1),
    ("ring Will in early April", ("Will",), 1),
    ("9 March: letter to June Day", ("June Day",), 1),
    ("April: ring Will", ("Will",), 1),
])
def test_a_month_is_a_person_only_where_no_time_is_told(line, toward, days, glazier):
    step = read(f"{line}\nFri 8 May: x\nSat 9 May: y", glazier, TODAY).plan.steps[0]
    assert step.toward == toward and len(step.whens) == days


def test_somebody_with_a_name_of_common_words_can_be_passed_on(glazier):
    referral, = read("9 March: letter to June Day", glazier, TODAY).plan.duties.referrals
    assert (referral.third, referral.giver) == ("June Day", "Will")
