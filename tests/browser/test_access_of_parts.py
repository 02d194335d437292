"""Everybody can use the other parts of lessons, reviews and the capstone: axe-core's rules, narrow windows, large text."""

import pytest
from lab_notebooks import code, lesson
from playwright.sync_api import expect
from visitor import Visitor, opened

pytestmark = pytest.mark.browser

NOTEBOOK = "mine/parts.ipynb"
CALLS = ('spot("no-follow-up")', 'review_unit("mindset")', 'who_is_right("few-or-many")', 'jot("no-follow-up")',
         'if_then("no-follow-up")', "network()", "my_brief()", "export_plan()", "progress()")


@pytest.fixture(scope="module")
def visitor(one_page, lab):
    lesson(lab.course / NOTEBOOK, code("import rapport", "hidden"),
           *(code(f"rapport.{call}", "hidden") for call in CALLS))
    opened(one_page, lab.url(NOTEBOOK))
    expect(one_page.locator(".rapport-part")).to_have_count(len(CALLS))
    return Visitor(one_page)


def test_the_parts_as_they_open(visitor):
    visitor.look("opening")


def test_the_parts_with_answers(visitor):
    """Messages judged, a road chosen, a line, a plan, a person on the map, a situation refused because it is empty."""
    page = visitor.page
    for part in (page.locator(".rapport-stepped").nth(number) for number in range(3)):
        part.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        visitor.press(part.get_by_role("group", name="How sure are you?").get_by_role("button").first, "sureness")
        expect(part.locator(".rapport-outcome")).to_be_visible()
    page.locator(".rapport-jot textarea").fill("I still owe Ruben the page.")
    for box, words in zip(page.locator(".rapport-if-then textarea").all(), ("I promise something", "I send it that day")):
        box.fill(words)
    network = page.locator(".rapport-network")
    network.get_by_label("Name or initials").fill("Amina")
    for choice in network.get_by_role("combobox").all():
        choice.select_option(index=1)
    visitor.press(network.get_by_role("button", name="Add", exact=True), "a person")
    expect(network.locator(".rapport-people li")).to_have_count(1)
    visitor.press(page.get_by_role("button", name="Keep this situation"), "an empty situation")
    expect(page.get_by_text("Give it a short name.")).to_be_visible()
    visitor.look("with answers")
