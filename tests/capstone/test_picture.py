"""The picture puts everybody into their sector and ring, apart from each other, and takes no name for markup."""

import itertools
import math
import re
from xml.etree import ElementTree

import pytest

from rapport.capstone.network import CLOSE, HOW, Network
from rapport.capstone.picture import SIZE, as_html, dot_size, initials, picture
from rapport.render.tree import as_tree, tree_of

HOSTILE = "</title><script>x</script>\"'&]]>"


def network(*people):
    made = Network()
    for name, how, close, last in people:
        made = made.with_person({"name": name, "how": how, "last": last, "close": close})
    return made


def dots(drawn):
    found = []
    for group in drawn.iter("g"):
        x, y = map(float, re.findall(r"-?[\d.]+", group.get("transform")))
        found.append((group.find("title").text, group.get("class"), x, y))
    return found


def crowd(size):
    cells = itertools.cycle(itertools.product(HOW, CLOSE))
    return network(*((f"P{number} Q", how, close, "month") for number, (how, close) in zip(range(size), cells)))


def test_closer_people_stand_nearer_to_the_middle():
    drawn = picture(network(*((close, "work", close, "month") for close in CLOSE)))
    away = [math.hypot(x, y) for _, _, x, y in dots(drawn)]
    assert away == sorted(away) and len(set(away)) == 3


@pytest.mark.parametrize("number, how", list(enumerate(HOW)))
def test_each_origin_has_its_sector(number, how):
    for _, _, x, y in dots(picture(network(("A", how, "know", "month"), ("B", how, "know", "year")))):
        turned = (math.degrees(math.atan2(y, x)) + 90) % 360
        assert number * 72 < turned < (number + 1) * 72


@pytest.mark.parametrize("made", [crowd(1), crowd(14), crowd(45), crowd(150),
                                  network(*((f"W{n}", "work", "close", "month") for n in range(20)))])
def test_nobody_is_lost_or_covered(made):
    size, found = dot_size(made), dots(picture(made))
    assert len(found) == len(made.people)
    for (_, _, x1, y1), (_, _, x2, y2) in itertools.combinations(found, 2):
        assert math.hypot(x1 - x2, y1 - y2) >= 2 * size - 1
    assert all(math.hypot(x, y) + size < SIZE / 2 for _, _, x, y in found)


def test_lost_sight_of_is_hollow_and_chosen_is_ringed():
    made = network(("A", "work", "know", "longer"), ("B", "work", "know", "year")).choosing(2, True)
    (_, first, *_), (_, second, *_) = dots(picture(made))
    assert "hollow" in first and "hollow" not in second and "chosen" in second and "chosen" not in first


def test_names_stay_text():
    drawn = picture(network((HOSTILE[:40], "work", "know", "month")))
    again = ElementTree.fromstring(as_html(drawn))
    assert not list(again.iter("{http://www.w3.org/2000/svg}script")) and "<script" not in as_html(drawn)
    titles = [node.text for node in again.iter("{http://www.w3.org/2000/svg}title")]
    assert titles == [f"{HOSTILE[:40]}: work, know, this month"]


def test_a_tree_of_a_picture_is_the_picture_and_unsound_markup_is_none():
    drawn = picture(crowd(3))
    assert tree_of(as_html(drawn)) == {**as_tree(drawn), "attributes": {
        name: value for name, value in drawn.attrib.items() if name != "xmlns"}}
    assert tree_of("<svg><g></svg>") is None and tree_of("<svg>\x01</svg>") is None


@pytest.mark.parametrize("names", [
    ["Ana", "Anna", "Anita", "An"], ["A", "a.", "A-"], ["Li Wei", "Lu Wang", "L W"], ["李伟", "李娜"], ["🌻", "!", "¿"],
    [f"Ana {n}" for n in range(40)],
])
def test_initials_tell_people_apart(names):
    found = initials(network(*((name, "work", "know", "month") for name in names)))
    assert len(set(found.values())) == len(names) and all(0 < len(mark) <= 3 for mark in found.values())
