"""What is a step: lines, bullets, rows of tables, sentences of a paragraph, clauses of one long breath."""

from datetime import date

import pytest

from rapport.reading import read
from rapport.reading.deeds import deeds

TODAY = date(2026, 6, 8)


def steps(text, brief):
    return read(text, brief, TODAY).plan.steps


def told(text, brief):
    return [(step.toward, step.first) for step in steps(text, brief)]


WANTED = [(("Aiko",), date(2026, 6, 9)), (("Samuel",), date(2026, 6, 15)), (("Aiko",), date(2026, 7, 1))]


@pytest.mark.parametrize("text", [
    "| When | Who | What |\n|---|---|---|\n| 9 June | Aiko | the wax |\n| 15 June | Dr Levi | a card |\n"
    "| 1 July | Aiko | tea |",
    "Who\tWhen\tWhat\nAiko\t9 June\tthe wax\nDr Levi\t15 June\ta card\nAiko\t1 July\ttea",
    "Date  -  Name  -  Step\n9 June  -  Aiko  -  the wax\n15 June  -  Dr Levi  -  a card\n1 July  -  Aiko  -  tea",
    "My plan for the summer:\n\n1) 9 June Aiko: the wax\n2) 15 June Dr Levi: a card\n3) 1 July Aiko: tea",
    "so first aiko gets the wax on the ninth of june like i said and i stay a bit to hear how the shop goes then on "
    "the fifteenth of june dr levi gets a card from me about the bees and then the first of july aiko again for tea",
    "On Tuesday 9 June I bring Aiko the wax. On the 15th I write a card to Dr Levi. On 1 July I have tea with Aiko.",
])
def test_tables_lists_and_prose_give_the_same_steps(harvest, text):
    assert told(text, harvest) == WANTED


def test_a_table_row_without_a_name_goes_on_with_the_row_above(harvest):
    text = "| Who | When | What |\n| Aiko | 9 June | wax |\n|  | 1 July | tea |\n| Dr Levi | 15 July | card |"
    assert [step.toward for step in steps(text, harvest)] == [("Aiko",), ("Aiko",), ("Samuel",)]


def test_a_heading_such_as_a_week_is_no_step_and_lends_its_time(harvest):
    found = steps("Week 1:\n- Aiko, wax\n- Dr Levi, a card\n\nWeek 3:\n- Aiko, tea", harvest)
    assert [step.first for step in found] == [date(2026, 6, 7), date(2026, 6, 7), date(2026, 6, 21)]


def test_a_title_and_a_remark_above_the_list_are_no_steps(harvest):
    text = "Tired, but I write it down before I forget.\n- 9 June: Aiko, wax\n- 15 June: Dr Levi, a card"
    assert len(steps(text, harvest)) == 2


def test_a_line_with_a_second_try_is_one_step_and_with_another_day_two(harvest):
    one = "9 June: Aiko, the wax. If she is out, Friday.\n15 June: Dr Levi\n1 July: tea"
    two = "Tue 9 June: Aiko, the wax. Fri 12: a note, did it burn well?\n15 June: Dr Levi\n1 July: tea"
    assert len(steps(one, harvest)) == 3
    assert told(two, harvest)[:2] == [(("Aiko",), date(2026, 6, 9)), (("Aiko",), date(2026, 6, 12))]


def test_promises_and_loops_are_kept_by_the_steps_that_do_it(harvest):
    text = "8 June: wax to Aiko\n9 June: write to Olu Adeyinka\n20 June: tell Aiko what he said"
    plan = read(text, harvest, TODAY).plan
    assert [step.first for step in plan.keeps(plan.duties.promises[0])[0]] == [date(2026, 6, 8)]
    loop = next(loop for loop in plan.loops if loop.referral.third == "Olu Adeyinka")
    assert loop.closed and [step.first for step in loop.told] == [date(2026, 6, 20)]
    half = read("8 June: wax to Aiko\n9 June: write to Olu Adeyinka\n20 June: sleep", harvest, TODAY).plan
    assert not next(loop for loop in half.loops if loop.referral.third == "Olu Adeyinka").closed


@pytest.mark.parametrize(("text", "kinds"), [
    ("8 June: thank Aiko for the name", ("thank",)), ("8 June: bring Aiko a loaf", ("give",)),
    ("8 June: tell Aiko how it went", ("report",)), ("8 June: ask Aiko how the shop goes", ("after",)),
    ("8 June: ask Aiko for a discount", ("ask",)), ("8 June: tea with Aiko", ("meet",)),
    ("8 June: ring Aiko", ("ring",)),
    ("8 June: like all the posts of Aiko", ("click",)), ("8 June: Aiko, no, not like this", ()),
])
def test_what_a_step_does_is_told_in_kinds(harvest, text, kinds):
    assert deeds(steps(f"{text}\n9 June: x\n10 June: y", harvest)[0]) == kinds


@pytest.mark.parametrize("text", ["", "|", "| |\n|\n", "\t\t\n", "- \n- \n-", "May", ":::", "Week 1:", "1.\n2.\n3.",
                                  "when " * 200, "then " * 300, "Aiko " * 200, "9 June " * 150])
def test_no_text_breaks_the_reading(harvest, text):
    plan = read(text, harvest, TODAY).plan
    assert all(text[step.start:step.end] == step.text for step in plan.steps)
