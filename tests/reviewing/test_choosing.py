"""Which messages come: new ones first, each mistake, and never only mistakes."""

from collections import Counter

import pytest

from rapport import catalog
from rapport.mistakes import UNITS
from rapport.reviewing import choosing
from rapport.reviewing.choosing import Pick, key
from rapport.spotting import load_unit


@pytest.fixture(scope="module")
def items():
    return [item for unit in UNITS for item in load_unit(unit).items]


def of(unit):
    return [name for name, mistake in catalog.mistakes().items() if mistake.unit == unit]


@pytest.mark.parametrize("count, expected", [(0, 0), (1, 2), (2, 4), (3, 6), (5, 6), (6, 6), (9, 6)])
def test_a_review_is_short_and_holds_near_misses(items, count, expected):
    due = list(catalog.mistakes())[:count]
    picks = choosing.for_today(due, items, [], "a")
    assert len(picks) == expected and len({key(pick.item) for pick in picks}) == expected
    assert {pick.mistake for pick in picks} == set(due[:6])
    for pick in picks:
        assert pick.item.answer == pick.mistake or (pick.item.answer == "none" and pick.mistake in pick.item.offered)
    assert not picks or 0 < sum(pick.item.answer == "none" for pick in picks) < len(picks)


@pytest.mark.parametrize("mistake", catalog.mistakes())
def test_no_message_comes_again_while_one_was_never_shown(items, mistake):
    about = {key(item) for item in (*choosing.near_misses(items, mistake), *items)
             if item.answer in (mistake, "none") and mistake in item.offered}
    seen = []
    for number in range(len(about)):
        marks = [key(pick.item) for pick in choosing.for_today([mistake], items, seen, str(number))]
        assert not set(marks) & set(seen) or about <= {*seen, *marks}
        seen += marks
    assert about == set(seen)


@pytest.mark.parametrize("mistake", catalog.mistakes())
def test_four_reviews_of_a_mistake_are_new_even_after_the_review_of_its_unit(items, mistake):
    unit = catalog.mistake(mistake).unit
    seen = [key(pick.item) for pick in choosing.for_unit(of(unit), load_unit(unit).items, [], [], f"{unit} 1")]
    for number in range(4):
        marks = [key(pick.item) for pick in choosing.for_today([mistake], items, seen, str(number))]
        assert len(marks) == 2 and not set(marks) & set(seen)
        seen += marks


def test_among_those_all_seen_the_one_seen_longest_ago_comes(items):
    own = [key(item) for item in items if item.answer == "no-thanks"]
    near = [key(item) for item in choosing.near_misses(items, "no-thanks")]
    seen = [*near, own[1], own[0], *own[2:]]
    found = {key(pick.item) for pick in choosing.for_today(["no-thanks"], items, seen, "a")}
    assert own[1] in found and near[0] in found


def test_the_same_past_gives_the_same_review_and_another_seed_another_order(items):
    due = of("mindset")
    assert choosing.for_today(due, items, [], "a") == choosing.for_today(due, items, [], "a")
    orders = {tuple(key(pick.item) for pick in choosing.for_today(due, items, [], str(seed))) for seed in range(9)}
    assert len(orders) > 3


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("wrong", [0, 1, 2, 5])
def test_a_unit_review_begins_with_what_was_wrong_and_has_each_mistake(unit, wrong):
    pool, mistakes = load_unit(unit).items, of(unit)
    missed = [Pick(mistakes[place % len(mistakes)], pool[-1 - place]) for place in range(wrong)]
    picks = choosing.for_unit(mistakes, pool, missed, [], "a")
    again = min(wrong, 2)
    assert list(picks[:again]) == missed[:again] and 6 <= len(picks) <= 8
    shown = Counter(pick.item.answer for pick in picks[again:])
    assert set(mistakes) <= set(shown) and shown["none"] >= 1
    assert len({key(pick.item) for pick in picks}) == len(picks)


def test_the_key_of_a_message_outlives_its_place_and_its_explanation():
    item = load_unit("mindset").items[0]
    assert key(item) == key(item.model_copy(update={"why": "Otherwise.", "situation": "Else."}))
    assert key(item) != key(item.model_copy(update={"text": "Else."}))
