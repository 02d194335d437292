"""Invariance: names, typing slips, learners' grammar and dress do not move the judgement."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from cases import changed, draft_of, judged, labels, table, told
from rewriting import MESSAGE_DRESSES, PLAN_DRESSES, renamed, slipped

NAMES = table("names")
STRONG = list(table("drafts"))
MIDDLING = ["on the right desk", "it went well, regards", "let's keep in touch", "at least an answer",
            "checklist without the question", "anything you ever need", "one try each", "the map forgotten"]
DRESSES = [(name, dress) for name in STRONG
           for dress in (PLAN_DRESSES if draft_of(name)[1].is_plan else MESSAGE_DRESSES)
           if dress(draft_of(name)[0]) != draft_of(name)[0]]


def brief_with(brief, cast, people):
    """The brief with its people exchanged in every field."""
    values = {field.name: getattr(brief, field.name) for field in fields(brief)}
    new = {name: renamed(value, cast, people) for name, value in values.items() if isinstance(value, str)}
    new |= {name: tuple(renamed(item, cast, people) for item in value)
            for name, value in values.items() if isinstance(value, tuple)}
    return replace(brief, **new | {"id": brief.id, "kind": brief.kind, "channel": brief.channel})


@pytest.mark.parametrize("draft", NAMES["drafts"])
@pytest.mark.parametrize("people", NAMES["peoples"])
def test_names_of_any_people_change_nothing(draft, people):
    text, brief = draft_of(draft)
    cast = NAMES["casts"][brief.id]
    new_text = renamed(text, cast, NAMES["peoples"][people])
    before, after = judged(text, brief), judged(new_text, brief_with(brief, cast, NAMES["peoples"][people]))
    assert new_text != text
    assert (after.score, labels(after, sure=True)) == (before.score, labels(before, sure=True)), \
        f"{told(text, before)}{told(new_text, after)}"


def near(text, other, brief):
    before, after = judged(text, brief), judged(other, brief)
    assert other != text
    assert abs(after.score - before.score) <= 1, f"{told(text, before)}{told(other, after)}"


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("draft", STRONG + MIDDLING)
def test_a_slip_in_one_word_of_eight_moves_one_point_at_most(draft, seed):
    text, brief = draft_of(draft)
    near(text, slipped(text, seed), brief)


@pytest.mark.parametrize("case", table("rewordings"), ids=lambda case: f"{case['draft']}-{case['change']}")
def test_greeting_date_order_and_grammar_move_one_point_at_most(case):
    text, brief = draft_of(case["draft"])
    near(text, changed(text, case), brief)


@pytest.mark.parametrize(("draft", "dress"), DRESSES, ids=lambda value: getattr(value, "__name__", value))
def test_letters_lines_and_marks_move_one_point_at_most(draft, dress):
    text, brief = draft_of(draft)
    near(text, dress(text), brief)
