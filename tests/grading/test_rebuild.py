"""The graded copy keeps the course's order and shows a learner's own notes where they stood, each thing once."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from rapport.grading.rebuild import LONGEST_NOTE, rebuild

from submissions import MESSAGE

RELEASE = Path(__file__).resolve().parents[2] / "exercises/follow-up/follow-up.ipynb"


@pytest.fixture
def released():
    return nbformat.read(RELEASE, as_version=4)


@pytest.fixture
def submitted():
    return nbformat.read(RELEASE, as_version=4)


def test_an_untouched_submission_gives_the_course_s_own_cells(released, submitted):
    copy = rebuild(submitted, released)
    assert [(cell.id, cell.source) for cell in copy.cells] == [(cell.id, cell.source) for cell in released.cells]


def test_notes_stay_below_the_cell_that_they_stood_under(released, submitted):
    place = [cell.id for cell in submitted.cells].index(MESSAGE)
    submitted.cells.insert(place + 1, new_markdown_cell("Ask *Ewan* first"))
    submitted.cells.insert(0, new_code_cell("1 + 1"))
    copy = rebuild(submitted, released)
    names = [cell.id for cell in copy.cells]
    assert names[0] == "note-0" and names[names.index(MESSAGE) + 1] == f"note-{place + 2}"
    assert "1 + 1" in copy.cells[0].source
    assert "Ask <em>Ewan</em> first" in copy.cells[names.index(MESSAGE) + 1].source
    nbformat.validate(copy)


def test_an_answer_in_a_cell_of_the_learner_s_own_is_shown_once(released, submitted):
    submitted.cells.append(new_code_cell("%%draft after-the-event\nDear Hannah"))
    copy = rebuild(submitted, released)
    assert ["Dear Hannah" in cell.source for cell in copy.cells].count(True) == 1
    assert len(copy.cells) == len(released.cells)


def test_a_cell_that_was_split_is_put_together_again(released, submitted):
    place = [cell.id for cell in submitted.cells].index(MESSAGE)
    first, second = submitted.cells[place], submitted.cells[place].copy()
    first.source, second["source"] = "%%draft after-the-event\nDear Hannah,", "the link is here."
    submitted.cells.insert(place + 1, second)
    [cell] = [cell for cell in rebuild(submitted, released).cells if cell.id == MESSAGE]
    assert cell.source == "%%draft after-the-event\nDear Hannah,\nthe link is here."
    assert cell.metadata.rapport.review


def test_a_note_of_any_length_is_cut_and_says_so(released, submitted):
    submitted.cells.append(new_markdown_cell("word " * LONGEST_NOTE))
    note = rebuild(submitted, released).cells[-1].source
    assert len(note) < LONGEST_NOTE + 200 and "&#91;…]" in note
