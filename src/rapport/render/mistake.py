"""A mistake's own explanation as a card."""

from __future__ import annotations

from ..mistakes import Mistake
from .card import Card
from .markup import element, escape, page, paragraph


def mistake_card(mistake: Mistake) -> Card:
    """The title, the explanation from the mistake's file, and the advice."""
    paragraphs = [" ".join(block.split()) for block in mistake.explanation.split("\n\n") if block.strip()]
    shown = [*paragraphs, f"In short: {mistake.advice}"]
    html = page(element("h4", escape(mistake.title)), *map(paragraph, shown), label=mistake.title)
    return Card(html, "\n\n".join([mistake.title, *shown]))
