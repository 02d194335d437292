"""The sheets to print: whole, harmless, with all that belongs on them, and no longer than their paper."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner

from rapport import catalog, research
from rapport.cli import main
from rapport.dilemmas import every_dilemma
from rapport.sheets import day, pages, writing

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(2)> & \"'"
VOID = {"meta", "br", "img", "link", "input", "hr"}
FILES = {file.name: file for file in writing.files(["the-strap"])}


class Checked(HTMLParser):
    """The tags and the words of a page; fails where tags do not nest."""

    def __init__(self, html: str):
        super().__init__()
        self.open, self.tags, self.names, self.words = [], [], [], []
        self.feed(html)
        assert not self.open
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_is_sound_and_needs_nothing_from_elsewhere(name):
    page = Checked(FILES[name].html)
    assert not {"script", "img", "link", "iframe", "a"} & set(page.tags)
    assert not [one for one in page.names if one in ("src", "href", "style") or one.startswith("on")]
    assert "://" not in FILES[name].html and "url(" not in FILES[name].html
    assert page.tags.count("h1") == 1 and "lang" in page.names and page.tags.count("h2") == page.tags.count("section")


def test_every_question_is_on_a_card_with_all_that_is_asked():
    text = Checked(FILES["question-cards.html"].html).text
    for dilemma in every_dilemma():
        tension = research.tension(dilemma.tension)
        for part in (tension.title, dilemma.situation, dilemma.question, dilemma.option_a, dilemma.option_b,
                     tension.suggested_reading):
            assert " ".join(part.split()) in text


def test_two_cards_stand_on_a_page():
    html = FILES["question-cards.html"].html
    assert {section.count("<article") for section in html.split("<section")[1:]} == {2}


def test_every_mistake_is_on_its_page_with_the_advice():
    text = Checked(FILES["mistakes.html"].html).text
    for mistake in catalog.mistakes().values():
        assert mistake.title in text and " ".join(mistake.advice.split()) in text


def test_every_plan_and_every_box_of_the_list_is_printed():
    text = Checked(FILES["plans.html"].html).text
    for plan in pages.plans():
        for part in plan.parts:
            assert part.happens in text
    listed = Checked(FILES["before-class.html"].html).text
    told = [item for _, items in pages.checklist() for item in items]
    assert len(told) == (pages.folder() / "before-class.md").read_text(encoding="utf-8").count("- [ ] ")
    assert all(item in listed for item in told)


def test_what_an_instructor_writes_is_shown_as_words():
    plan = pages.Plan(HOSTILE, 5, (pages.Part("0:00", 5, HOSTILE, HOSTILE),))
    for html in (day.plan_sheet(plan), day.checklist_sheet([(HOSTILE, (HOSTILE,))])):
        page = Checked(html)
        assert not {"script", "img"} & set(page.tags) and HOSTILE in page.text


def test_the_command_writes_them_and_says_where(tmp_path):
    folder = tmp_path / "to print" / "now"
    result = CliRunner().invoke(main, ["sheets", "--to", str(folder), "--scene", "the-strap"])
    assert result.exit_code == 0, result.output
    assert {path.name for path in folder.iterdir()} == set(FILES)
    assert all(str(folder / name) in result.stdout for name in FILES)
    assert CliRunner().invoke(main, ["sheets", "--to", str(folder), "--scene", "the-strap"]).exit_code == 0


def test_a_wrong_scene_is_told_and_nothing_is_written(tmp_path):
    result = CliRunner().invoke(main, ["sheets", "--to", str(tmp_path / "new"), "--scene", "the-strop"])
    assert result.exit_code == 2 and "the-strap" in result.stderr and not (tmp_path / "new").exists()


@pytest.mark.browser
def test_each_sheet_fits_its_paper(tmp_path, chromium_page):
    expected = {"before-class.html": 1, "plans.html": len(pages.plans()), "observer-card.html": 1,
                "question-cards.html": len(every_dilemma()) // 2, "mistakes.html": 1, "follow-up-plan.html": 1}
    for name, count in expected.items():
        path = tmp_path / name
        path.write_text(FILES[name].html, encoding="utf-8")
        assert (name, _pages(chromium_page, path)) == (name, count)


@pytest.mark.browser
def test_axe_finds_no_barrier_on_a_sheet(tmp_path, chromium_page):
    for name in FILES:
        path = tmp_path / name
        path.write_text(FILES[name].html, encoding="utf-8")
        chromium_page.goto(path.as_uri())
        assert [(name, fault["id"]) for fault in Axe().run(chromium_page).response["violations"]] == []


@pytest.mark.browser
def test_a_sheet_can_be_read_in_a_narrow_window(tmp_path, chromium_page):
    chromium_page.set_viewport_size({"width": 320, "height": 640})
    for name in FILES:
        path = tmp_path / name
        path.write_text(FILES[name].html, encoding="utf-8")
        chromium_page.goto(path.as_uri())
        assert chromium_page.evaluate("document.documentElement.scrollWidth") <= 320, name


def _pages(page, path: Path) -> int:
    page.goto(path.as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
