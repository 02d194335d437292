"""The words for what the weights see and no spotter has a place for."""

from __future__ import annotations

import pytest

from rapport import catalog
from rapport.assessing import assess
from rapport.assessing.points import points, spread
from rapport.assessing.wording import filled, wordings
from rapport.estimating.estimate import Estimate
from rapport.estimating.weights import KINDS, weights
from rapport.reading import read
from rapport.reading.brief import brief


@pytest.mark.parametrize("kind", KINDS)
def test_every_label_that_the_weights_know_has_its_words(kind):
    worded = {wording.label for _, wording in wordings(kind)}
    known = {name.removeprefix("label ") for name in weights(kind).forest.names if name.startswith("label ")}
    assert known <= worded


@pytest.mark.parametrize("kind", KINDS)
def test_a_wording_stands_in_the_file_of_the_mistake_that_owns_the_label(kind):
    for mistake, wording in wordings(kind):
        assert wording.label in catalog.mistake(mistake).labels


@pytest.mark.parametrize("name", sorted(catalog.brief_paths()))
def test_no_field_is_left_open_in_any_brief(name):
    situation = brief(name)
    reading = read("A line.", situation)
    for _, wording in wordings(reading.kind):
        for words in (wording.why, wording.try_):
            said = filled(words, reading)
            assert said and "{" not in said and "  " not in said


def test_a_sentence_about_what_the_brief_does_not_have_is_left_out():
    reading = read("A line.", brief("plan-after-conference"))
    assert filled("One thing. Take up “{cue}”. Another.", reading) == "One thing. Another."


def test_points_are_near_what_is_expected_of_each_criterion():
    chances = {"reason": (0.9, 0.55), "give": (0.7, 0.75), "ask": (0.3, 0.1), "close": (0.9, 0.2)}
    given = points(Estimate({}, chances, (), (0, 0)))
    assert given == {"reason": 2, "give": 1, "ask": 0, "close": 1}  # 4.35 is expected in all


def test_the_sum_of_the_points_is_near_the_expected_score():
    chances = {name: (0.9, 0.52) for name in ("who", "when", "give", "loops", "persistence")}
    assert sum(points(Estimate({}, chances, (), (0, 0))).values()) == 7  # 7.1 is expected
    low = {name: (0.5, 0.08) for name in chances}
    assert sum(points(Estimate({}, low, (), (0, 0))).values()) == 3  # 2.9 is expected


def test_courtesy_is_judged_by_itself_whatever_the_others_add_up_to():
    kind, rude = (1.0, 0.9), (0.6, 0.0)
    for others in ((0.95, 0.6), (0.3, 0.05)):
        chances = dict.fromkeys(("reason", "give", "ask", "close"), others)
        assert points(Estimate({}, chances | {"courtesy": kind}, (), (0, 0)))["courtesy"] == 2
        assert points(Estimate({}, chances | {"courtesy": rude}, (), (0, 0)))["courtesy"] == 0


def test_a_score_is_spread_more_the_less_is_known():
    sure = {"give": (1.0, 1.0), "ask": (1.0, 0.0)}
    assert spread(sure) == 0 and spread(sure | {"give": (0.5, 0.5)}) == pytest.approx(1.0)


def test_what_is_only_suspected_is_quoted_from_the_draft():
    text = "Dear Hannah, it was good to meet you. You are older than I thought. Leo"
    for finding in assess(text, brief("after-the-event")).findings:
        assert text[finding.start:finding.end] == finding.quote
