"""The comment bank: whole, plain and kind; and what is suggested to a grader, who alone sees it."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapport import catalog
from rapport.assessing import assess
from rapport.cli import main
from rapport.grading.comments import CRITERIA, WELL, bank, for_criterion, for_label
from rapport.grading.read import read_answer
from rapport.grading.suggested import TITLE, suggestion
from rapport.reading.brief import brief

from submissions import MESSAGE, POOR

sys.path.append(str(Path(__file__).parents[1] / "prose"))
from reading_level import faults, grade  # noqa: E402 (the measure that all prose for learners is held to)

COACHING = ("must", "should", "wrong", "bad", "fail", "great", "excellent", "awesome", "leverage", "key", "journey")


def run(*words):
    return CliRunner().invoke(main, list(words))


def test_every_label_has_one_comment_and_every_criterion_two():
    labels = [label for one in bank() for label in one.labels]
    assert sorted(labels) == sorted(catalog.labels())
    assert sorted((one.criterion, one.grade) for one in bank() if one.criterion) == sorted(
        (name, value) for name in CRITERIA for value in (1, WELL)
    )
    assert all(bool(one.labels) != bool(one.criterion) for one in bank())


def test_the_comments_are_plain_and_short():
    texts = [one.text for one in bank()]
    assert not list(faults(texts))
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert 8 <= len(text.split()) <= 45 and grade(text) <= 7, text


@pytest.mark.parametrize("text", [one.text for one in bank()])
def test_no_comment_scolds_or_flatters(text):
    words = text.lower().replace(".", " ").replace(",", " ").split()
    assert "!" not in text and not set(words) & set(COACHING)
    assert text.endswith((".", "?"))


def test_a_stated_finding_is_answered_after_what_went_well():
    assessment = assess(POOR, brief("after-the-event"))
    stated = [finding.label for finding in assessment.findings if finding.sure]
    assert stated
    said = suggestion(assessment)
    assert said.endswith(for_label(stated[0]).text)
    well = [name for name, value in assessment.criteria.items() if value == WELL]
    assert said.startswith(for_criterion(f"message.{well[0]}", WELL).text) if well else said == for_label(stated[0]).text


def test_what_is_only_suspected_is_not_held_against_anybody():
    from dataclasses import replace

    assessment = assess(POOR, brief("after-the-event"))
    asked = replace(assessment, findings=tuple(replace(finding, sure=False) for finding in assessment.findings))
    least = min(asked.criteria, key=asked.criteria.get)
    assert suggestion(asked).endswith(for_criterion(f"message.{least}", 0).text)


def test_an_answer_that_cannot_be_read_gets_no_suggestion():
    assert read_answer("%%draft after-the-event\n", "after-the-event").suggested == ""
    assert read_answer("", "after-the-event", review="", today=None).suggested == ""


def test_formgrader_shows_the_suggestion_and_the_learner_s_page_does_not(course):
    for learner in ("poor", "good"):
        cells = {cell["id"]: cell for cell in course.notebook("autograded", learner)["cells"]}
        html = ["".join(output["data"]["text/html"]) for output in cells[MESSAGE]["outputs"]]
        assert len(html) == 2 and TITLE in html[1] and TITLE not in html[0]
        assert TITLE not in course.feedback(learner)
    assert "blockquote" in html[1]
    row = course.grade("poor", MESSAGE)
    assert TITLE not in row["auto_comment"] and row["manual_comment"] is None


def test_the_command_prints_all_of_them_or_those_asked_for():
    whole = run("comments")
    assert whole.exit_code == 0 and all(one.text in whole.stdout for one in bank())
    assert run("comments", "--label", "no-thanks").stdout == f"no-thanks\n{for_label('no-thanks').text}\n"
    assert run("comments", "--criterion", "plan.when").stdout.count("plan.when") == 2
    unknown = run("comments", "--label", "no-thank")
    assert unknown.exit_code == 2 and "“no-thanks”" in unknown.stderr
