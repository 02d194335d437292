"""Words that are replaced by the part they play, so that names and matters of a brief change nothing."""

from __future__ import annotations

import pytest

from rapport.estimating.roles import played, roles
from rapport.reading.brief import brief
from rapport.reading.text import tokens


def words(text: str, about: str) -> str:
    """The words of ``text`` as the models see them."""
    return " ".join(played(tokens(text), text, roles(brief(about))))


@pytest.mark.parametrize(("text", "expected"), [
    ("Dear Beatriz,", "dear RECIPIENT"),
    ("thanks for Otto Brandl's number", "thanks for THIRD number"),
    ("I rang on Friday at 9", "i rang on DAY at FIGURE"),
    ("Your friend Zofia Nowak", "your friend NAME"),
    ("You may march on", "you may march on"),
    ("Il m'a dit Привет", "il ma dit NAME"),
])
def test_names_days_and_matters_become_roles(text, expected):
    assert words(text, "the-name-for-the-stall") == expected


def test_the_people_of_a_plan_play_what_they_are_owed():
    found = words("Send Dana the link, thank Elena", "plan-after-conference")
    assert found.startswith("send ") and "PROMISED" in found and "HELPER" in found
