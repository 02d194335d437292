"""The answers of every assignment: the exemplary one is read as strong, typical weak ones as weak.

A file of this folder has the id of a brief that an assignment asks for. It holds three weak answers, each with labels
that a careful person would give it and that the reader must find. Nothing is named here: files are found by walking.
"""

import datetime
from pathlib import Path

import pytest
import yaml

from rapport import answers, catalog, ipynb
from rapport.assessing import assess
from rapport.reading.brief import brief
from rapport.render.length import is_too_long, length_line

DAY = datetime.date(2026, 3, 8)
STRONG, WEAK = 9, 7
WEAK_ANSWERS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("*.yaml"))}
SOLUTIONS = sorted((catalog.root() / "solutions").glob("*/*.ipynb"))


def exemplary(path: Path) -> dict[str, str]:
    """The exemplary answers of a solution by their briefs."""
    cells = [cell for cell in ipynb.load(path).answers if answers.kind_named(cell.source) == answers.BRIEF]
    return dict(answers.answer_text(cell.source) for cell in cells)


ASKED = {name: (path.parent.name, text) for path in SOLUTIONS for name, text in exemplary(path).items()}
EACH = [(name, number) for name, found in WEAK_ANSWERS.items() for number in range(len(found["weak"]))]


def test_every_brief_of_an_assignment_has_its_weak_answers_and_no_other_has():
    assert set(WEAK_ANSWERS) == set(ASKED)


@pytest.mark.parametrize("name", WEAK_ANSWERS)
def test_a_file_holds_three_weak_answers_of_different_kinds(name):
    found = WEAK_ANSWERS[name]
    assert found["brief"] == name
    labels = [tuple(weak["labels"]) for weak in found["weak"]]
    assert len(labels) >= 3 and len(set(labels)) == len(labels)
    assert {label for one in labels for label in one} <= set(catalog.labels())


@pytest.mark.parametrize("name, number", EACH)
def test_a_weak_answer_is_read_as_weak(name, number):
    weak = WEAK_ANSWERS[name]["weak"][number]
    read = assess(weak["text"], brief(name), DAY)
    assert set(weak["labels"]) <= {finding.label for finding in read.findings}
    assert read.score <= WEAK


@pytest.mark.parametrize("name", ASKED)
def test_an_exemplary_answer_is_read_as_strong(name):
    read = assess(ASKED[name][1], brief(name), DAY)
    assert [finding.label for finding in read.findings if finding.sure] == []
    assert read.score >= STRONG and read.sure


@pytest.mark.parametrize("name", ASKED)
def test_an_exemplary_answer_keeps_to_its_length(name):
    asked, text = brief(name), ASKED[name][1].strip()
    assert not is_too_long(text, asked), length_line(text, asked)


@pytest.mark.parametrize("name", ASKED)
def test_a_brief_gives_the_mistakes_of_its_unit_their_chance(name):
    """Where an assignment bears the name of a unit, one of the weak answers makes a mistake that the unit teaches."""
    known, unit = catalog.labels(), ASKED[name][0]
    units = {known[label].unit for weak in WEAK_ANSWERS[name]["weak"] for label in weak["labels"]}
    assert unit in units or unit not in {mistake.unit for mistake in catalog.mistakes().values()}


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_exemplary_answers_share_no_sentence(path):
    """No stock phrases: a sentence of one exemplary answer stands in no other."""
    mine = {line for text in exemplary(path).values() for line in _sentences(text)}
    others = [text for other, text in ASKED.values() if other != path.parent.name]
    assert not [line for line in mine if any(line in text for text in others)]


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in text.replace("?", ".").replace("\n", ".").split(".") if len(part.split()) >= 6]
