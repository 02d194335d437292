"""What the pages for instructors name is there: files, commands, evidence, and what the reader says."""

import re
from pathlib import Path

import click
import pytest
from readings import examples, page, renewed, shown_ids

from rapport import catalog, research
from rapport.cli import main
from rapport.dilemmas import load_dilemma
from rapport.reflections import FEWEST, MOST
from rapport.render.evidence import authors

ROOT = catalog.root()
PAGES = [ROOT / "TEACHING.md", *sorted((ROOT / "teaching").glob("*.md"))]
NAMES = [path.name for path in PAGES]
TENSIONS = (ROOT / "teaching/tensions.md").read_text(encoding="utf-8")
# These belong to other parts of the course; the pages name them whether or not they are in this folder.
_SECTION = re.compile(r"^## (?P<id>[a-z-]+)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = {found["id"]: " ".join(found["text"].split()) for found in _SECTION.finditer(TENSIONS)}


def code(path: Path) -> list[str]:
    return re.findall(r"`([^`\n]+)`", " \n".join(re.split(r"```.*?```", path.read_text(encoding="utf-8"), flags=re.DOTALL)))


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(path):
    for address in re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
        file, _, part = address.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.is_file(), address
        if part:
            anchors = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert part in {re.sub(r"[^\w -]", "", anchor).lower().replace(" ", "-") for anchor in anchors}, address


def test_every_page_can_be_reached_from_the_front_page():
    linked = set(re.findall(r"\]\((teaching/[\w-]+\.md)\)", PAGES[0].read_text(encoding="utf-8")))
    assert linked == {f"teaching/{name}" for name in NAMES[1:]}


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_command_that_is_named_is_there(path):
    for said in code(path):
        words = [word for word in said.split() if "=" not in word] or [""]
        if words[0] == "make" and words[1:]:
            targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
            assert words[1] in targets, said
        if words[0].rpartition("/")[2] == "rapport" and words[1:]:
            check_command(main, words[1:], said)


def check_command(group: click.Group, words: list[str], said: str) -> None:
    command = group.commands.get(words[0])
    assert command, said
    if isinstance(command, click.Group):
        return check_command(command, words[1:], said) if words[1:] else None
    options = {name for option in command.params for name in option.opts}
    assert {word for word in words if word.startswith("-")} <= options, said


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_assignment_in_a_command_is_there(path):
    for said in code(path):
        found = re.match(r"(?:rapport (?:grade|queue|report|objections|regrade|export)|nbgrader \w+) (?!--)([\w-]+)", said)
        assert not found or found[1] in catalog.assignment_paths(), said


def test_every_tension_has_a_talk_of_about_two_hundred_words():
    assert list(SECTIONS) == list(research.tensions())
    assert [name for name, text in SECTIONS.items() if not 150 <= len(text.split()) <= 260] == []


@pytest.mark.parametrize("name", SECTIONS)
def test_a_talk_has_its_parts_and_is_about_the_situation(name):
    for part in ("**Open with:**", "**You may hear:**", "**To close:**"):
        assert part in SECTIONS[name]
    asked, told = load_dilemma(name), SECTIONS[name]
    assert asked.situation.split()[0] in told


@pytest.mark.parametrize("name", SECTIONS)
def test_a_talk_cites_what_the_course_keeps_for_this_question_and_all_of_it(name):
    kept = {authors(bearing.citation): bearing for bearing in research.tension(name).research}
    said = set(re.findall(r"\(([^()]+, \d{4})\)", SECTIONS[name]))
    assert said == set(kept)


@pytest.mark.parametrize("name", SECTIONS)
def test_a_finding_with_a_caution_is_told_with_care(name):
    """Each caution comes between its study and the next one; “Take care” before a list goes for the first of it."""
    text = SECTIONS[name]
    for bearing in research.tension(name).research:
        if bearing.cautions:
            after = text.partition(f"({authors(bearing.citation)})")[2]
            assert "ake care" in re.split(r"\([^()]+, \d{4}\)", after)[0], bearing.ref


def test_the_worked_examples_show_what_the_reader_says():
    text = page().read_text(encoding="utf-8")
    assert renewed(text) == text, "Run tests/teaching/renew_guide.py, and read what a person decides below each example."


def test_each_example_is_shown_once():
    assert shown_ids(page().read_text(encoding="utf-8")) == list(examples())


def test_the_examples_hold_each_kind_that_a_grader_meets():
    text = page().read_text(encoding="utf-8")
    assert "sure: settled" in text and "not sure: a person decides" in text and "%%reply" in text
    words = len(examples()["looking-back"]["text"].split())
    assert FEWEST <= words <= MOST
    assert text.count("**Comment to send:**") == len(examples())
