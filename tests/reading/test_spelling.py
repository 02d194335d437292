"""A slip of the fingers changes nothing; a word that is merely rare is read as it stands."""

import pytest

from rapport.reading import read
from rapport.reading.spelling import mended
from rapport.reading.text import tokens


def meant(text, brief):
    return " ".join(word.key for word in mended(tokens(text), text, brief))


@pytest.mark.parametrize(("written", "understood"), [
    ("thnaks for yuor anwser", "thanks for your answer"),
    ("i wil rign you tomorow evning", "i will ring you tomorrow evening"),
    ("woud you raed two pagess", "would you read two pages"),
    ("ime wth hve", "ime with have"),
])
def test_a_slipped_word_is_read_as_the_word_that_was_meant(ferry, written, understood):
    assert meant(written, ferry) == understood


@pytest.mark.parametrize("written", [
    "moths hate the lamp", "the weak boys spend a dime", "a lathe and a spanner", "i form a crew of ten",
    "Thnaks to Teh Mei Ling and to Karim", "GNSS, wth 3 hrs of 12ft tides", "xq zzgrf",
])
def test_what_is_no_slip_stays(ferry, written):
    assert meant(written, ferry) == " ".join(word.key for word in tokens(written)).replace("wth", "with")


def test_the_words_of_the_brief_stay_and_draw_their_own_slips(ferry):
    assert meant("piotr zielinski and ulla", ferry) == "piotr zielinski and ulla"
    assert meant("your sruvey of the sandbnak", ferry) == "your survey of the sandbank"


def test_places_stay_those_of_the_written_words(ferry):
    text = "Piotr, thnaks for her nubmer."
    found = mended(tokens(text), text, ferry)
    assert [text[word.start:word.end] for word in found] == ["Piotr", "thnaks", "for", "her", "nubmer"]


def test_a_slipped_thank_you_is_one(ferry):
    text = "Dear Piotr, thnaks for the numbr of Ulla Bergman, I rang her on Mondya."
    said = read(text, ferry)
    assert said.does("thanks") and said.sentences[0].text == text


def test_another_language_is_not_read_as_slips(ferry):
    text = ("Querido Piotr, gracias por la tarde en el muelle. Tengo las medidas del banco de arena de cada mañana "
            "y te las puedo mandar si quieres verlas con calma.")
    assert read(text, ferry).oddity is not None
