"""Who a plan's steps go to: names, surnames, titles, roles, pronouns; and who is only spoken of."""

from datetime import date

import pytest

from rapport.reading import read
from rapport.reading.brief import Brief

TODAY = date(2026, 3, 2)


@pytest.fixture
def kitchen() -> Brief:
    """A cook after a food market; nothing of it stands in the course."""
    return Brief(
        id="plan-after-the-market", kind="follow-up plan", channel="plan",
        sender="Tomas Berg, a cook in a school kitchen",
        event="a food market that ended on Saturday 28 February",
        people=("Noor Haddad, a tiler; Tomas promised her the bread recipe", "Mr Will Stone, head of a bakery school",
                "May Lim, a river pilot: another field; offered to show him the locks",
                "Marco Ferri, a cheese buyer", "Section head Adaeze Obi, whom he sees daily", "her two cousins",
                "the harbour first-aid group, on the third Tuesday of each month"),
        owed="May's offer; Noor told him to write to the oven builder Jan Kos", need="work in a bakery",
        horizon="ten weeks",
    )


def toward(text, brief):
    return [step.toward for step in read(text, brief, TODAY).plan.steps]


@pytest.mark.parametrize(("line", "who"), [
    ("3 March: thank Noor", "Noor"), ("3 March: a card for Haddad", "Noor"), ("3 March: write to Mr Stone", "Will"),
    ("3 March: ring the tiler about Sunday", "Noor"), ("3 March: visit the river pilot", "May"),
    ("3 March: bring the cheese man a loaf", "Marco"), ("3 March: noor, the recipe", "Noor"),
    ("3 March: letter to Jan Kos", "Jan Kos"), ("3 March: call the oven builder", "Jan Kos"),
    ("3 March: tea with Adaeze", "Adaeze"), ("3 March: thank Nor Haddda", "Noor"),
    ("17 March: first aid, help with the chairs", "the harbour first-aid group"),
])
def test_a_person_is_known_by_name_surname_title_or_role(kitchen, line, who):
    assert toward(f"{line}\n4 March: x y\n5 March: z y", kitchen)[0] == (who,)


@pytest.mark.parametrize("line", [
    "3 March: I will bake and see who comes", "Tue 3 March: wash the tins", "3 March: we may bake in May",
    "3 March: count the coins in the harbour", "3 March: a stone oven to look at from outside",
])
def test_words_that_only_look_like_a_name_are_nobody(kitchen, line):
    assert toward(f"{line}\n4 March: x y\n5 March: z y", kitchen)[0] == ()


def test_a_person_named_in_an_aside_is_not_the_one_the_step_goes_to(kitchen):
    step = read("3 March: letter to Jan Kos. Say Noor sent me.\n4 March: x\n5 March: y", kitchen, TODAY).plan.steps[0]
    assert step.toward == ("Jan Kos",) and step.people == {"Noor"} and step.others == {"Jan Kos"}


def test_in_a_condition_a_person_is_only_spoken_of(kitchen):
    step = read("When Jan Kos answers: tell Noor\n4 March: x\n5 March: y", kitchen, TODAY).plan.steps[0]
    assert step.toward == ("Noor",) and step.when.kind == "event" and step.first is None


def test_a_pronoun_carries_on_in_a_paragraph_and_not_to_another_line(kitchen):
    told = toward("On 3 March I write to Noor and send the recipe. On 20 March I ask her how it rose.", kitchen)
    assert told == [("Noor",), ("Noor",)]
    lines = toward("3 March: write to Noor\n4 March: the baker's wife says she likes rye\n5 March: sleep", kitchen)
    assert lines[1] == ()


def test_a_heading_lends_its_person(kitchen):
    assert toward("NOOR\n- 3 March: the recipe\n- 24 March: ask after it\nMARCO\n- 5 March: a loaf", kitchen) == [
        ("Noor",), ("Noor",), ("Marco",)]


def test_somebody_set_aside_is_marked(kitchen):
    steps = read("3 March: Noor, the recipe\nFerri: leave him for now\nStone - nothing yet", kitchen, TODAY).plan.steps
    assert [step.left_out for step in steps] == [False, True, True]
