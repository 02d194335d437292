"""Words of research are explained where they stand, and nowhere else."""

import pytest

from rapport import catalog
from rapport.render.evidence import WORDS, evidence_html, evidence_text
from rapport.render.glossary import WORDS as MEANINGS
from rapport.render.glossary import explained


@pytest.mark.parametrize("text, first", [
    ("Weak ties bring most job moves.", "A tie connects"), ("In a field experiment with 491 people", "In an experiment,"),
    ("abstract; n from a secondary account", "An abstract"), ("Surveys of managers", "A survey"),
])
def test_a_word_that_stands_there_is_explained(text, first):
    assert explained([text])[0].startswith(first)


def test_a_word_that_does_not_stand_there_is_not():
    assert explained(["She necktied his properties.", "Insignificant"]) == []


@pytest.mark.parametrize("name", catalog.mistakes())
def test_each_evidence_box_explains_what_it_was_read_from(name):
    """Every box says what of a paper was read, so every box has one of these words at least."""
    text, html = evidence_text(catalog.mistake(name)), evidence_html(catalog.mistake(name))
    above, _, below = text.partition(f"{WORDS}:")
    told = [meaning for meaning in MEANINGS.values() if meaning in below]
    assert told == explained([above.split("\nThe articles disagree")[0]]) and told
    assert f"<summary>{WORDS}</summary>" in html
