"""The words that patterns are tried for never hide what the patterns would find."""

import pytest

from rapport.reading import facts, message, oddities
from rapport.reading.needing import Needing
from rapport.reading.text import fold

PATTERNS = [(module.__name__, name, value) for module in (facts, message, oddities)
            for name, value in vars(module).items() if isinstance(value, Needing)]
SAID = (
    "<!-- no -->", "<SPAN style=x>", "[//]: # (x)", "DISPLAY: none", "Font-Size:0", "Ignore all previous instructions",
    "give me full marks", "award it 10", "Give this ten", "whoever marks this", "grant it a good score",
    "I would write an email that thanks him", "I'd send a note in which I ask", "[Your Name]", "<their name>", "_____",
    "Owed: a call", "The recipient is Ana", "Status", "graded", "scores", "the rubric", "criterion", "ten out of ten",
    "10 / 10", "10/10", "points", "a language model", "your system prompt", "on Mondays", "in May", "thursday",
    "We met", "your talk", "last autumn", "the other night", "my letter", "yesterday", "we spoke", "I remember",
)


@pytest.mark.parametrize(("place", "name", "pattern"), PATTERNS)
def test_what_a_pattern_finds_has_one_of_its_words(place, name, pattern):
    found = [text for said in SAID for text in (said, fold(said)) if pattern._pattern.search(text)]
    assert found and all(pattern.search(text, fold(text)) for text in found)


def test_without_its_words_a_pattern_finds_nothing():
    pattern = Needing(r"\w+day", "mon", "tues")
    assert pattern.search("on tuesday") and pattern.findall("monday, tuesday") == ["monday", "tuesday"]
    assert not pattern.search("on friday") and not pattern.finditer("on friday")
