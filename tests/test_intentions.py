"""The two halves of an if-then plan make one sentence; only what is missing is asked for."""

import pytest

from rapport.intentions import ASK_DEED, ASK_IF, ASK_THEN, ask, sentence


@pytest.mark.parametrize("if_, then, told", [
    ("I have promised something", "send it", "If I have promised something, then I will send it."),
    ("If I lock the van.", "then I will send it!", "If I lock the van, then I will send it."),
    ("when the bus is late", "I'll ring Ruben", "If the bus is late, then I will ring Ruben."),
    ("… after a talk", "… Write two lines", "If after a talk, then I will write two lines."),
    ("Friday comes", "I’d invite her\nto lunch", "If Friday comes, then I will invite her to lunch."),
    ("Ruben writes", "IT-Kurs buchen", "If Ruben writes, then I will IT-Kurs buchen."),
    ("<b>x</b>", "{send}", "If <b>x</b>, then I will {send}."),
    ("", "send it", ""), ("I have promised", "", ""), (" … ", ".", ""), ("If", "then I will", ""),
])
def test_the_sentence_is_in_the_learners_own_words(if_, then, told):
    assert sentence(if_, then) == told


@pytest.mark.parametrize("if_, then, asked", [
    ("", "", ""),
    ("I have promised", "", ASK_THEN),
    ("I have promised", "then I will …", ASK_THEN),
    ("", "send it", ASK_IF),
    ("If …", "send it", ASK_IF),
    ("I have promised", "on Friday at four", ASK_DEED),
    ("I have promised", "tomorrow evening", ASK_DEED),
    ("I have promised", "on Friday at four, ring", ""),
    ("I have promised", "Ruben anrufen", ""),
    ("I have promised", "not wait", ""),
])
def test_only_the_missing_half_is_asked_for(if_, then, asked):
    assert ask(if_, then) == asked
