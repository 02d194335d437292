"""What a learner meets from opening a lesson to reading what their draft says."""

import json
import re
from pathlib import PurePosixPath

import pytest
from by_keyboard import play_to_the_end, tab_to
from lab_notebooks import code, lesson
from playwright.sync_api import expect

import rapport
from rapport.catalog import root
from rapport.lab import launch
from rapport.laws.course import PARTS

pytestmark = pytest.mark.browser

LESSON = "notebooks/26-no-follow-up.ipynb"
FIRST_LESSON = "notebooks/01-taking-before-giving.ipynb"
REVIEW = "notebooks/27-review-follow-through.ipynb"
EXERCISE = "exercises/follow-up/follow-up.ipynb"
DRAFT = "Dear Hannah,\n\nIt was lovely to meet you. I'd love to stay in touch some time. It's me.\n\nBest wishes,\nLeo"
# Each mark is left by one way of running code; the file is there if it ran.
MARK = "open({name!r}, 'w').write('ran')"


def to_hand_in(source):
    return code(source, nbgrader={"grade": True, "grade_id": "a", "locked": False, "points": 10, "schema_version": 3,
                                  "solution": True, "task": False, "cell_type": "code"})


@pytest.fixture
def lesson_page(page, lab):
    page.goto(lab.url(LESSON))
    expect(page.locator(".rapport-scene")).to_be_visible()
    return page


@pytest.fixture
def exercise(page, lab):
    """The exercise as it is handed out, and the cell of its first answer."""
    (lab.course / EXERCISE).write_bytes((root() / EXERCISE).read_bytes())
    page.goto(lab.url(EXERCISE))
    expect(page.locator(".rapport-hidden .rapport").first).to_be_visible()
    return page


def answer(page):
    return page.locator(".rapport-answer").first


def text_of(cell):
    return "\n".join(cell.locator(".cm-line").all_inner_texts()).replace("\n\n\n", "\n\n")


def is_idle(page):
    return expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute("data-status", "idle")


def test_a_lesson_starts_by_itself_in_a_calm_lab(lesson_page, picture):
    picture("opened")
    expect(lesson_page.locator("#jp-main-dock-panel")).to_have_attribute("data-mode", "single-document")
    for name in ("Kernel", "Run", "View"):
        expect(lesson_page.get_by_role("menuitem", name=name, exact=True)).to_be_visible()
    for selector in (".jp-Dialog", ".Toastify__toast", "#jp-main-statusbar:visible", "#jp-debugger-sidebar",
                     "[data-id*='nbgrader']", "[data-id='extensionmanager.main-view']"):
        expect(lesson_page.locator(selector)).to_have_count(0)
    expect(lesson_page.get_by_text("nbgrader", exact=False)).to_have_count(0)


def follow(page, name, sign):
    """Click on the link to a page of the course and wait until it is there."""
    page.locator(f".jp-RenderedMarkdown a[href*='{PurePosixPath(name).name}']:visible").first.click()
    expect(page.locator(f"{sign}:visible").first).to_be_visible()


def test_links_lead_from_the_start_to_a_lesson_and_from_a_review_to_its_exercise(page, lab):
    page.goto(lab.url(launch.FIRST_PAGE))
    expect(page.locator(".rapport-course .rapport-hidden .rapport")).to_be_visible()
    follow(page, FIRST_LESSON, ".rapport-scene")
    page.goto(lab.url(REVIEW))
    follow(page, EXERCISE, ".rapport-answer")


def test_in_a_narrow_window_the_list_of_files_makes_way_for_the_page(page, lab):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(lab.url(FIRST_LESSON))
    expect(page.locator(".rapport-scene")).to_be_visible()
    files = page.get_by_role("region", name="File Browser Section")
    expect(files).to_be_hidden()
    page.get_by_role("tab", name="File Browser").click()
    files.get_by_text(PurePosixPath(LESSON).name).click()
    expect(page.get_by_role("heading", name="The message that never came")).to_be_visible()
    expect(files).to_be_hidden()


def test_the_code_of_a_lesson_shows_only_when_asked_for(lesson_page):
    hidden = lesson_page.locator(".jp-CodeCell .jp-InputArea")
    assert hidden.count() >= 3
    for cell in hidden.all():
        expect(cell).to_be_hidden()
    lesson_page.get_by_role("button", name="Show the code").click()
    for cell in hidden.all():
        expect(cell).to_be_visible()
    lesson_page.get_by_role("button", name="Show the code").click()
    expect(hidden.first).to_be_hidden()


def test_a_scene_is_played_to_an_ending_with_the_keyboard_alone(lesson_page, picture):
    scene = lesson_page.get_by_role("region", name=re.compile("^Scene: "))
    tab_to(lesson_page, ".rapport-scene .rps-choice")
    first_choices = scene.locator(".rps-choice").all_inner_texts()
    before = scene.get_by_role("log").inner_text()

    lesson_page.keyboard.press("1")
    expect(scene.get_by_role("log")).not_to_have_text(before, use_inner_text=True)
    lesson_page.keyboard.press("u")
    expect(scene.get_by_role("log")).to_have_text(before, use_inner_text=True)
    assert scene.locator(".rps-choice").all_inner_texts() == first_choices

    play_to_the_end(lesson_page)
    expect(scene.get_by_text("Look back", exact=True)).to_be_visible()
    picture("ending")
    assert not lesson_page.locator(".jp-mod-editMode").count()


def test_an_answer_looks_like_prose(exercise, picture):
    cell = answer(exercise)
    editor = cell.locator(".cm-content")
    expect(editor).to_have_attribute("data-language", "markdown")
    expect(editor).to_have_attribute("spellcheck", "true")
    editor.click()
    exercise.keyboard.press("Control+End")
    exercise.keyboard.insert_text("\nI'd say it's 'fine' and\n# not a heading\n1. if I'm on time for Ana's")
    expect(editor).to_contain_text("Ana's")
    colours = cell.evaluate("""cell => [...cell.querySelectorAll('.cm-line:not(:first-child), .cm-line span')]
        .filter(node => !node.closest('.cm-line:first-child')).map(node => getComputedStyle(node).color)""")
    assert len(set(colours)) == 1
    assert editor.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert cell.locator(".jp-cell-button, .cm-lineNumbers").count() == 0
    picture("answer")


def test_a_draft_is_written_and_read_with_the_keyboard_alone(exercise, lab, picture):
    cell = answer(exercise)
    cell.locator(".cm-content").focus()
    exercise.keyboard.press("Control+A")
    exercise.keyboard.insert_text(DRAFT)
    exercise.keyboard.press("Tab")
    expect(cell.get_by_role("button", name="Read it back to me")).to_be_focused()
    exercise.keyboard.press("Enter")

    reading = cell.locator(".jp-OutputArea-output")
    found = rapport.assess(DRAFT, "after-the-event")
    assert found.findings
    for finding in found.findings:
        expect(reading).to_contain_text(finding.why)
    expect(reading).to_contain_text(f"{found.score} of 10")
    expect(cell.get_by_role("status")).to_contain_text("below")
    picture("reading")

    exercise.keyboard.press("Control+S")
    expect(exercise.locator(".jp-mod-dirty")).to_have_count(0)
    saved = {cell["id"]: cell for cell in json.loads((lab.course / EXERCISE).read_text(encoding="utf-8"))["cells"]}
    mine = saved["follow-up-message"]
    assert "".join(mine["source"]) == f"%%draft after-the-event\n{DRAFT}"
    assert mine["metadata"]["nbgrader"]["grade_id"] == "follow-up-message"


def test_choosing_all_and_pasting_keeps_the_line_that_names_the_brief(exercise):
    cell = answer(exercise)
    cell.locator(".cm-content").click()
    for text in ("Dear Hannah,\nthank you.", "Hello Hannah"):
        exercise.keyboard.press("Control+A")
        exercise.keyboard.insert_text(text)
        expect(cell.locator(".cm-content")).to_contain_text(text.splitlines()[0])
        assert text_of(cell) == f"%%draft after-the-event\n{text}"
    exercise.keyboard.press("Control+A")
    exercise.keyboard.press("Delete")
    assert text_of(cell).strip() == "%%draft after-the-event"


def test_an_answer_to_hand_in_is_read_only_when_its_writer_asks(exercise):
    expect(exercise.locator(".rapport-hidden .rapport")).to_have_count(2)
    is_idle(exercise)
    expect(exercise.locator(".rapport-answer .jp-OutputArea-output")).to_have_count(0)


def test_typing_the_first_line_turns_a_cell_into_prose_and_taking_it_away_turns_it_back(page, lab):
    lesson(lab.course / "mine/new.ipynb", code("rapport.course_map()", "hidden"), code("x"))
    page.goto(lab.url("mine/new.ipynb"))
    editor = page.locator(".jp-CodeCell .cm-content").nth(1)
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("%%draft after-the-event\nIt's me")
    expect(editor).to_have_attribute("data-language", "markdown")
    expect(page.locator(".rapport-answer")).to_have_count(1)
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("x = 1")
    expect(editor).to_have_attribute("data-language", "python")
    expect(page.locator(".rapport-answer")).to_have_count(0)


def test_an_answer_can_be_read_before_any_other_cell_and_after_a_restart(page, lab):
    lesson(lab.course / "mine/first.ipynb", to_hand_in(f"%%draft after-the-event\n{DRAFT}"))
    page.goto(lab.url("mine/first.ipynb"))
    cell = answer(page)
    reading = cell.locator(".jp-OutputArea-output")
    expected = rapport.assess(DRAFT, "after-the-event").findings[0].why
    cell.get_by_role("button", name="Read it back to me").click()
    expect(reading).to_contain_text(expected)

    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Clear Outputs of All Cells…").click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(reading).to_have_count(0)
    cell.get_by_role("button", name="Read it back to me").click()
    expect(reading).to_contain_text(expected)


def test_a_stranger_s_code_is_neither_run_nor_hidden(page, lab):
    folder = lab.course / "stranger"
    lesson(
        folder / "gift.ipynb",
        code(MARK.format(name="first"), "hidden"),
        code("%load_ext rapport\n" + MARK.format(name="second"), "hidden"),
        code("rapport.course_map()", "hidden"),
        code(f"%%draft after-the-event\nDear Hannah\n{MARK.format(name='third')}"),
        code("!touch fourth", "hidden"),
        code('rapport.explain("no-follow-up")', "hidden"),
    )
    for name in ("rapport", "yaml", "anywidget", "pydantic"):
        (folder / f"{name}.py").write_text(MARK.format(name=f"{name}-imported"), encoding="utf-8")
    there = {path.name for path in folder.iterdir()}

    page.goto(lab.url("stranger/gift.ipynb"))
    cells = page.locator(".jp-CodeCell")
    expect(cells.nth(5).locator(".rapport")).to_be_visible()
    expect(cells.nth(2).locator(".rapport")).to_be_visible()
    is_idle(page)
    assert {path.name for path in folder.iterdir()} - there <= {".ipynb_checkpoints"}
    for index in (0, 1, 4):
        expect(cells.nth(index).locator(".jp-InputArea")).to_be_visible()
        expect(cells.nth(index).locator(".jp-OutputArea-output")).to_have_count(0)


def test_an_instructor_has_nbgrader_and_nothing_runs_on_opening(page, teaching_lab, picture):
    page.goto(f"{teaching_lab.address}/lab/tree/{LESSON}?token=for-tests-only")
    expect(page.locator(".rapport-course")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Nbgrader", exact=True)).to_be_visible()
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle")
    calls = page.locator(".rapport-hidden")
    expect(calls).to_have_count(len(PARTS))
    page.get_by_role("button", name="Show the code").click()
    last = calls.last
    last.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    expect(last.locator(".jp-OutputArea-output")).not_to_have_count(0)
    # Had opening run the lesson, this would not be the first run.
    expect(last.locator(".jp-InputPrompt")).to_have_text("[1]:")
    picture("teach")
