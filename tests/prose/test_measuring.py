"""The measure itself: what it holds against a text, and what it does not."""

import socket

import pytest
from notebook_prose import markdown_passages
from reading_level import HIGHEST_GRADE, faults, grade, names

PLAIN = "You met her in the queue for tea. She asked about your bees. Write to her tonight, and tell her how they are."
OFFICIAL = ("Notwithstanding the considerable opportunities presented by professional gatherings, participants "
            "habitually underestimate the organisational preparation necessary for establishing relationships.")


def test_plain_words_in_short_sentences_pass_and_officialese_does_not():
    assert grade(PLAIN) < 4 < HIGHEST_GRADE < grade(OFFICIAL)
    assert not list(faults([PLAIN]))
    assert any("plainer words" in fault for fault in faults([OFFICIAL]))


def test_one_hard_passage_is_told_within_an_easy_text():
    hard = f"{OFFICIAL} We therefore recommend individualised correspondence immediately afterwards."
    told, = faults([*[PLAIN] * 20, hard])
    assert "Notwithstanding" in told


def test_one_long_sentence_is_told_however_easy_its_words_are():
    long = " ".join(["and he ran"] * 14)
    assert any(fault.startswith("42 words in one sentence") for fault in faults([PLAIN, long]))
    assert not any("one sentence" in fault for fault in faults([PLAIN, " ".join(["and he ran"] * 13)]))


def test_sentences_that_are_all_rather_long_are_told():
    sentence = "She has a shed by the old mill, and he has a van, and on a dry day they go out."
    assert any("21.0 words a sentence" in fault for fault in faults([sentence] * 3))


def test_a_name_counts_as_a_short_word_wherever_it_stands():
    text = "Bartholomäus Nakamura-Wiśniewska rang. Then Bartholomäus asked whether old Nakamura Wiśniewska was in."
    assert {"Bartholomäus", "Nakamura", "Wiśniewska"} <= names(text)
    assert grade(text, names(text)) == grade("Ann Ann Ann rang. Then Ann asked whether old Ann Ann was in.")


def test_a_word_that_only_begins_a_sentence_is_no_name():
    assert names("Hoists break. You and I mend hoists. I'm sure, and I'll come.") == frozenset()


def test_texts_side_by_side_are_not_read_as_one_sentence():
    assert not list(faults(["A heading without a full stop"] * 30))


def test_of_a_notebook_only_words_for_reading_are_left():
    source = """## A *strong* one

> Hello **Ruben**, here is [the page](https://example.org/a_b?c=(d).html).
1. Press `rapport.play("x")` now
- snake_case stays
```python
import rapport
```
<details><summary>Open the note</summary>

A note.
</details>
***
"""
    assert list(markdown_passages(source.replace("(d)", "d"))) == [
        "A strong one", "Hello Ruben, here is the page.", "Press  now", "snake_case stays", "Open the note", "A note."]


def test_reading_needs_no_network(monkeypatch):
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("The network was asked for."))
    assert grade("A strange unheard-of wordling came by, and nobody had it in a dictionary.") > 0
