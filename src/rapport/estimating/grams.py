"""Word n-grams: what the linear models see of a draft."""

from __future__ import annotations

from collections.abc import Iterator

OPENING, CLOSING = 2, 3
"""So many units at the start and at the end of a draft are also seen as its opening and its closing."""


def of_unit(words: list[str]) -> list[str]:
    """The single words, pairs and triples of a sentence or step, its two edges marked."""
    edged = ["<", *words, ">"]
    pairs = [f"{first} {second}" for first, second in zip(edged, edged[1:])]
    triples = [f"{first} {second} {third}" for first, second, third in zip(edged, edged[1:], edged[2:])]
    return [*words, *pairs, *triples]


def in_place(grams: list[str], at: int, count: int) -> list[str]:
    """The n-grams of the unit at ``at`` of ``count``, with where it stands in the draft."""
    place = "first" if not at else "last" if at == count - 1 else "last but one" if at == count - 2 else "between"
    return [*grams, f"@{place}"]


def of_draft(units: list[list[str]], grams: list[list[str]]) -> Iterator[str]:
    """The n-grams of all units, and the single words of the opening and the closing marked as such."""
    for unit in grams:
        yield from unit
    for unit in units[:OPENING]:
        yield from (f"^{word}" for word in dict.fromkeys(unit))
    for unit in units[-CLOSING:]:
        yield from (f"{word}$" for word in dict.fromkeys(unit))
