"""The calendar file holds the days that the reader found, parses again, and takes a learner's words as words."""

import re
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from capstone_plan import PLAN

from rapport.capstone.calendar import calendar
from rapport.reading import read
from rapport.reading.brief import brief

NOW = datetime(2026, 3, 7, 12, 30, tzinfo=UTC)
HOSTILE = [
    "Mon 9 March: Dana: a; b, c \\n d \"e\" <b>f</b>",
    "Mon 9 March: Dana: BEGIN:VEVENT\rEND:VCALENDAR",
    "Mon 9 March: Dana: " + "ü" * 300,
    "Mon 9 March: Dana: \x00\x07 bell 🌻",
    "Mon 9 March: Dana: x\u2028ATTACH:http://example.org",
]


def made(text=PLAN, name="plan-after-conference", now=NOW):
    return calendar(read(text, brief(name), now.date()), now)


def parts(content, kind="VEVENT"):
    return [part for part in icalendar.Calendar.from_ical(content).walk(kind)]


def test_the_days_are_those_that_the_reader_found():
    reading = read(PLAN, brief("plan-after-conference"), NOW.date())
    found = [part["dtstart"].dt for part in parts(made())]
    expected = []
    for step in reading.plan.steps:
        expected += [step.first] if step.first else []
        expected += [step.retry.first] if step.retry else []
    assert found == expected and {date(2026, 3, 9), date(2026, 3, 23), date(2026, 3, 11)} <= set(found)


def test_a_short_stretch_is_whole_and_a_long_one_is_on_its_first_day_with_its_end_in_words():
    by_name = {str(part["summary"]): part for part in parts(made())}
    coffee = next(part for name, part in by_name.items() if "offee" in name)
    assert (coffee["dtstart"].dt, coffee["dtend"].dt) == (date(2026, 3, 16), date(2026, 3, 19))
    farm = next(part for name, part in by_name.items() if "farm" in name)
    assert (farm["dtstart"].dt, farm["dtend"].dt) == (date(2026, 4, 1), date(2026, 4, 2))
    assert "April." in str(farm["description"])


def test_what_comes_round_has_a_rule_that_ends_with_the_plan():
    rules = [part["rrule"] for part in parts(made()) if "rrule" in part]
    assert rules[0]["freq"] == ["WEEKLY"] and rules[0]["interval"] == [2]
    assert rules[1]["freq"] == ["MONTHLY"] and rules[1]["byday"] == ["1TU"]
    assert {rule["until"][0] for rule in rules} == {date(2026, 3, 6) + timedelta(days=90)}


def test_a_step_without_a_day_is_a_task():
    tasks = parts(made(), "VTODO")
    assert [str(task["summary"]) for task in tasks] == ["Jim Boyd: Lunch"]


def test_every_event_reminds_the_evening_before():
    for event in parts(made()):
        (alarm,) = event.walk("VALARM")
        assert alarm["action"] == "DISPLAY" and alarm["trigger"].dt == timedelta(hours=-6)


def test_the_same_plan_has_the_same_ids_even_when_a_day_moves():
    ids = {str(part["summary"]): str(part["uid"]) for part in parts(made())}
    moved = PLAN.replace("Wed 11 March", "Thu 12 March")
    later = {str(part["summary"]): str(part["uid"]) for part in parts(made(moved, now=NOW + timedelta(days=1)))}
    assert ids == later and len(set(ids.values())) == len(ids)


def test_two_equal_steps_have_ids_of_their_own():
    twice = parts(made("Mon 9 March: Dana: ring\nMon 16 March: Dana: ring"))
    assert len(twice) == 2 and twice[0]["uid"] != twice[1]["uid"]


def test_the_file_has_the_form_of_the_standard():
    content = made()
    assert content.endswith(b"END:VCALENDAR\r\n") and not re.search(rb"(?<!\r)\n", content)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert {part["dtstamp"].dt for part in parts(content)} == {NOW}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_learners_words_stay_words(text):
    content = made(f"{text}\nWed 11 March: Fatima: thank her")
    whole = icalendar.Calendar.from_ical(content)
    assert {part.name for part in whole.walk()} <= {"VCALENDAR", "VEVENT", "VALARM", "VTODO"}
    assert not any("attach" in {key.lower() for key in part} for part in whole.walk())
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
    assert date(2026, 3, 9) in [part["dtstart"].dt for part in parts(content)]


def test_a_step_set_aside_is_not_in_the_calendar():
    text = "Mon 9 March: Dana: send the link\nKarl Anders: leave out for now, we never talked"
    assert not any("Karl" in str(part["summary"]) for kind in ("VEVENT", "VTODO") for part in parts(made(text), kind))
