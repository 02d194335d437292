"""What a cell shows: the same content as HTML and as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from .markup import page, paragraph


@dataclass(frozen=True)
class Card:
    """HTML for notebooks and plain text for everything else."""

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def note(*sentences: str) -> Card:
    """A card that holds nothing but these sentences, one paragraph each."""
    return Card(page(*(paragraph(text, "note") for text in sentences), label="Note"), "\n".join(sentences))
