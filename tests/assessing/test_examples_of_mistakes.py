"""Each mistake proves itself: its caught examples draw the label, its spared ones do not."""

from datetime import date

import pytest

from rapport import catalog
from rapport.assessing import assess
from rapport.reading.brief import brief

TODAY = date(2026, 3, 8)
CAUGHT = [(m.id, e) for m in catalog.mistakes().values() for e in m.caught]
SPARED = [(m.id, e) for m in catalog.mistakes().values() for e in m.spared]


def ids(examples):
    return [f"{name}-{number}" for number, (name, _) in enumerate(examples)]


@pytest.mark.parametrize(("name", "example"), CAUGHT, ids=ids(CAUGHT))
def test_a_caught_example_draws_its_label(name, example):
    found = [f for f in assess(example.text, brief(example.brief), TODAY).findings if f.label == example.label]
    assert len(found) == 1 and found[0].mistake == name
    assert example.sure in (None, found[0].sure)
    assert example.text[found[0].start:found[0].end] == found[0].quote
    assert found[0].why and found[0].try_


@pytest.mark.parametrize(("name", "example"), SPARED, ids=ids(SPARED))
def test_a_spared_example_does_not(name, example):
    assert example.label not in {f.label for f in assess(example.text, brief(example.brief), TODAY).findings}


def test_every_label_has_a_spotter_with_both_kinds_of_example():
    for mistake in catalog.mistakes().values():
        spotted = {spotter.label for spotter in mistake.spotters}
        assert spotted == set(mistake.labels), mistake.id
        assert {e.label for e in mistake.caught} == spotted == {e.label for e in mistake.spared}, mistake.id
