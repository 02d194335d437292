"""What a plan says: steps, each with who, when and what."""

from datetime import date

import pytest

from rapport.reading import read
from rapport.reading.plan import duties

TODAY = date(2026, 11, 21)


def plan(text, brief):
    return read(text, brief, TODAY).plan


def test_the_brief_leaves_its_duties(harvest):
    owed = duties(harvest, TODAY)
    assert owed.event == date(2026, 6, 7)
    assert [(promise.who, "wax" in promise.matter) for promise in owed.promises] == [("Aiko", True)]
    assert {(ref.third, ref.giver) for ref in owed.referrals} == {("Samuel", "Aiko"), ("Olu Adeyinka", "Aiko")}
    assert owed.helpers == ("Aiko",) and owed.close_by == ("Marta",)


@pytest.mark.parametrize("text", [
    "Tue 9 June: bring Aiko the wax\n15 June: write to Dr Levi\n1 July: Aiko again",
    "- Tue 9 June – bring Aiko the wax\n- 15 June – write to Dr Levi\n- 1 July – Aiko again",
    "1. Tue 9 June bring Aiko the wax\n2. 15 June write to Dr Levi\n3. 1 July Aiko again",
    "Tue 9 June | Aiko | the wax\n15 June | Dr Levi | write\n1 July | Aiko | again",
    "On Tue 9 June I bring Aiko the wax. On 15 June I write to Dr Levi. On 1 July I see Aiko again.",
])
def test_lines_bullets_numbers_tables_and_prose_are_steps(harvest, text):
    steps = plan(text, harvest).steps
    assert [sorted(step.people) for step in steps] == [["Aiko"], ["Samuel"], ["Aiko"]]
    assert [step.first for step in steps] == [date(2026, 6, 9), date(2026, 6, 15), date(2026, 7, 1)]
    assert all(text[step.start:step.end] == step.text for step in steps)


def test_a_heading_lends_its_date_to_the_lines_under_it(harvest):
    steps = plan("Week 1:\n- Aiko, wax\n- Dr Levi, a card\nWeek 3:\n- Olu, a letter", harvest).steps
    assert [bool(step.whens) for step in steps] == [True, True, True]
    assert steps[2].others == {"Olu Adeyinka"}


def test_a_promise_is_kept_by_person_and_matter(harvest):
    found = plan("8 June: wax to Aiko\n9 June: lunch with Marta", harvest)
    assert found.keeps(found.duties.promises[0])[0]
    other = plan("8 June: wax to Marta\n9 June: coffee with Aiko", harvest)
    assert not other.keeps(other.duties.promises[0])[0]


def test_a_name_with_a_slip_is_still_that_person(harvest):
    assert plan("8 June: thank Samule Levi\n9 June: x", harvest).steps[0].people == {"Samuel"}
