"""The class board in a real Chromium: the instructor's page with a class at work, and a learner's own part."""

import re
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from mounting import mount
from playwright.sync_api import expect
from visitor import GRAVE, MOVING, RULES

sys.path.append(str(Path(__file__).parents[1] / "board"))
from board_server import Board  # noqa: E402

from rapport.classboard import material  # noqa: E402
from rapport.sharing import consent, telling  # noqa: E402
from rapport.sharing.messenger import Messenger  # noqa: E402
from rapport.widgets.board import BoardWidget  # noqa: E402

pytestmark = pytest.mark.browser

LEARNERS = 14
EVERY = 5100  # milliseconds, a little more than the part waits between two looks
LESSONS = ("01-taking-before-giving", "02-presuming-help", "03-crisis-only-networking", "follow-up")
SCENE = "the-strap"
LARGE = "percent => { document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`; }"
OUT_OF_PAGE = """() => [...document.querySelectorAll('body *')].filter(node => node.checkVisibility()
    && node.getBoundingClientRect().right > innerWidth + 1).map(node => node.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def course():
    return material.load()


@pytest.fixture
def board(tmp_path, course):
    board = Board(tmp_path / "board.jsonl", course)
    yield board
    board.end()


class AtOnce(Messenger):
    """Sends while the page waits, because a page on its own hears only what comes back with its message."""

    def _work(self):
        while self._waiting:
            self.hear(self._deliver(self._waiting.popleft()))


@pytest.fixture
def kernel(board, monkeypatch):
    monkeypatch.setenv("RAPPORT_BOARD_URL", board.address)
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "leo-kernel")
    return AtOnce()


def a_class(board):
    """Learners in four places, four of them done and three stuck, with scenes played to an end."""
    scene = board.desk.material.scenes[SCENE]
    other = next(slug for slug in scene.endings if slug != scene.best)
    for index in range(LEARNERS):
        name = f"learner-{index}"
        board.hub.person(name)
        board.report(name, "join", named=index == 0)
        board.report(name, "lesson", lesson=LESSONS[index % 3 if index < 12 else 3])
        board.report(name, "ending", scene=SCENE, ending=scene.best if index % 3 else other)
    board.time += 11 * 60
    for index in range(4):
        board.report(f"learner-{index}", "done")
    for index in (5, 6, 7):
        board.report(f"learner-{index}", "stuck")
        board.time += 60


def opened(page, board):
    board.hub.visitor = "ana"
    page.goto(board.address)
    expect(page.locator("#count")).to_contain_text("share")


SIZES = {"wide": (1280, 100), "narrow": (320, 100), "large": (1280, 200)}
EVERY_VIEW = [(theme, size) for theme in ("light", "dark") for size in SIZES]
SOME_VIEWS = [("light", "large"), ("dark", "narrow")]


def look(page, picture, name, views=SOME_VIEWS):
    """Nothing is wrong here in light and dark, wide and narrow, and with text twice as large."""
    for theme, size in views:
        width, percent = SIZES[size]
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(LARGE, percent)
        where = f"{name}-{theme}-{size}"
        picture(where)
        found = Axe().run(page, None, RULES).response["violations"]
        told = [f"{rule['id']}: {node['failureSummary']}" for rule in found if rule["impact"] in GRAVE
                for node in rule["nodes"]]
        assert told == [], where
        assert page.evaluate(OUT_OF_PAGE) == [], where
        assert page.evaluate(MOVING, "body") == [], where
    page.evaluate(LARGE, 100)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_class_at_work_is_seen_live(page, board, picture):
    a_class(board)
    opened(page, board)
    expect(page.locator("#count")).to_have_text("14 learners share where they are. 4 of them are done.")
    rows = page.locator("#places > li")
    expect(rows).to_have_count(4)
    expect(rows.first).to_contain_text("4 learners, 2 done in about 11 min, at it for about 14 min")
    expect(page.locator("#scenes > li")).to_contain_text("9 the best end, 5 another")
    expect(page.locator("#stuck > li")).to_have_count(3)
    expect(page.locator("#news")).to_have_text("")  # what was there before is no news
    look(page, picture, "class", EVERY_VIEW)
    board.report("learner-8", "stuck")
    label = next(one.label for one in board.desk.state.learners.values() if one.stuck == round(board.time, 1))
    expect(page.get_by_role("status")).to_have_text(f"Newly stuck: {label}.")
    expect(page.locator("#stuck > li").last).to_contain_text("just now")
    board.report("learner-9", "done")
    expect(page.locator("#count")).to_contain_text("5 of them are done")
    board.report("learner-8", "leave")
    expect(page.locator("#count")).to_contain_text("13 learners")


def test_who_is_stuck_is_marked_as_seen_by_keyboard(page, board):
    a_class(board)
    opened(page, board)
    first = page.locator("#stuck strong").first.inner_text()
    page.locator("#stuck-title").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=f"Seen: {first}", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#stuck > li").last).to_contain_text(re.compile(f"{first}.*seen"))
    expect(page.locator("#stuck-title")).to_be_focused()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    board.time += 60
    board.report("learner-9", "done")
    expect(page.locator("#count")).to_contain_text("5 of them")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == focused, "drawing keeps the focus"


def test_a_question_is_asked_and_its_counts_are_shown(page, board, picture):
    a_class(board)
    opened(page, board)
    scene = board.desk.material.scenes[SCENE]
    slug, turn = next((slug, turn) for slug, turn in scene.turns.items() if turn.choices)
    page.get_by_label("Scene", exact=True).select_option(scene.title)
    page.get_by_label("Moment").select_option(slug)
    expect(page.locator("#preview")).to_have_text(turn.says)
    page.get_by_role("button", name="Ask the class").press("Enter")
    expect(page.locator("#poll-choices > li")).to_have_count(len(turn.choices))
    expect(page.locator("#poll-title")).to_be_focused()
    poll = board.desk.state.poll.id
    for index in range(9):
        board.report(f"learner-{index}", "answer", poll=poll, choice=index % 2)
    expect(page.locator("#poll-answered")).to_have_text("9 answers from 14 learners.")
    assert "of 9" not in page.locator("#poll-choices").inner_text()
    page.get_by_role("button", name="Show the counts").press("Enter")
    expect(page.locator("#poll-choices > li").first).to_contain_text("5 of 9")
    look(page, picture, "counts")
    page.get_by_role("button", name="Take no more answers").click()
    expect(page.locator("#poll-answered")).to_contain_text("No more answers are taken.")
    page.get_by_role("button", name="Put the question away").click()
    expect(page.get_by_role("button", name="Ask the class")).to_be_visible()


def test_names_are_asked_for_and_taken_away(page, board):
    a_class(board)
    board.report("learner-0", "stuck")
    opened(page, board)
    assert "learner-0" not in page.locator("body").inner_text()
    with page.expect_response("**/orders"):  # only what learners send after it brings names
        page.get_by_label("Ask for names").check()
    board.report("learner-0", "look")
    board.report("learner-5", "look")
    expect(page.locator("#stuck")).to_contain_text("learner-0")
    assert "learner-5" not in page.locator("body").inner_text()
    page.get_by_label("Ask for names").uncheck()
    expect(page.locator("#stuck")).not_to_contain_text("learner-0")


def test_a_class_is_forgotten_only_when_one_is_sure(page, board, picture):
    a_class(board)
    opened(page, board)
    page.get_by_role("button", name="Forget this class …").click()
    look(page, picture, "sure")
    page.keyboard.press("Enter")  # the careful answer has the focus
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert board.desk.state.learners
    page.get_by_role("button", name="Forget this class …").click()
    page.get_by_role("button", name="Forget it").click()
    expect(page.locator("#count")).to_have_text("Nobody shares where they are yet.")
    assert not board.desk.state.learners


def test_a_name_that_is_markup_is_shown_as_it_is(page, board):
    name = "<img src=x onerror=alert(1)>"
    board.hub.person(name)
    opened_by = board.visit("ana")
    opened_by.order("names", ask=True)
    board.hub.tokens["odd-kernel"] = board.hub.tokens.pop(f"{name}-kernel")
    board.report("odd", "join", named=True)
    board.report("odd", "stuck")
    board.hub.visitor = "ana"
    page.goto(board.address)
    expect(page.locator("#stuck strong")).to_have_text(name)
    assert page.locator("#stuck img").count() == 0


def test_an_inline_script_does_not_run(page, board):
    opened_before = board.report("leo", "join", named=False)[0]
    opened(page, board)
    page.evaluate("""() => { const node = document.createElement('script'); node.textContent = 'window.ran = true';
        document.body.append(node); document.body.setAttribute('onclick', 'window.ran = true'); document.body.click(); }""")
    assert opened_before == 200 and page.evaluate("window.ran") is None


def test_the_page_comes_back_when_the_board_does(page, board, course):
    a_class(board)
    opened(page, board)
    port = int(board.host.rsplit(":", 1)[1])
    board.end()
    expect(page.get_by_role("alert")).to_contain_text("The connection to the board is lost")
    again = Board(board.file, course, port)
    again.hub.visitor = "ana"
    try:
        expect(page.get_by_role("alert")).to_be_hidden()
        expect(page.locator("#count")).to_contain_text("14 learners share")
    finally:
        again.end()


def test_a_learner_sees_the_refusal_and_no_class(page, board):
    a_class(board)
    board.hub.visitor = "leo"
    assert page.goto(board.address).status == 403
    assert "Learner" not in page.locator("body").inner_text()


VIEWS = {"light": ("light", 1000), "dark": ("dark", 1000), "narrow": ("light", 320)}


@pytest.mark.parametrize("view", VIEWS)
def test_a_learner_agrees_asks_for_help_answers_and_takes_it_back(page, board, kernel, picture, view):
    scheme, width = VIEWS[view]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    scene = board.desk.material.scenes[SCENE]
    slug, turn = next((slug, turn) for slug, turn in scene.turns.items() if turn.choices)
    page.clock.install()
    mount(page, BoardWidget(kernel), "view")
    part = page.get_by_role("region", name="Your class")
    checked(page, picture, f"{view}-asked")
    part.get_by_role("button", name="Yes, without my name").press("Enter")
    expect(part).to_contain_text("You are on the board as “Learner")
    assert page.evaluate("document.activeElement !== document.body"), "the focus stays in the part"
    part.get_by_role("button", name="I am stuck").press("Enter")
    expect(part).to_contain_text("Help is asked for.")
    checked(page, picture, f"{view}-stuck")
    board.visit("ana").order("open", scene=SCENE, turn=slug)
    page.clock.run_for(EVERY)  # the part looks by itself
    expect(part.get_by_role("heading", name=telling.POLL)).to_be_visible()
    heard = part.get_by_role("status").last
    expect(heard).to_have_text(f"{telling.POLL} {' '.join(turn.says.split())}")
    choice = part.get_by_role("button", name=turn.choices[0].say)
    choice.press("Enter")
    expect(choice).to_have_attribute("aria-pressed", "true")
    expect(choice).to_be_focused()
    board.visit("ana").order("show")
    page.clock.run_for(EVERY)
    expect(part.get_by_text("1 of 1", exact=True)).to_be_visible()
    expect(heard).to_contain_text(f"{turn.choices[0].say} 1 of 1.")
    checked(page, picture, f"{view}-poll")
    part.get_by_role("button", name="Change what you share").press("Enter")
    part.get_by_role("button", name="No", exact=True).press("Enter")
    expect(part).to_contain_text(telling.SAID_NO)
    assert not board.desk.state.learners and consent.given() == "no"
    checked(page, picture, f"{view}-no")


def checked(page, picture, name):
    picture(name)
    found = Axe().run(page, {"include": [["#part"]]}, RULES).response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in GRAVE] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
