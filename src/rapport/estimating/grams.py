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


def with_acts(grams: list[str], acts: list[str]) -> list[str]:
    """The n-grams of a unit, and what it was read to do."""
    return [*grams, *(f"#{act}" for act in acts)]


def in_place(units: list[list[str]], grams: list[list[str]], acts: list[list[str]], at: int) -> list[str]:
    """What tells the unit at ``at`` from the others of its draft: its n-grams, what it was read to do, where it
    stands, and the words and acts of the units before and after it."""
    last = len(units) - 1
    place = "first" if not at else "last" if at == last else "last but one" if at == last - 1 else "between"
    seen = [*with_acts(grams[at], acts[at]), f"@{place}"]
    for side, near in (("-", at - 1), ("+", at + 1)):
        if 0 <= near <= last:
            seen += [f"{side}{word}" for word in dict.fromkeys(units[near])]
            seen += [f"{side}#{act}" for act in acts[near]]
    return seen


def around(units: list[list[str]], acts: list[list[str]], setting: list[str]) -> list[str]:
    """What all units of a draft share: the words and acts of the whole draft, and the ``setting`` of its brief."""
    return [
        *(f"~{word}" for word in dict.fromkeys(word for unit in units for word in unit)),
        *(f"~#{act}" for act in dict.fromkeys(act for unit in acts for act in unit)),
        *(f"@{trait}" for trait in setting),
    ]


def of_draft(units: list[list[str]], grams: list[list[str]]) -> Iterator[str]:
    """The n-grams of all units, and the single words of the opening and the closing marked as such."""
    for unit in grams:
        yield from unit
    for unit in units[:OPENING]:
        yield from (f"^{word}" for word in dict.fromkeys(unit))
    for unit in units[-CLOSING:]:
        yield from (f"{word}$" for word in dict.fromkeys(unit))
