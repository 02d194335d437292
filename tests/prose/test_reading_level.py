"""What learners read is plain: every scene, mistake, brief, lesson and exercise of the catalog."""

from collections.abc import Iterator

import pytest
from notebook_prose import passages
from reading_level import faults

from rapport import catalog
from rapport.dilemmas import load_dilemma, telling
from rapport.mistakes import Mistake
from rapport.model_answers import strong_answer
from rapport.playing import load_scene
from rapport.playing.texts import texts
from rapport.reading.brief import brief
from rapport.render.brief import brief_rows
from rapport.render.glossary import WORDS as MEANINGS
from rapport.spotting import load_spots, load_unit
from rapport.spotting.hints import hints as hints_on
from rapport.widgets import if_then, jot, review


def assert_plain(found):
    told = list(faults(found))
    assert not told, "\n" + "\n".join(told)


@pytest.mark.parametrize("name", catalog.scene_paths())
def test_a_scene_is_plain_to_read(name):
    assert_plain(text for _, text in texts(load_scene(name)))


@pytest.mark.parametrize("name", catalog.mistakes())
def test_a_mistake_is_plainly_told(name):
    assert_plain(_told(catalog.mistake(name)))


@pytest.mark.parametrize("name", catalog.brief_paths())
def test_a_brief_is_plain_to_read(name):
    assert_plain(line for _, lines in brief_rows(brief(name)) for line in lines)


@pytest.mark.parametrize("unit", catalog.review_paths())
def test_the_messages_of_a_review_are_plain_to_read(unit):
    items = load_unit(unit).items
    assert_plain(text for item in items for text in (item.situation, item.message, item.why, item.better) if text)


@pytest.mark.parametrize("mistake", catalog.spot_paths())
def test_the_messages_of_a_lesson_are_plain_to_read(mistake):
    items = load_spots(mistake).items
    assert_plain(text for item in items for text in (item.situation, item.message, item.why, item.better) if text)


@pytest.mark.parametrize("name", [name for name in catalog.model_answer_paths() if not brief(name).is_plan])
def test_a_strong_message_is_plain_to_read(name):
    """A plan has a step a line, and so no sentences to measure."""
    assert_plain(line for line in strong_answer(name).splitlines() if line.strip())


def test_what_is_said_around_the_parts_is_plain_to_read():
    lines = [line for _, line in (*jot.HINTS, *if_then.HINTS)]
    lines += [line for one in hints_on(load_unit("mindset").items[0]) for line in one["lines"]]
    assert_plain([*lines, *MEANINGS.values(), review.ABOUT, review.AGAIN])


@pytest.mark.parametrize("name", catalog.dilemma_paths())
def test_a_situation_is_plain_to_read(name):
    one = load_dilemma(name)
    assert_plain((one.situation, one.question, one.option_a, one.option_b, one.later))


def test_what_is_said_around_the_situations_is_plain_to_read():
    assert_plain((telling.INTRO, telling.INVENTED, telling.OURS_NOTE, telling.LATER_NOTE, telling.ON_NOTE))


@pytest.mark.parametrize("path", catalog.lesson_paths().values(), ids=lambda path: path.stem)
def test_a_lesson_is_plain_to_read(path):
    assert_plain(passages(path))


@pytest.mark.parametrize("path", catalog.assignment_paths().values(), ids=lambda path: path.stem)
def test_an_exercise_is_plain_to_read(path):
    assert_plain(passages(path))


def _told(mistake: Mistake) -> Iterator[str]:
    yield from (paragraph for paragraph in mistake.explanation.split("\n\n"))
    yield from (mistake.advice, mistake.bottom_line)
    for wording in mistake.wordings:
        yield from (wording.why, wording.try_)
