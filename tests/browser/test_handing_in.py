"""The button that makes the file to hand in: what it makes is what ``rapport submit`` makes, and Python can read it."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_notebooks import code, lesson
from playwright.sync_api import expect

from rapport.answers import PLACEHOLDERS
from rapport.catalog import root
from rapport.handing_in import paper
from rapport.handing_in.boxes import boxes
from rapport.lab import launch

from test_lesson_in_lab import is_idle, to_hand_in
from visitor import RULES

pytestmark = pytest.mark.browser

STATIC = Path(launch.__file__).parent / "extension/static"
EXERCISE = "exercises/follow-up/follow-up.ipynb"
BUTTON = "Make the file to hand in"
UNSAVED = "Dear Hannah, it's “me” \\ from Ōsaka 😀\tand\u2028so on. \u0007"
HALF = "half \ud800 a pair"
ODD_CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": ["# One\n", "\n", "words"], "id": "a"},
    {"cell_type": "code", "metadata": {"nbgrader": {"solution": True, "grade_id": "one-ä"}}, "id": "b",
     "execution_count": 3, "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}],
     "source": f"%%draft a-b\n{UNSAVED}\r\n\x1f{HALF}"},
    {"cell_type": "code", "metadata": {"nbgrader": {"solution": True, "grade_id": "two"}}, "id": "c",
     "execution_count": None, "outputs": [], "source": f"%%plan a-b\n{PLACEHOLDERS[1].upper()}\n"},
    {"cell_type": "raw", "metadata": {"nbgrader": {"solution": True, "grade_id": "three"}}, "id": "d", "source": ""},
    {"cell_type": "code", "metadata": {"nbgrader": {"solution": True, "grade_id": "four"}}, "id": "e",
     "execution_count": None, "outputs": [], "source": "%%draft a-b Dear Hannah"},
    *({"cell_type": "code", "metadata": {"nbgrader": {"solution": True, "grade_id": f"p{number}"}}, "id": f"p{number}",
       "execution_count": None, "outputs": [], "source": f"%%draft a-b\n{text}"} for number, text in enumerate(PLACEHOLDERS)),
]
ODD = {"cells": ODD_CELLS, "nbformat": 4, "nbformat_minor": 5,
       "metadata": {"rapport": {"course": True}, "widgets": {"state": {}}, "number": 1.5}}
WHEN = datetime(2026, 3, 8, 20, 15, 30, tzinfo=UTC)


@pytest.fixture
def modules(page):
    """A blank page at which the extension's files lie as they lie at Lab's."""
    page.route("http://127.0.0.1:9/**", lambda route: route.fulfill(
        path=STATIC / route.request.url.rpartition("/")[2], content_type="text/javascript",
    ) if route.request.url.endswith(".js") else route.fulfill(body="<title>blank</title>", content_type="text/html"))
    page.goto("http://127.0.0.1:9/blank")
    return page


def made_by_the_page(page, notebook):
    """The file's text as JavaScript makes it, and the boxes it sees."""
    return page.evaluate("""async ([text, when]) => {
      const { make, boxes } = await import("/paper.js");
      const notebook = JSON.parse(text);
      const paper = await make(notebook, "follow-up", new Date(when), "  Ama\\n Boateng ", "q1");
      return [JSON.stringify(paper), JSON.stringify(boxes(notebook))];
    }""", [json.dumps(notebook), WHEN.isoformat()])


@pytest.mark.parametrize("notebook", [ODD, json.loads((root() / EXERCISE).read_text("utf-8"))], ids=["odd", "exercise"])
def test_javascript_and_python_make_the_same_file(modules, notebook):
    text, seen = made_by_the_page(modules, notebook)
    assert json.loads(text) == paper.make(notebook, "follow-up", WHEN, "  Ama\n Boateng ", "q1")
    assert paper.is_whole(json.loads(text))
    assert json.loads(seen) == [vars(box) for box in boxes(notebook)]


def test_the_checksum_is_right_without_the_browser_s_help(modules):
    lengths = [0, 1, 55, 56, 63, 64, 65, 119, 128, 1000]
    sums = modules.evaluate("""async lengths => {
      const { plainSha256 } = await import("/sha256.js");
      return lengths.map(length => plainSha256(Uint8Array.from({ length }, (_, at) => at % 251)));
    }""", lengths)
    assert sums == [hashlib.sha256(bytes(at % 251 for at in range(length))).hexdigest() for length in lengths]


def test_a_learner_makes_the_file_with_the_keyboard_and_it_holds_what_was_not_saved_yet(page, lab, picture):
    page.goto(lab.url(EXERCISE))
    expect(page.locator(".rapport-hidden .rapport").first).to_be_visible()
    is_idle(page)
    page.locator(".rapport-answer .cm-content").first.focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("\nDear Hannah, it's me.")
    page.get_by_role("button", name=BUTTON).focus()
    page.keyboard.press("Enter")

    window = page.get_by_role("dialog", name=BUTTON)
    expect(window.get_by_role("listitem")).to_have_text(
        ["1. A message: written", "2. A plan: still empty", "3. Looking back: still empty"])
    picture("window")
    assert not Axe().run(page, context=".rapport-hand-in", options=RULES).response["violations"]
    expect(window.get_by_label("Your name")).to_be_focused()
    page.keyboard.insert_text("Ama Boateng")
    with page.expect_download() as begun:
        page.keyboard.press("Enter")
    expect(window.get_by_role("status")).to_contain_text("follow-up-hand-in.ipynb")
    assert begun.value.suggested_filename == "follow-up-hand-in.ipynb"

    handed_in = json.loads(Path(begun.value.path()).read_text("utf-8"))
    nbformat.validate(handed_in)
    slip = paper.slip_of(handed_in)
    assert (slip.assignment, slip.name, slip.id) == ("follow-up", "Ama Boateng", "") and paper.is_whole(handed_in)
    assert timedelta() <= datetime.now(UTC) - slip.made < timedelta(minutes=5)
    saved = json.loads((lab.course / EXERCISE).read_text("utf-8"))
    assert [one.written for one in boxes(handed_in)] == [one.written for one in boxes(saved)] == [True, False, False]
    assert "Dear Hannah, it's me." in json.dumps(handed_in["cells"])
    assert not [cell for cell in handed_in["cells"] if cell.get("outputs")]

    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(page.get_by_role("button", name=BUTTON)).to_be_focused()


def test_the_window_fits_a_narrow_screen_and_shows_words_as_words(page, lab):
    markup = "# <img src=x onerror=alert(1)> " + "long" * 40
    lesson(lab.course / "mine/odd.ipynb", nbformat.v4.new_markdown_cell(markup), to_hand_in("%%draft after-the-event\n"))
    page.goto(lab.url("mine/odd.ipynb"))
    page.get_by_role("button", name=BUTTON).click()
    page.set_viewport_size({"width": 320, "height": 500})
    window = page.get_by_role("dialog", name=BUTTON)
    expect(window.get_by_role("listitem")).to_contain_text("<img src=x")
    assert window.locator("img").count() == 0
    assert window.evaluate("window => window.scrollWidth <= window.clientWidth && window.getBoundingClientRect().right <= 320")


def test_a_page_with_nothing_to_hand_in_has_no_such_button(page, lab):
    lesson(lab.course / "mine/plain.ipynb", code('rapport.explain("no-follow-up")', "hidden"))
    page.goto(lab.url("mine/plain.ipynb"))
    expect(page.get_by_role("button", name="Show the code")).to_be_visible()
    expect(page.get_by_role("button", name=BUTTON)).to_have_count(0)
