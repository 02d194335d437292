"""What a message says, beside its brief."""

from dataclasses import replace
from datetime import date

import pytest

from rapport.reading import read

TODAY = date(2026, 11, 18)


def said(text, brief):
    return read(text, brief, TODAY).message


def test_an_offer_that_carries_what_the_brief_can_give_is_tied(ferry):
    found = said("Dear Piotr, I can send you my depth readings of the sandbank on Friday. Yetunde", ferry)
    assert [gift.tied for gift in found.gifts] == [True] and not found.asks


def test_ones_own_papers_are_no_gift(ferry):
    assert not said("Dear Piotr, attached is my CV and my references for you. Yetunde", ferry).gifts


def test_asks_are_sized_and_an_easy_way_out_is_seen(ferry):
    big = said("Could you mentor me every week?", ferry).asks[0]
    small = said("Could you tell me the colour of the buoy? No is fine.", ferry).asks[0]
    assert (big.size, small.size) == (3, 1) and small.easy and not big.easy


def test_vouching_is_seen(ferry):
    assert said("Would you recommend me to the pilots?", ferry).asks[0].vouching


def test_a_time_behind_is_no_next_step_and_a_time_ahead_is(ferry):
    assert not said("It was good to meet you last Wednesday.", ferry).steps
    assert said("I will bring them on Monday.", ferry).steps[0].when.first == date(2026, 11, 23)
    assert said("Shall I bring them?", ferry).steps[0].when is None


def test_thanks_are_found_and_a_closing_word_is_none(ferry):
    assert said("Thank you for Ulla's number. I rang her.", ferry).thanks
    assert not said("I rang Ulla. She was kind to me. Many thanks, Yetunde", ferry).thanks


def test_a_wrong_name_is_told_from_a_slip_and_a_short_form(ferry):
    assert said("Dear Pavel, good to meet you.", ferry).wrong_name[2] == "Pavel"
    slip = said("Dear Pioter, good to meet you.", ferry)
    assert slip.wrong_name is None and slip.near_name[2] == "Pioter"
    for greeting in ("Dear Mr Zielinski", "Hi Piotr", "Hello there", "Good morning", "Dear Friend"):
        found = said(f"{greeting}, good to meet you.", ferry)
        assert found.wrong_name is None and found.near_name is None, greeting


def test_pet_names_accents_and_offices_are_no_wrong_names(ferry):
    stranger = replace(ferry, recipient="Benedita William Luz, a percussionist")
    for greeting in ("Hi Bené", "Dear Bill", "Dear dear Benedita", "Good morning Madam Head of Libraries",
                     "Dear Councillor", "Dear Nursing Leaders", "Dear Auntie", "Dear Khun", "Hello Señora",
                     "Greetings from a wet Ashtarak", "Hello friend's friend", "Dear Profesor", "Dear Docter"):
        assert said(f"{greeting}, good to meet you.", stranger).wrong_name is None, greeting
    for greeting in ("Dear Paula", "Dear Mr Paulsen", "Hi dear Paula", "Good morning Paula Paulsen"):
        assert said(f"{greeting}, good to meet you.", stranger).wrong_name, greeting


def test_facts_are_matched_through_endings_and_typos(ferry):
    assert said("You collect photograhps of buoys.", ferry).depth >= 1.5
    assert said("What a lovely evening it was.", ferry).depth == 0


def test_what_contradicts_the_brief_is_found_and_what_agrees_is_not(ferry):
    wrong = said("It was good to talk on Monday. I rang Ulla Bergstrom.", ferry)
    assert {clash.known.split()[0] for clash in wrong.contradictions} == {"met", "the"}
    assert not said("It was good to talk on Wednesday. I rang Ulla Bergman.", ferry).contradictions


@pytest.mark.parametrize(("text", "clashes"), [
    ("You carried fifty frames upstairs that night.", True),
    ("You carried three hundred and forty frames upstairs that night.", False),
    ("You carried nearly three hundred and fifty frames upstairs that night.", False),
    ("The rain came through the ceiling upstairs in 1998.", True),
    ("The rain came through the ceiling upstairs in 2019.", False),
    ("Your frames hang at the open studio on Friday, upstairs.", True),
    ("I could see the frames of your open studio upstairs on Friday.", False),
    ("Your frames hang at the open studio upstairs on Tuesdays.", False),
])
def test_only_what_can_be_set_side_by_side_contradicts(ferry, text, clashes):
    about = replace(ferry, facts=("in 2019 rain came through his ceiling; he carried 340 frames upstairs",
                                  "his frames hang upstairs at an open studio on Tuesday"), owed="", can_give=())
    assert bool(said(text, about).contradictions) == clashes


def test_selling_is_measured_by_its_share(ferry):
    assert said("I am certified and fully insured. Visit my website.", ferry).selling_share == 1
    assert said("Your chart of the sandbank helped us last night.", ferry).selling_share == 0
