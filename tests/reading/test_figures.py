"""Numbers in words and in figures."""

import pytest

from rapport.reading.figures import figures_in


@pytest.mark.parametrize(("text", "expected"), [
    ("three hundred and forty frames", ["340"]),
    ("a hundred and five", ["105"]),
    ("one thousand two hundred and six", ["1206"]),
    ("forty four tyres and twenty two boats", ["44", "22"]),
    ("nineteen hundred repairs", ["1900"]),
    ("ten thousand", ["10000"]),
    ("two and three", ["2", "3"]),
    ("sixty five hundred", ["6500"]),
    ("fifteen six", ["15", "6"]),
    ("five hundred and more", ["500"]),
    ("1,300 readings by 12th may at 9.30", ["1300", "12th", "9.30"]),
    ("one of them and no one else", []),
    ("9" * 5000, []),
    ("", []),
])
def test_numbers_are_read(text, expected):
    assert [figure for figure, _ in figures_in(text.split())] == expected


def test_the_place_after_a_number_is_that_of_the_next_word():
    words = "all of the three hundred and forty frames".split()
    [(_, after)] = figures_in(words)
    assert words[after] == "frames"
