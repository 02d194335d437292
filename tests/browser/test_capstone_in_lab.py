"""The capstone's page in Lab: a person goes on the map, a situation is kept, and a pad for it stands below."""

import json
import shutil

import pytest
from playwright.sync_api import expect

from rapport.catalog import root

pytestmark = pytest.mark.browser

PAGE = "notebooks/29-capstone.ipynb"
SITUATION = {
    "A few words to find it by": "Thanks to Amina", "Who are you?": "Rosa, who mends clothes",
    "Who do you write to?": "Amina Yusuf, a tiler",
    "What do you know about them, and of your time together?": "her shop opens on Monday",
}
CHOICES = {
    "What kind of message is it?": "returning a favour", "How well do you know each other?": "acquaintance",
    "Where do they stand, seen from you?": "peer", "How will it reach them?": "email",
}


@pytest.fixture
def capstone(page, lab):
    shutil.copy(root() / PAGE, lab.course / PAGE)
    page.goto(lab.url(PAGE))
    expect(page.locator(".rapport-network")).to_be_visible()
    return page


def test_people_situations_and_pads(capstone, lab, picture):
    page, network = capstone, capstone.locator(".rapport-network")
    network.get_by_label("Name or initials").fill("Amina <b>Y</b>")
    for label, value in {"How do you know them?": "work", "How close are you?": "know",
                         "When were you last in touch?": "longer"}.items():
        network.get_by_label(label).select_option(value)
    network.get_by_role("button", name="Add", exact=True).click()
    expect(network.locator(".rapport-people li")).to_have_count(1)
    expect(network.locator("svg .rapport-hollow title")).to_have_text("Amina <b>Y</b>: work, know, longer ago")
    expect(network.get_by_label("Name or initials")).to_be_focused()
    picture("map")

    form = page.locator(".rapport-my-brief")
    form.get_by_role("button", name="Keep this situation").click()
    expect(form.get_by_text("Give it a short name.")).to_be_visible()
    for label, text in SITUATION.items():
        form.get_by_label(label).fill(text)
    for label, value in CHOICES.items():
        form.get_by_label(label).select_option(value)
    form.get_by_role("button", name="Keep this situation").click()
    expect(form.get_by_text("Name: my-thanks-to-amina")).to_be_visible()
    picture("form")

    page.keyboard.press("Control+s")
    page.reload()
    own = page.get_by_role("heading", name="Thanks to Amina")
    expect(own).to_be_visible()
    own.scroll_into_view_if_needed()
    picture("pads")
    stored = json.dumps(json.loads((lab.course / PAGE).read_text(encoding="utf-8")), ensure_ascii=False)
    assert "her shop opens on Monday" not in stored and "Amina <b>" not in stored
