"""One lesson from its first part to its last, with the keyboard alone."""

import re

import pytest
from by_keyboard import play_to_the_end, tab_to
from playwright.sync_api import expect
from test_lesson_in_lab import LESSON

from rapport.spotting import load_spots
from rapport.widgets.jot import PAUSE
from rapport.widgets.lesson_part import KEPT

pytestmark = pytest.mark.browser

MISTAKE = "no-follow-up"
PLAN = "Mon 9 March: send Josephine the piece of light cotton that I promised her."


class Learner:
    """Somebody without a mouse: goes forward with Tab, never back, and presses what has the focus."""

    def __init__(self, page):
        self.page, self.keys = page, page.keyboard

    def go_to(self, selector, key=""):
        tab_to(self.page, selector)
        if key:
            self.keys.press(key)

    def write(self, selector, text):
        self.go_to(selector)
        self.keys.insert_text(text)


@pytest.fixture
def learner(page, lab):
    page.goto(lab.url(LESSON))
    expect(page.locator(".rapport-if-then")).to_be_visible()
    return Learner(page)


def test_a_whole_lesson_with_the_keyboard_alone(learner, picture):
    page = learner.page
    play_to_the_end(page)
    learner.write(".rapport-jot textarea", "I still owe Ruben the page about brakes.")
    expect(page.locator(".rapport-jot")).to_contain_text(PAUSE)
    expect(page.locator(".rapport-jot").get_by_role("status")).to_have_text(KEPT)
    weigh(learner)
    judge(learner)
    picture("judged")
    learner.write(".rapport-pad textarea", PLAN)
    learner.keys.press("Control+Enter")
    expect(page.locator(".rapport-pad").get_by_role("status").first).to_contain_text("of 10")
    learner.write(".rapport-if-then textarea", "I have promised somebody something")
    learner.keys.press("Tab")
    learner.keys.insert_text("I send it the same evening")
    learner.keys.press("Enter")
    expect(page.locator(".rapport-if-then")).to_contain_text("If I have promised somebody something, then I will send it")
    learner.go_to(".jp-RenderedMarkdown a[href*='27-review-follow-through']", "Enter")
    expect(page.locator(".rapport-stepped:visible").first).to_be_visible()


def weigh(learner):
    """Open what the evidence box has folded."""
    learner.go_to(".rapport:has(.rapport-evidence) summary", "Enter")
    expect(learner.page.locator("details[open] .rapport-evidence").first).to_be_visible()


def judge(learner):
    """Answer every message, first what it is and then how sure one is; the focus goes to what is said of it."""
    spot = learner.page.locator(".rapport-spot")
    for _ in load_spots(MISTAKE).items:
        learner.go_to(".rapport-spot input[type=radio]", "Space")
        learner.go_to(".rapport-spot fieldset:last-of-type button", "Enter")
        expect(spot.locator(".rapport-outcome .rapport-heading")).to_be_focused()
        learner.go_to(".rapport-spot .rapport-outcome button", "Enter")
        expect(spot.locator(".rapport-outcome")).to_have_count(0)
    expect(spot.locator(".rapport-end .rapport-heading")).to_be_focused()
