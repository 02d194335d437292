"""The small parts of a lesson in a real Chromium: by keyboard alone, narrow, dark, and with nothing lost."""

import datetime
import re

import pytest
from mounting import mount
from playwright.sync_api import expect

import rapport
from rapport import memory, research
from rapport.dilemmas import every_dilemma
from rapport.reviewing import logs
from rapport.spotting import load_spots
from rapport.widgets.if_then import IfThenWidget
from rapport.widgets.jot import JotWidget
from rapport.widgets.plans import PlansWidget
from rapport.widgets.progress import ProgressWidget
from rapport.widgets.review import TodayWidget
from rapport.widgets.spot import SpotWidget

VIEWS = {"light": ("light", 1000), "dark": ("dark", 1000), "narrow": ("light", 320)}


@pytest.fixture(params=VIEWS, scope="module")
def view(request):
    return request.param


@pytest.fixture
def seen(page, view, picture):
    """The page in one of the three views; at the end nothing may stand out of it."""
    scheme, width = VIEWS[view]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    yield lambda name: picture(f"{view}-{name}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def has_focus(page) -> str:
    return page.evaluate("document.activeElement.textContent || document.activeElement.tagName")


def test_a_message_is_judged_by_keyboard_and_its_words_are_marked(page, seen):
    spots = load_spots("no-follow-up")
    mount(page, SpotWidget(spots), "view")
    seen("asked")
    assert not page.get_by_text("How sure are you?").is_visible()
    page.focus("#before")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_text("How sure are you?")).to_be_visible()
    expect(page.get_by_role("status").last).to_contain_text("how sure")
    assert page.get_by_text(spots.items[0].why).count() == 0
    seen("how-sure")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text(spots.items[0].why)).to_be_visible()
    assert has_focus(page) == "That does not fit."
    page.get_by_text("The same message, mended").click()
    seen("told")
    page.get_by_role("button", name="Next message").press("Enter")
    expect(page.get_by_text("Message 2 of 7")).to_be_focused()


def test_a_round_comes_to_its_end_and_begins_anew(page, seen):
    spots = load_spots("blank-invitations")
    mount(page, SpotWidget(spots), "view")
    for number, item in enumerate(spots.items):
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name=("A guess", "Very sure")[number % 2]).click()
        if item.quote:
            expect(page.locator("mark")).to_have_text(item.quote)
            seen(f"quote-{number}")
        page.locator(".rapport-go").click()
    expect(page.get_by_role("heading", name="of 7 answers fitted")).to_be_focused()
    seen("end")
    page.get_by_role("button", name="Once more").click()
    expect(page.get_by_text("Message 1 of 7")).to_be_focused()


def test_a_side_is_taken_by_keyboard_before_either_is_told(page, seen):
    first = every_dilemma()[0]
    told = research.tension(first.tension)
    mount(page, rapport.who_is_right(), "view")
    seen("asked")
    page.focus("#before")
    page.keyboard.press("Tab")  # all answers
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="It depends")).to_be_checked()
    expect(page.get_by_role("status").last).to_contain_text("on what does it depend?")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Write a few words in the field")
    assert page.get_by_text(told.suggested_reading).count() == 0
    seen("refused")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("on <b>her</b>")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text(told.suggested_reading)).to_be_visible()
    assert has_focus(page) == "You said that it depends, and it was a guess."
    expect(page.get_by_text("On what? “on <b>her</b>”")).to_be_visible()
    seen("told")
    page.get_by_role("button", name="Next question").press("Enter")
    expect(page.get_by_text("Question 2 of 14")).to_be_focused()


def test_a_mind_is_changed_from_the_list_of_all_answers(page, seen):
    mount(page, rapport.who_is_right(), "view")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Very sure").click()
    page.get_by_role("button", name="Your answers so far").press("Enter")
    expect(page.get_by_role("heading", name="Your answers")).to_be_focused()
    seen("answers")
    title = research.tension(every_dilemma()[0].tension).title
    page.get_by_role("button", name=f"Open again: {title}").press("Enter")
    expect(page.get_by_text("You took A, and you were very sure.")).to_be_focused()
    page.get_by_text("I see it otherwise now").press("Enter")
    page.get_by_role("radio").nth(1).check()
    page.get_by_role("button", name="Fairly sure").press("Enter")
    expect(page.get_by_text("At first you took A.")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("What you said at first is kept too.")
    seen("changed")


def test_a_line_is_kept_while_it_is_typed(page, seen):
    mount(page, JotWidget("no-follow-up"), "text", "told")
    seen("empty")
    page.get_by_role("textbox", name="Your line").press_sequentially("The page for <b>Ruben</b>")
    expect(page.get_by_role("status")).to_have_text("Kept on this machine.")
    seen("typed")
    assert memory.load("jots/no-follow-up") == "The page for <b>Ruben</b>"


def test_a_plan_of_two_halves_becomes_a_sentence(page, seen):
    mount(page, IfThenWidget("no-follow-up"), "if_text", "then_text", "told")
    seen("empty")
    page.get_by_label("If …").fill("I have promised somebody something")
    page.keyboard.press("Tab")
    expect(page.get_by_role("status")).to_contain_text("And then?")
    seen("half")
    page.keyboard.type("send it the same evening, when I put the kettle on")
    page.keyboard.press("Enter")
    sentence = "If I have promised somebody something, then I will send it the same evening, when I put the kettle on."
    expect(page.get_by_text(sentence)).to_be_visible()
    assert has_focus(page) == "TEXTAREA"
    seen("whole")


def test_todays_review_goes_from_a_message_to_what_comes_next(page, seen):
    day = datetime.date(2026, 11, 21)
    logs.answer(logs.Answered(day - datetime.timedelta(days=1), "presuming-help", "old", False))
    memory.save("plans/presuming-help", {"if": "I am <b>stuck</b>", "then": "ask once"})
    mount(page, TodayWidget(lambda: day), "view")
    for number in (1, 2):
        expect(page.get_by_text(f"Message {number} of 2")).to_be_visible()
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="A guess").press("Enter")
        page.locator(".rapport-go").press("Enter")
    expect(page.get_by_role("heading", name="of 2 answers fitted")).to_be_focused()
    expect(page.get_by_text("If I am <b>stuck</b>, then I will ask once.")).to_be_visible()
    expect(page.get_by_text("The next review comes")).to_be_visible()
    assert page.get_by_role("button").count() == 0
    seen("over")


def test_progress_is_a_picture_with_words_and_a_table(page, seen):
    day = datetime.date(2026, 11, 21)
    for ago, fitted in ((40, False), (39, True), (20, True), (3, False)):
        logs.answer(logs.Answered(day - datetime.timedelta(days=ago), "giving-up-or-never-adjusting", "a", fitted))
    mount(page, ProgressWidget(day), "card", "label")
    expect(page.get_by_role("img")).to_have_accessible_name(re.compile("made on 12 Oct, 18 Nov, got right on 13 Oct"))
    assert page.locator(".rapport-chart").evaluate("node => node.scrollWidth <= node.clientWidth")
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("table")).to_be_visible()
    seen("progress")


def test_plans_are_shown_as_they_were_written(page, seen):
    memory.save("plans/presuming-help", {"if": "I am <b>stuck</b>", "then": "ask once"})
    mount(page, PlansWidget("mindset"), "view")
    expect(page.get_by_text("If I am <b>stuck</b>, then I will ask once.")).to_be_visible()
    seen("plans")


def test_hints_open_one_by_one_by_keyboard_and_go_with_the_answer(page, seen):
    mount(page, SpotWidget(load_spots("no-follow-up")), "view")
    first, second = page.locator(".rapport-hints summary").all()
    page.get_by_role("radio").last.focus()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".rapport-hints details[open]")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    assert not page.get_by_text("It is not “").is_visible()
    page.keyboard.press("Space")
    expect(page.get_by_text("It is not “")).to_be_visible()
    seen("open")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="A guess").click()
    expect(page.locator(".rapport-outcome")).to_be_visible()
    expect(page.locator(".rapport-hints")).to_have_count(0)
