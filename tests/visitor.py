"""A visitor who looks at our parts of a page in every theme, width and size of text, and notes what shuts one out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError, expect

OURS = (".rapport-scene", ".rapport-pad", ".rapport")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
         "resultTypes": ["violations"]}
ROUND, ARRIVAL = 400, 5000  # milliseconds: a round to Python and back; how long the focus may be on its way
LOOKS = 10
GRAVE = ("serious", "critical")
USUAL = {"width": 1280, "height": 900}
# So tall that nothing is scrolled out of sight: axe judges no colours there.
WIDE, NARROW = {"width": 1280, "height": 9000}, {"width": 320, "height": 9000}
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
MOVING = """selectors => [...document.querySelectorAll(selectors)]
  .flatMap(part => [part, ...part.querySelectorAll('*')]).filter(node => {
    const style = getComputedStyle(node);
    const lasts = list => list.split(',').some(time => parseFloat(time) > 0);
    return lasts(style.transitionDuration) && style.transitionProperty !== 'none' || lasts(style.animationDuration);
  }).map(node => node.outerHTML.slice(0, 120))"""
# Lab's body clips and has no height of its own, so that axe would hold everything on it for hidden.
BODY_HAS_HEIGHT = "body { height: 100vh; }"
WATCH_SCROLLING = """() => {
  window.scrolls = [];
  const scroll = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (options) {
    window.scrolls.push(options?.behavior ?? 'auto');
    return scroll.call(this, options);
  };
}"""


def opened(page, address):
    page.goto(address)
    page.add_style_tag(content=BODY_HAS_HEIGHT)


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
        self.page.set_viewport_size(USUAL)

    def _note(self, where, edge):
        for rule in self._axe(where)["violations"]:
            if rule["impact"] in GRAVE:
                for node in rule["nodes"]:
                    self._fault(f"{rule['id']} at {node['target']}: {node['failureSummary']}", where)
        parts = ", ".join(OURS)
        for name, script, value in (("too wide", TOO_WIDE, [parts, edge]), ("moves", MOVING, parts)):
            for node in self.page.evaluate(script, value):
                self._fault(f"{name}: {node}", where)

    def _axe(self, where):
        """What axe finds; where it saw no text at all, Lab was still being laid out anew, and it looks again."""
        there = [[selector] for selector in OURS if self.page.locator(selector).count()]
        for _ in range(LOOKS):
            found = Axe().run(self.page, {"include": there}, RULES).response
            if any(rule["id"] == "color-contrast" for kind in ("violations", "passes") for rule in found[kind]):
                return found
            self.page.wait_for_timeout(ROUND)
        return pytest.fail(f"{where}: axe sees no text here")

    def keeps_focus(self, where):
        """Note where the focus was lost; it may take a moment to arrive, once what was asked for is drawn."""
        expect(self.page.locator(f":is({', '.join(OURS)})[aria-busy=true]")).to_have_count(0)
        try:
            self.page.wait_for_function(IN_OURS, arg=", ".join(OURS), timeout=ARRIVAL)
        except TimeoutError:
            self._fault(f"focus is lost to {self.page.evaluate('document.activeElement.outerHTML')[:80]}", where)

    def has_met_no_faults(self):
        """Tell all at once what was wrong."""
        told = [f"{what}\n  in: {'; '.join(places)}" for what, places in self.faults.items()]
        assert not told, "\n".join(told)

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
