"""A lesson in Firefox: the scene is played with the keyboard and a text is read there too."""

import time

import pytest
from by_keyboard import MOVES
from firefox import CONTROL, ENTER, PATIENCE, firefox
from test_lesson_in_lab import LESSON

pytestmark = pytest.mark.browser

SCENE = ".rapport-scene"
TEXT = "selector => [...document.querySelectorAll(selector)].map(node => node.innerText).join('\\n')"
FOCUS = "selector => { const node = document.querySelector(selector); node.focus(); return node === document.activeElement; }"
ELSEWHERE = """() => performance.getEntriesByType('resource').map(entry => new URL(entry.name))
  .filter(url => /^http/.test(url.protocol) && url.hostname !== '127.0.0.1').map(String)"""


@pytest.fixture
def page(lab, tmp_path):
    with firefox(tmp_path) as driven:
        driven.open(lab.url(LESSON))
        until(driven, lambda: shown(driven, f"{SCENE} .rps-choice"))
        yield driven


def until(page, true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"It does not come. The page shows:\n{shown(page, SCENE)}"
        time.sleep(0.2)


def shown(page, selector):
    return page.run(TEXT, selector)


def write(page, selector, text):
    assert page.run(FOCUS, selector)
    page.type(text)
    page.press(CONTROL, ENTER)


def move_on(page):
    """Take the first choice, or write where the scene wants words; then wait until it has answered."""
    before = shown(page, f"{SCENE} [role=log]")
    if page.run("selector => document.querySelectorAll(selector).length", f"{SCENE} textarea"):
        write(page, f"{SCENE} textarea", "Hello Ahmet, here is the picture of the label.")
    else:
        page.press("1")
    until(page, lambda: shown(page, f"{SCENE} [role=log]") != before and not shown(page, f"{SCENE}[aria-busy=true]"))


def test_a_scene_is_played_and_a_text_is_read(page):
    assert page.run(FOCUS, f"{SCENE} .rps-choice")
    for _ in range(MOVES):
        if "The end" in shown(page, SCENE).splitlines():
            break
        move_on(page)
    assert "Look back" in shown(page, SCENE)
    write(page, ".rapport-pad textarea", "Mon 9 March: send Josephine the cotton that I promised her.")
    until(page, lambda: "of 10" in shown(page, ".rapport-pad [role=status]"))
    assert page.run(ELSEWHERE) == []
