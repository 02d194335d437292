"""A learner looks back in a box that says that a person reads it, and the text is counted and stays."""

import pytest
from playwright.sync_api import expect

from rapport.answers import PLACEHOLDERS
from rapport.reflections import FOR_A_PERSON, length_line

from test_lesson_in_lab import lesson, to_hand_in

pytestmark = pytest.mark.browser

NOTEBOOK = "mine/look-back.ipynb"
LINE = "%%reflect looking-back"
TEXT = "It's Dana's link that I'd really send, and I wouldn't ring her in April."


@pytest.fixture
def box(page, lab):
    """The box of a page that asks for a look back and nothing else."""
    lesson(lab.course / NOTEBOOK, to_hand_in(f"{LINE}\n{PLACEHOLDERS[3]}"))
    page.goto(lab.url(NOTEBOOK))
    answer = page.locator(".rapport-answer")
    expect(answer).to_have_count(1)
    return answer


def test_the_box_says_who_reads_it_and_keeps_its_first_line(page, box):
    expect(box.locator(".cm-content")).to_have_attribute("aria-label", "Your text, for a person to read. To keep it, press Tab and then Enter.")
    expect(box.locator(".cm-content")).to_have_attribute("spellcheck", "true")
    box.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(TEXT)
    expect(box.locator(".cm-line").first).to_have_text(LINE)
    expect(box.locator(".cm-line").nth(1)).to_have_text(TEXT)


def test_its_button_keeps_and_counts_and_judges_nothing(page, box):
    expect(box.get_by_role("button", name="Read it back to me")).to_have_count(0)
    box.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Tab")
    expect(box.get_by_role("button", name="Keep and count my words")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.get_by_text(length_line(TEXT))).to_be_visible()
    expect(box.get_by_text(FOR_A_PERSON)).to_be_visible()
    expect(box.get_by_text("of 10")).to_have_count(0)
