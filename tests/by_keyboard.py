"""A learner without a mouse: goes forward with Tab, and plays a scene with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

MOVES = 60  # more than any way through the scene has


def tab_to(page, selector):
    for _ in range(200):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The keyboard does not reach {selector}")


def play_to_the_end(page):
    scene = page.get_by_role("region", name=re.compile("^Scene: "))
    tab_to(page, ".rapport-scene .rps-choice")
    for _ in range(MOVES):
        if scene.get_by_text("The end", exact=True).count():
            return
        _move_on(page, scene)
    pytest.fail("The scene has no end.")


def _move_on(page, scene):
    """Take the first choice, or write where the scene wants words; then wait until it has answered."""
    before = scene.get_by_role("log").inner_text()
    if scene.get_by_role("textbox").count():
        tab_to(page, ".rapport-scene textarea")
        page.keyboard.insert_text("Hello Ahmet, here is the picture of the label. Can I come by on Monday at four?")
        page.keyboard.press("Control+Enter")
    else:
        page.keyboard.press("1")
    expect(scene.get_by_role("log")).not_to_have_text(before, use_inner_text=True)
    expect(scene).not_to_have_attribute("aria-busy", "true")
