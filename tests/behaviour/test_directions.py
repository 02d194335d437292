"""Direction: what is taken out of a draft or put into it moves the judgement the right way."""

from __future__ import annotations

import pytest
from cases import changed, draft_of, judged, strength, table, told


@pytest.mark.parametrize("case", table("directions"), ids=lambda case: f"{case['from']}-{case['change']}")
def test_the_judgement_moves_the_right_way(case):
    text, brief = draft_of(case["from"])
    other = changed(text, case)
    before, after = judged(text, brief), judged(other, brief)
    rise = {name: after.criteria[name] - value for name, value in before.criteria.items()}
    wrong = [f"{name} must fall" for name in case.get("falls", ()) if rise[name] >= 0]
    wrong += [f"{name} must not rise" for name in case.get("not_rise", ()) if rise[name] > 0]
    wrong += [f"{name} must rise" for name in case.get("rises", ()) if rise[name] <= 0]
    wrong += [f"{label} must appear" for label in case.get("appears", ())
              if strength(after, label) <= strength(before, label)]
    wrong += [f"{label} must weaken" for label in case.get("vanishes", ())
              if strength(after, label) >= strength(before, label)]
    assert not wrong, f"{wrong}{told(text, before)}{told(other, after)}"


def test_every_case_expects_something():
    for case in table("directions"):
        assert any(case.get(key) for key in ("falls", "not_rise", "rises", "appears", "vanishes")), case
