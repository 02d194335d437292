"""Minimum functionality: each label found where it is, and not where it only seems to be."""

from __future__ import annotations

from collections import Counter

import pytest
from cases import brief_of, functionality, judged, labels, table, told

from rapport.assessing.model import MESSAGE_CRITERIA, PLAN_CRITERIA


@pytest.mark.parametrize("case", functionality().values(), ids=lambda case: case["id"])
def test_what_a_careful_rater_finds_is_found(case):
    found = judged(case["text"], brief_of(case["brief"]))
    wrong = [f"missing {label}" for label in case.get("found", ()) if label not in labels(found)]
    wrong += [f"must not be there: {label}" for label in case.get("absent", ()) if label in labels(found)]
    wrong += [f"must not be stated: {label}" for label in case.get("not_sure", ()) if label in labels(found, sure=True)]
    for name, value in case.get("criteria", {}).items():
        allowed = value if isinstance(value, list) else [value]
        if found.criteria[name] not in allowed:
            wrong.append(f"{name} is {found.criteria[name]}, a rater gives {allowed}")
    assert not wrong, f"{wrong}{told(case['text'], found)}"


def of_kind(kind):
    return [case for case in functionality().values() if brief_of(case["brief"]).is_plan == (kind == "plan")]


@pytest.mark.parametrize("kind", ["message", "plan"])
def test_every_label_is_there_three_times_and_tempting_twice(kind):
    present = Counter(label for case in of_kind(kind) for label in case.get("found", ()))
    tempting = Counter(label for case in of_kind(kind) for label in case.get("absent", ()))
    assert not [label for label in table("labels")[kind] if present[label] < 3 or tempting[label] < 2]


@pytest.mark.parametrize("kind", ["message", "plan"])
def test_cases_name_only_labels_and_criteria_of_their_kind(kind):
    criteria = set(PLAN_CRITERIA if kind == "plan" else MESSAGE_CRITERIA)
    for case in of_kind(kind):
        used = {label for key in ("found", "absent", "not_sure") for label in case.get(key, ())}
        assert used <= set(table("labels")[kind]) and set(case.get("criteria", ())) <= criteria, case["id"]
