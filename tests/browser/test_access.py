"""Everybody can use our parts of the page: axe-core's rules, the keyboard's focus, narrow windows, large text."""

import pytest
from lab_notebooks import code, lesson
from playwright.sync_api import expect
from visitor import WATCH_SCROLLING, Visitor, opened

pytestmark = pytest.mark.browser

BRIEF = "after-the-event"
SCENE_TEXT = "Here is the label, Ahmet. Shall I bring you the strap on Thursday at four?"
DRAFT = "Hi Hannah,\n\nthank you for the evening. I'd love to stay in touch some time.\n\nBest wishes,\nLeo"


@pytest.fixture(scope="module")
def visitor(one_page, lab):
    lesson(lab.course / "mine/access.ipynb", code("import rapport", "hidden"),
           code('rapport.play("the-strap")', "hidden"), code(f'rapport.pad("{BRIEF}")', "hidden"))
    opened(one_page, lab.url("mine/access.ipynb"))
    visitor = Visitor(one_page)
    expect(visitor.scene.locator(".rps-choice").first).to_be_visible()
    expect(visitor.pad).to_be_visible()
    one_page.evaluate(WATCH_SCROLLING)
    return visitor


def test_the_opening_of_a_scene(visitor):
    visitor.look("opening")


def test_a_mistake_with_its_note(visitor):
    visitor.choose(0, "after a mistake")
    expect(visitor.scene.locator(".rps-note .rps-tag")).to_be_visible()
    visitor.look("after a mistake")


def test_undo_transcript_and_starting_again(visitor):
    for name in ("Transcript", "Transcript", "Undo", "Start again", "Undo", "Start again"):
        visitor.press(visitor.scene.get_by_role("button", name=name, exact=True), name)
    visitor.press(visitor.scene.get_by_role("button", name="Transcript", exact=True), "Transcript")
    visitor.look("transcript")
    visitor.press(visitor.scene.get_by_role("button", name="Transcript", exact=True), "Transcript")


def test_a_written_turn(visitor):
    for number in (2, 1, 1):
        visitor.choose(number, "on the way to the text")
    expect(visitor.scene.get_by_role("textbox")).to_be_visible()
    visitor.look("written turn")


def test_the_end(visitor):
    visitor.scene.get_by_role("textbox").focus()
    visitor.page.keyboard.press("Control+Enter")  # nothing is written: the sentence about it must not take the focus
    expect(visitor.scene.locator(".rps-error")).to_be_visible()
    visitor.keeps_focus("empty text")
    visitor.look("empty text")
    visitor.page.keyboard.insert_text(SCENE_TEXT)
    visitor.page.keyboard.press("Control+Enter")
    expect(visitor.scene.locator(".rps-text")).to_be_visible()
    for _ in range(20):
        if visitor.scene.get_by_text("The end", exact=True).count():
            break
        visitor.choose(0, "on the way to the end")
    expect(visitor.scene.get_by_text("Look back", exact=True)).to_be_visible()
    visitor.keeps_focus("the end")
    visitor.look("the end")
    visitor.press(visitor.scene.get_by_role("button", name="Try this moment again").first, "a moment again")


def test_the_pad_with_a_reading(visitor):
    visitor.look("empty pad")
    visitor.pad.get_by_role("textbox").focus()
    visitor.page.keyboard.insert_text(DRAFT)
    visitor.page.keyboard.press("Control+Enter")
    expect(visitor.pad.get_by_role("status")).to_contain_text("of 10")
    visitor.keeps_focus("reading")
    visitor.press(visitor.pad.get_by_role("button", name="Keep this version"), "keeping a version")
    expect(visitor.pad.get_by_role("button", name="Kept")).to_be_visible()
    visitor.pad.get_by_role("textbox").focus()
    visitor.page.keyboard.insert_text(" P.S. Thank you.")
    visitor.page.keyboard.press("Control+Enter")
    for folded in ("Changed since the last kept version", "Kept versions"):
        visitor.press(visitor.pad.get_by_text(folded), folded)
    visitor.look("reading")
    visitor.press(visitor.pad.get_by_role("button", name="Bring back").first, "bringing back a version")
    expect(visitor.pad.get_by_role("textbox")).to_have_value(DRAFT)
    visitor.keeps_focus("brought back")


def test_no_page_scrolls_smoothly_where_less_motion_is_wished(visitor):
    assert visitor.page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    scrolls = visitor.page.evaluate("window.scrolls")
    assert scrolls and "smooth" not in scrolls


def test_the_cards_of_a_lesson(visitor, lab):
    """The situation, what research found, a mistake, the map of the course, and the reading below an answer."""
    cells = [code(call, "hidden") for call in (
        "import rapport", f'rapport.show_brief("{BRIEF}")', 'rapport.evidence_box("no-follow-up")',
        'rapport.explain("no-follow-up")', "rapport.course_map()")]
    lesson(lab.course / "mine/cards.ipynb", *cells, code(f"%%draft {BRIEF}\n{DRAFT}"))
    opened(visitor.page, lab.url("mine/cards.ipynb"))
    expect(visitor.page.locator(".rapport")).to_have_count(5)
    visitor.look("cards")


def test_scenes_and_pads_without_anywidget(visitor, lab):
    startup = lab.course.parent / "ipythondir/profile_default/startup"
    startup.mkdir(parents=True, exist_ok=True)
    (startup / "no-anywidget.py").write_text("import sys; sys.modules['anywidget'] = None", encoding="utf-8")
    lesson(lab.course / "mine/plain.ipynb", code("import rapport", "hidden"),
           code('rapport.play("the-birthday-robot")', "hidden"), code('rapport.pad("plan-after-conference")', "hidden"))
    page, scene = visitor.page, visitor.scene
    opened(page, lab.url("mine/plain.ipynb"))
    expect(page.locator(".rapport-scene.rapport-plain .rps-choice").first).to_be_visible()
    visitor.look("plain opening")
    for key in ("Enter", "Space"):  # Lab has its own use for both
        before = scene.get_by_role("log").inner_text()
        scene.locator(".rps-choice").first.focus()
        page.keyboard.press(key)
        expect(scene.get_by_role("log")).not_to_have_text(before, use_inner_text=True)
        visitor.settle("plain move")
    visitor.look("plain scene after two moves")
    visitor.press(scene.get_by_role("button", name="Undo"), "plain undo")

    page.get_by_role("textbox", name="Your plan").fill("Monday 9 March: send Dana Okafor the county data link.")
    visitor.press(page.get_by_role("button", name="Read it now"), "plain reading")
    expect(page.get_by_text("When each step comes")).to_be_visible()
    visitor.press(page.get_by_role("button", name="Keep this version"), "plain keeping")
    visitor.press(page.get_by_role("button", name="Bring back"), "plain bringing back")
    visitor.look("plain pad")
