"""Agreement with gold ratings."""

import math

import pytest

from rapport.assessing.accuracy import accuracy
from rapport.assessing.kappa import quadratic_kappa

NAMES = ("reason", "give", "ask", "close", "courtesy")


def gold(number, score, *mistakes):
    return {"id": number, "brief": "x", "text": "", "criteria": dict.fromkeys(NAMES, score // 5), "score": score,
            "mistakes": list(mistakes)}


def given(number, score, *mistakes, sure=True):
    found = [{"label": label.strip("?"), "sure": not label.endswith("?")} for label in mistakes]
    return {"id": number, "criteria": dict.fromkeys(NAMES, score // 5), "score": score, "sure": sure, "mistakes": found}


def test_kappa_of_a_worked_example():
    # Two raters, four items on 1-3: squared differences 0, 1, 0, 1; by chance 22 / 16 an item.
    assert quadratic_kappa([1, 1, 2, 3], [1, 2, 2, 2]) == pytest.approx(1 - (2 / 4) / (14 / 16))


def test_kappa_at_its_ends():
    assert quadratic_kappa([0, 1, 2], [0, 1, 2]) == 1
    assert quadratic_kappa([0, 2], [2, 0]) == -1
    assert quadratic_kappa([1, 1], [1, 1]) == 1
    assert math.isnan(quadratic_kappa([], []))
    with pytest.raises(ValueError):
        quadratic_kappa([1], [1, 2])


def test_findings_are_counted_a_label_and_together():
    rows = [gold(1, 5, "pressure", "no-thanks"), gold(2, 10), gold(3, 0, "pressure")]
    results = [given(3, 0, "pressure"), given(1, 5, "pressure?"), given(2, 5, "no-return", sure=False)]
    part, = accuracy(rows, results).parts
    pressure = part.labels["pressure"]
    assert (pressure.precision, pressure.recall, pressure.f1) == (1, 1, 1)
    assert part.labels["no-thanks"].recall == 0
    assert (part.micro.right, part.micro.wrong, part.micro.missed) == (2, 1, 1)
    assert (part.micro_sure.right, part.micro_sure.wrong, part.micro_sure.missed) == (1, 1, 2)
    assert part.clean == 1 and part.clean_flagged == 1
    assert part.mean_error == pytest.approx(5 / 3)
    assert part.called_sure == pytest.approx(2 / 3) and part.sure_within_one == 1


def test_a_broken_promise_of_a_message_counts_neither_way():
    part, = accuracy([gold(1, 10)], [given(1, 10, "broken-promise")]).parts
    assert part.micro.wrong == 0 and part.clean_flagged == 0


def test_messages_and_plans_are_told_apart_and_shown_as_a_table():
    criteria = dict.fromkeys(("who", "when", "give", "loops", "persistence"), 1)
    plan = {"id": 2, "brief": "p", "text": "", "criteria": criteria, "score": 5, "mistakes": ["no-dates"]}
    answer = {**plan, "sure": True, "mistakes": [{"label": "no-dates", "sure": True}]}
    found = accuracy([gold(1, 5), plan], [given(1, 5), answer])
    assert [part.kind for part in found.parts] == ["message", "plan"]
    assert "no-dates" in found.table() and "QWK" in found.table()


def test_a_gold_row_without_a_result_is_an_error():
    with pytest.raises(KeyError):
        accuracy([gold(1, 5)], [])
