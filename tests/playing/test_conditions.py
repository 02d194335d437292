"""The small language of conditions."""

import pytest

from rapport.playing.condition import ConditionError, parse

VALUES = {"trust": 4, "asked": False, "no-next-step": True, "close": -2}


@pytest.mark.parametrize("text, expected", [
    ("trust >= 4", True),
    ("trust > 4", False),
    ("trust != 4 or trust == 4", True),
    ("asked", False),
    ("not asked", True),
    ("not not no-next-step", True),
    ("close < -1", True),
    ("close <= +1", True),
    ("trust >= 4 and not asked", True),
    ("no-next-step or asked and asked", True),
    ("(no-next-step or asked) and asked", False),
    ("not (trust >= 4 and asked)", True),
    ("not asked and no-next-step", True),
])
def test_conditions_mean_what_they_say(text, expected):
    assert parse(text).holds(VALUES) is expected


@pytest.mark.parametrize("text, expected", [
    ("unread", None),
    ("not unread", None),
    ("unread and asked", False),
    ("unread and trust >= 4", None),
    ("unread or trust >= 4", True),
    ("unread or asked", None),
    ("unread >= 2", None),
])
def test_what_is_not_known_stays_open_unless_the_rest_decides(text, expected):
    assert parse(text).holds(VALUES) is expected


@pytest.mark.parametrize("text, said, place", [
    ("", "expected a name, found the end", 1),
    ("trust = 4", "“==” instead of “=”", 7),
    ("trust >=", "whole number after “>=”, found the end", 9),
    ("trust >= much", "found “much”", 10),
    ("(asked", "expected “)”", 7),
    ("asked asked", "expected “and”, “or” or the end", 7),
    ("asked and", "expected a name", 10),
    ("4 <= trust", "expected a name, found “4”", 1),
    ("asked; trust", "“;” has no meaning", 6),
    ("__import__('os')", "“'” has no meaning", 12),
    ("os.system", "“.” has no meaning", 3),
    ("trust(4)", "expected “and”, “or” or the end, found “(”", 6),
    ("trust >= 1.5", "“.” has no meaning", 11),
    ("not " * 40 + "asked", "nested too deeply", 81),
    ("(" * 5000 + "asked" + ")" * 5000, "nested too deeply", 21),
])
def test_what_cannot_be_read_is_told_with_its_place(text, said, place):
    with pytest.raises(ConditionError) as caught:
        parse(text)
    assert said in str(caught.value)
    assert caught.value.place == place


def test_names_are_listed_with_how_they_are_tested():
    names = [(atom.name, type(atom).__name__) for atom in parse("a and (b >= 2 or not c-d)").names()]
    assert names == [("a", "Is"), ("b", "Compared"), ("c-d", "Is")]
