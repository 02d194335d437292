"""Words of research that stand in a card, explained below it in plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORDS = {
    r"\bties?\b": "A tie connects two people. It is strong where they are close, and weak or loose where they "
                  "hardly know each other.",
    r"\bexperiments?\b": "In an experiment, chance decides who does what. So a difference is likely to come from what people did.",
    r"\bsurveys?\b": "A survey only asks people. Two things that go together in it need not bring each other about.",
    r"\brepresentative\b": "A sample is representative where the people in it stand for all the others.",
    r"\bsignificant\b": "A difference is significant where chance alone would seldom bring it about.",
    r"\babstract\b": "An abstract is a paper's own short summary.",
    r"\bsecondary account\b": "A secondary account is what somebody else has written about a paper.",
}
"""What tells that a word stands in a text, and what it means, in the order in which they are told."""


def explained(texts: Iterable[str]) -> list[str]:
    """A sentence or two for each of these words that stands in any of the texts."""
    joined = "\n".join(texts)
    return [meaning for word, meaning in WORDS.items() if re.search(word, joined, re.IGNORECASE)]
