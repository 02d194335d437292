"""Where results and gold part, told brief by brief and draft by draft."""

from __future__ import annotations

from rapport.assessing.disagreement import by_brief, worst

CRITERIA = ("reason", "give", "ask", "close", "courtesy")


def gold(name: str, brief: str, points: int, *labels: str) -> dict:
    """A gold row with ``points`` for every criterion."""
    return {"id": name, "brief": brief, "criteria": dict.fromkeys(CRITERIA, points), "score": 5 * points,
            "mistakes": list(labels)}


def result(name: str, points: int, *labels: str, sure: bool = True) -> dict:
    """A result with ``points`` for every criterion and stated findings."""
    return {"id": name, "criteria": dict.fromkeys(CRITERIA, points), "score": 5 * points, "sure": sure,
            "mistakes": [{"label": label, "sure": True} for label in labels]}


ROWS = [gold("a", "harbour", 2), gold("b", "harbour", 1, "pressure"), gold("c", "oven", 0, "no-thanks")]
GIVEN = [result("a", 2, "pressure"), result("b", 1, "pressure"), result("c", 2, "conduit", sure=False)]


def test_every_brief_has_a_line_with_its_own_figures():
    head, harbour, oven = by_brief(ROWS, GIVEN).splitlines()
    assert head.split()[0] == "brief"
    assert harbour.split() == ["harbour", "2", "0.00", "0.67", "100%", "of", "1"]
    assert oven.split() == ["oven", "1", "10.00", "0.00", "0%", "of", "0"]


def test_the_farthest_apart_come_first_and_say_how():
    first, second = worst(ROWS, GIVEN, 2).splitlines()
    assert first.startswith("c on oven: 10 for 0, left to a person; reason 2 for 0")
    assert first.endswith("missed no-thanks; invented conduit")
    assert second.startswith("a on harbour: 10 for 10") and second.endswith("missed nothing; invented pressure")


def test_a_message_is_not_blamed_for_a_label_that_the_gold_does_not_rate():
    found = worst([gold("a", "harbour", 2)], [result("a", 2, "broken-promise")], 1)
    assert found.endswith("missed nothing; invented nothing")
