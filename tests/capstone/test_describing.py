"""The words beside the map count right, and ask only what follows from the counts."""

import pytest

from rapport.capstone.describing import NOBODY_YET, chosen_line, questions, summary
from rapport.capstone.network import Network


def network(*people):
    made = Network()
    for number, (how, last, close, give) in enumerate(people):
        made = made.with_person({"name": f"P{number}", "how": how, "last": last, "close": close, "give": give})
    return made


WORK = ("work", "month", "know", "a photo")
MIXED = [WORK] * 9 + [("school", "longer", "barely", "news")] * 3 + [("family", "year", "close", "soup")] * 2


def test_an_empty_map_says_how_to_begin_and_asks_nothing():
    assert summary(Network()) == [NOBODY_YET] and questions(Network()) == []


def test_counts_are_told_in_words():
    said = summary(network(*MIXED))
    assert said[0] == ("Nine of your fourteen people come from work. The others: three from school and training "
                       "and two from family and friends.")
    assert said[1] == "Two are close to you, nine you know, and three you barely know."
    assert said[2] == ("You were last in touch with nine this month, with two earlier this year "
                       "and with three before this year.")


def test_one_and_all_are_told_as_people_say_it():
    assert summary(network(WORK)) == ["One person is on your map: P0, from work."]
    said = summary(network(WORK, WORK))
    assert said[0] == "Both your people come from work."
    assert said[2] == "You were last in touch with all of them this month."
    assert "The other: one from online places." in summary(network(WORK, ("online", "year", "barely", "")))[0]


def test_figures_follow_where_words_end():
    assert "All your 21 people" in summary(network(*[WORK] * 21))[0]


def test_questions_follow_from_the_counts():
    asked = questions(network(*MIXED))
    assert "Most of your people come from work" in asked[0] and "three of them" in asked[1]
    assert "nobody from the neighbourhood" in asked[2]


@pytest.mark.parametrize("people, absent", [
    ([("work", "year", "barely", "x")] * 5, "been in touch with"),
    ([("work", "longer", "barely", "x"), ("family", "year", "know", "x")] * 2, "Most of your people"),
    ([("work", "longer", "barely", "x")] * 5, "have not said what"),
])
def test_what_does_not_follow_is_not_asked(people, absent):
    assert not any(absent in question for question in questions(network(*people)))


@pytest.mark.parametrize("size", [4, 9, 30])
def test_there_are_two_or_three_questions(size):
    every = [(how, "year", "barely", "x") for how in ("work", "family", "school", "place", "online")]
    for people in ([WORK] * size, (every * size)[:size]):
        assert 2 <= len(questions(network(*people))) <= 3


def test_the_line_on_the_chosen_counts_reasons():
    made = network(*MIXED).choosing(1, True).choosing(2, True).because(1, "a ladder")
    assert chosen_line(made) == "Two of at most five are chosen. One still needs a reason."
    assert chosen_line(network(WORK)).startswith("Nobody is chosen yet.")
