"""The cue phrases are data; the matcher knows a small pattern language."""

import pytest

from rapport.reading import cues
from rapport.reading.text import sentences


def acts(text):
    sentence = sentences(text)[0]
    return {act.kind for act in cues.tag(sentence)}


@pytest.fixture
def lexicon(monkeypatch, tmp_path):
    def made(source):
        (tmp_path / "words.txt").write_text(source, encoding="utf-8")
        monkeypatch.setattr(cues.resources, "files", lambda package: tmp_path)
        return cues.lexicon.__wrapped__("words.txt")
    return made


@pytest.mark.parametrize(("pattern", "text", "hit"), [
    ("bring|carry the key", "We carry the key.", True),
    ("bring|carry the key", "We carry a key.", False),
    ("thank* you", "Thanking you now", True),
    ("please? wait", "wait here", True),
    ("say ~2 word", "say a kind word", True),
    ("say ~2 word", "say one more very kind word", False),
    ("^ hello", "well hello", False),
    ("soon $", "See you soon", True),
    ("soon $", "soon after that", False),
    ("<n> days", "in 12 days", True),
    ("ready <?>", "Are you ready?", True),
])
def test_a_pattern_means_what_its_description_says(lexicon, pattern, text, hit):
    found = cues.tag(sentences(text)[0], lexicon(f"[x]\n{pattern}\n"))
    assert bool(found) is hit


def test_a_line_with_a_dash_takes_back_what_it_overlaps(lexicon):
    words = lexicon("@who = you|u\n[ask]\ncan @who\n- can you use\n")
    assert cues.tag(sentences("Can u come?")[0], words) and not cues.tag(sentences("Can you use wax?")[0], words)


def test_a_phrase_before_any_section_is_refused_with_its_line(lexicon):
    with pytest.raises(ValueError, match="line 2"):
        lexicon("# words\nhello there\n")


@pytest.mark.parametrize(("text", "kind"), [
    ("Could you introduce me to the harbour master?", "ask"),
    ("pls can u send me the list", "ask"),
    ("I can bring you two bags of lime on Monday.", "offer"),
    ("Attached is the drawing you wanted.", "offer"),
    ("Thank you so much for the loan of the ladder.", "thanks"),
    ("I really need this, the rent is due.", "need"),
    ("You promised, and I am still waiting for it.", "pressure"),
    ("Let's keep in touch!", "vague-step"),
    ("How did the trial go?", "question"),
    ("I called her, as you suggested.", "report"),
    ("No is a fine answer.", "easy-out"),
])
def test_the_lexicon_knows_the_common_acts(text, kind):
    assert kind in acts(text)


@pytest.mark.parametrize(("text", "kind"), [
    ("Could you use some dry oak?", "ask"),
    ("Would you like me to send the plan?", "ask"),
    ("Thanks in advance.", "thanks"),
    ("I need no answer.", "pressure"),
    ("I cannot thank you enough for the lift.", "need"),
])
def test_a_look_alike_is_no_such_act(text, kind):
    assert kind not in acts(text)
