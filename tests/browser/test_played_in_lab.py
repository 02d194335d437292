"""A learner plays a scene, brings the play into the box under it, and hands in what is checked again."""

import json
import re

import pytest
from by_keyboard import play_to_the_end
from playwright.sync_api import expect

from rapport.answers import PLACEHOLDERS, answer_text
from rapport.playing import load_scene
from rapport.playing.transcripts import check
from rapport.render.played import FITS, FITS_NOT

from test_lesson_in_lab import code, lesson, to_hand_in

pytestmark = pytest.mark.browser

SCENE = "the-heart-ward"
NOTEBOOK = "mine/play.ipynb"
BRING, CHECK = "Bring my play here", "Check my play"


@pytest.fixture
def task(page, lab):
    """A page with the scene and, below it, the box for its play."""
    lesson(lab.course / NOTEBOOK, code(f'rapport.play("{SCENE}")', "hidden"),
           to_hand_in(f"%%played {SCENE}\n{PLACEHOLDERS[2]}"))
    page.goto(lab.url(NOTEBOOK))
    expect(page.locator(".rapport-scene")).to_be_visible()
    return page


def saved(page, lab):
    """The text of the box as the file holds it after saving."""
    with page.expect_response(lambda answer: answer.request.method == "PUT" and NOTEBOOK in answer.url):
        page.keyboard.press("Control+S")
    cells = json.loads((lab.course / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    return "".join(cells[1]["source"])


def test_a_play_comes_into_its_box_and_is_checked_there(task, lab, picture):
    box = task.locator(".rapport-answer")
    editor, output = box.locator(".cm-content"), box.locator(".jp-OutputArea-output").first
    expect(editor).to_have_attribute("spellcheck", "false")
    expect(editor).to_have_attribute("aria-label", re.compile("^Your play"))
    box.get_by_role("button", name=BRING).click()
    expect(output).to_contain_text("There is no finished play yet")
    expect(box.get_by_role("button", name=BRING)).to_be_visible()

    play_to_the_end(task)
    editor.focus()
    task.keyboard.press("Tab")
    expect(box.get_by_role("button", name=BRING)).to_be_focused()
    task.keyboard.press("Enter")
    expect(output).to_contain_text(FITS)
    expect(box.get_by_role("button", name=CHECK)).to_be_focused()
    expect(box.get_by_role("button", name=CHECK)).to_be_in_viewport()
    picture("brought")
    text = saved(task, lab)
    assert text.startswith(f"%%played {SCENE}\n") and PLACEHOLDERS[2] not in text
    assert check(load_scene(SCENE), answer_text(text).prose).session.over

    task.keyboard.press("Enter")
    expect(output).not_to_contain_text("in the box now")
    expect(output).to_contain_text(FITS)
    assert saved(task, lab) == text


def test_what_is_pasted_over_a_play_goes_under_the_line_and_is_not_confirmed(task, lab):
    box = task.locator(".rapport-answer")
    box.locator(".cm-content").click()
    task.keyboard.press("Control+A")
    task.keyboard.insert_text("I played it very well.")
    box.get_by_role("button", name=BRING).click()
    expect(box.locator(".jp-OutputArea-output").first).to_contain_text(FITS_NOT)
    assert saved(task, lab) == f"%%played {SCENE}\nI played it very well."


def test_no_play_is_brought_on_opening(page, lab):
    """Running such a box writes into the page, so it waits to be asked, in a lesson too."""
    lesson(lab.course / NOTEBOOK, code(f'rapport.play("{SCENE}")', "hidden"), code(f"%%played {SCENE}\n"))
    page.goto(lab.url(NOTEBOOK))
    expect(page.locator(".rapport-scene")).to_be_visible()
    expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute("data-status", "idle")
    expect(page.locator(".rapport-answer .jp-OutputArea-output")).to_have_count(0)
