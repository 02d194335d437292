"""Sentences and words keep their exact place in the draft."""

import pytest

from rapport.reading.text import fold, sentences, tokens, within_one_edit


def test_every_sentence_is_exactly_its_span_of_the_draft():
    text = "  Dear Mr. Okoye,\n\nI’ve got the “blue” key… Shall I bring it at 9.30 a.m. on Friday? Yes!  \n– Ana "
    found = sentences(text)
    assert [text[s.start:s.end] for s in found] == [s.text for s in found]
    assert [s.text for s in found] == [
        "Dear Mr. Okoye,", "I’ve got the “blue” key…", "Shall I bring it at 9.30 a.m. on Friday?", "Yes!", "– Ana",
    ]


def test_every_word_is_exactly_its_span_of_the_draft():
    text = "İstanbul: I’ll send 3 loaves; don’t wait"
    assert [text[t.start:t.end] for t in tokens(text)] == ["İstanbul", "I’ll", "send", "3", "loaves", "don’t", "wait"]
    assert [t.key for t in tokens(text)][1:3] == ["ill", "send"]


def test_a_contraction_that_would_make_another_word_keeps_its_apostrophe():
    assert tokens("we'll draw the well")[0].key == "we'll"


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "\ud800", "a\x00b", "ﬁß İ Ω", "\u202eabc"])
def test_folding_keeps_the_length_of_any_text(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(("word", "other", "slip"), [
    ("olumide", "olumide", True), ("olumide", "olumde", True), ("piotr", "pitor", True), ("anna", "hanna", True),
    ("karl", "kurt", False), ("mei", "may", False),
])
def test_one_slip_of_the_fingers_is_forgiven(word, other, slip):
    assert within_one_edit(word, other) is slip and within_one_edit(other, word) is slip
