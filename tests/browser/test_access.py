"""Everybody can use our parts of the page: axe-core's rules, the keyboard's focus, narrow windows, large text."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_notebooks import code, lesson
from playwright.sync_api import TimeoutError, expect

pytestmark = pytest.mark.browser

OURS = (".rapport-scene", ".rapport-pad", ".rapport")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
         "resultTypes": ["violations"]}
ROUND, ARRIVAL = 400, 5000  # milliseconds: a round to Python and back; how long the focus may be on its way
GRAVE = ("serious", "critical")
BRIEF = "after-the-event"
SCENE_TEXT = "Here is the label, Ahmet. Shall I bring you the strap on Thursday at four?"
DRAFT = "Hi Hannah,\n\nthank you for the evening. I'd love to stay in touch some time.\n\nBest wishes,\nLeo"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
# Text alone is made larger, as a browser's or a reader's own text size does; Lab gives its sizes in pixels.
LARGE = """percent => {
  const root = document.documentElement;
  root.style.fontSize = percent === 100 ? '' : `${percent}%`;
  root.style.setProperty('--jp-content-font-size1', `${14 * percent / 100}px`);
}"""
IN_OURS = "selectors => Boolean(document.activeElement.closest(selectors))"
# Anything of ours that reaches over the right edge of its part, or of the window.
TOO_WIDE = """([selectors, edge]) => [...document.querySelectorAll(selectors)].flatMap(part => [
    ...(part.scrollWidth > part.clientWidth + 1 ? [part] : []),
    ...[part, ...part.querySelectorAll('*')].filter(node =>
      getComputedStyle(node).clipPath === 'none' && node.getBoundingClientRect().right > edge + 1),
  ]).map(node => node.outerHTML.slice(0, 120))"""
MOVING = """selectors => [...document.querySelectorAll(selectors)].flatMap(part => [part, ...part.querySelectorAll('*')])
  .filter(node => {
    const style = getComputedStyle(node);
    const lasts = list => list.split(',').some(time => parseFloat(time) > 0);
    return lasts(style.transitionDuration) && style.transitionProperty !== 'none' || lasts(style.animationDuration);
  }).map(node => node.outerHTML.slice(0, 120))"""
WATCH_SCROLLING = """() => {
  window.scrolls = [];
  const scroll = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (options) {
    window.scrolls.push(options?.behavior ?? 'auto');
    return scroll.call(this, options);
  };
}"""


class Visitor:
    """One learner on one page; looks at every part in every theme, width and size of text."""

    def __init__(self, page):
        self.page = page
        self.faults: dict[str, list[str]] = {}
        self.scene = page.locator(".rapport-scene")
        self.pad = page.locator("section.rapport-pad")

    def look(self, where):
        """Note what is wrong here, in light and dark, wide and narrow, and with text twice as large."""
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            expect(self.page.locator("body")).to_have_attribute("data-jp-theme-light", str(theme == "light").lower())
            for name, size, percent in (("wide", WIDE, 100), ("narrow", NARROW, 100), ("large text", WIDE, 200)):
                self.page.set_viewport_size(size)
                self.page.evaluate(LARGE, percent)
                self._note(f"{where}, {theme}, {name}", size["width"])
        self.page.evaluate(LARGE, 100)
        self.page.set_viewport_size(WIDE)

    def _note(self, where, edge):
        there = [[selector] for selector in OURS if self.page.locator(selector).count()]
        for found in Axe().run(self.page, {"include": there}, RULES).response["violations"]:
            if found["impact"] in GRAVE:
                for node in found["nodes"]:
                    self._fault(f"{found['id']} at {node['target']}: {node['failureSummary']}", where)
        for name, script, value in (("too wide", TOO_WIDE, [", ".join(OURS), edge]), ("moves", MOVING, ", ".join(OURS))):
            for node in self.page.evaluate(script, value):
                self._fault(f"{name}: {node}", where)

    def keeps_focus(self, where):
        """Note where the focus was lost; it may take a moment to arrive, once what was asked for is drawn."""
        expect(self.scene).not_to_have_attribute("aria-busy", "true")
        try:
            self.page.wait_for_function(IN_OURS, arg=", ".join(OURS), timeout=ARRIVAL)
        except TimeoutError:
            self._fault(f"focus is lost to {self.page.evaluate('document.activeElement.outerHTML')[:80]}", where)

    def _fault(self, what, where):
        self.faults.setdefault(what, []).append(where)

    def press(self, button, where):
        """Press a button with the keyboard."""
        button.focus()
        self.page.keyboard.press("Enter")
        self.settle(where)

    def settle(self, where):
        self.page.wait_for_timeout(ROUND)
        self.keeps_focus(where)

    def choose(self, number, where):
        before = self.scene.get_by_role("log").inner_text()
        self.scene.locator(".rps-choice").nth(number).focus()
        self.page.keyboard.press(str(number + 1))
        expect(self.scene.get_by_role("log")).not_to_have_text(before, use_inner_text=True)
        self.keeps_focus(where)


@pytest.fixture(scope="module")
def visitor(one_page, lab):
    lesson(lab.course / "mine/access.ipynb", code("import rapport", "hidden"),
           code('rapport.play("the-strap")', "hidden"), code(f'rapport.pad("{BRIEF}")', "hidden"))
    one_page.goto(lab.url("mine/access.ipynb"))
    visitor = Visitor(one_page)
    expect(visitor.scene.locator(".rps-choice").first).to_be_visible()
    expect(visitor.pad).to_be_visible()
    one_page.evaluate(WATCH_SCROLLING)
    return visitor


@pytest.fixture(autouse=True)
def nothing_new(visitor):
    """Every test tells the faults it met, all at once."""
    visitor.faults.clear()
    yield
    told = [f"{what}\n  in: {'; '.join(places)}" for what, places in visitor.faults.items()]
    assert not told, "\n".join(told)


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
    visitor.page.goto(lab.url("mine/cards.ipynb"))
    expect(visitor.page.locator(".rapport")).to_have_count(5)
    visitor.look("cards")


def test_scenes_and_pads_without_anywidget(visitor, lab):
    startup = lab.course.parent / "ipythondir/profile_default/startup"
    startup.mkdir(parents=True, exist_ok=True)
    (startup / "no-anywidget.py").write_text("import sys; sys.modules['anywidget'] = None", encoding="utf-8")
    lesson(lab.course / "mine/plain.ipynb", code("import rapport", "hidden"),
           code('rapport.play("the-birthday-robot")', "hidden"), code('rapport.pad("plan-after-conference")', "hidden"))
    page, scene = visitor.page, visitor.scene
    page.goto(lab.url("mine/plain.ipynb"))
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
