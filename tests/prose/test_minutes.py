"""A lesson fits into two sittings of ten to fifteen minutes, as its first lines say."""

import pytest
from minutes import sittings

from rapport import catalog, ipynb

LESSONS = [lesson for lesson in map(ipynb.load, catalog.lesson_paths().values()) if "mistake" in lesson.course]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.path.stem)
def test_each_sitting_takes_ten_to_fifteen_minutes(lesson):
    first, second = sittings(lesson)
    assert 9.5 <= first <= 15 and 9.5 <= second <= 15


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.path.stem)
def test_a_lesson_says_how_long_it_takes(lesson):
    assert "Twice about twelve minutes" in lesson.cells[0].source
    assert abs(sum(sittings(lesson)) - lesson.course["minutes"]) <= 4
