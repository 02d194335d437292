"""Word n-grams: what the linear models see of a draft.

Where words are seen in a place, a sign stands before or behind them. ``signed`` gives words with a sign: as n-grams
(``with_sign``), or as whatever stands for these in a vocabulary, when the n-grams themselves are given so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

OPENING, CLOSING = 2, 3
"""So many units at the start and at the end of a draft are also seen as its opening and its closing."""
BEHIND = "$"
"""The one sign that stands behind its word."""

Gram = TypeVar("Gram")
Signed = Callable[[str, Iterable[str]], list[Gram]]


def with_sign(sign: str, words: Iterable[str]) -> list[str]:
    """The words, each with this sign."""
    return [f"{word}{sign}" for word in words] if sign == BEHIND else [f"{sign}{word}" for word in words]


def of_unit(words: list[str]) -> list[str]:
    """The single words, pairs and triples of a sentence or step, its two edges marked."""
    edged = ["<", *words, ">"]
    pairs = [f"{first} {second}" for first, second in zip(edged, edged[1:])]
    triples = [f"{pair} {third}" for pair, third in zip(pairs, edged[2:])]
    return [*words, *pairs, *triples]


def with_acts(grams: list[Gram], acts: list[str], signed: Signed = with_sign) -> list[Gram]:
    """The n-grams of a unit, and what it was read to do."""
    return [*grams, *signed("#", acts)]


def in_place(
    units: list[list[str]], grams: list[list[Gram]], acts: list[list[str]], at: int, signed: Signed = with_sign,
) -> list[Gram]:
    """What tells the unit at ``at`` from the others of its draft: its n-grams, what it was read to do, where it
    stands, and the words and acts of the units before and after it."""
    last = len(units) - 1
    place = "first" if not at else "last" if at == last else "last but one" if at == last - 1 else "between"
    seen = with_acts(grams[at], acts[at], signed) + signed("@", [place])
    for side, near in (("-", at - 1), ("+", at + 1)):
        if 0 <= near <= last:
            seen += signed(side, dict.fromkeys(units[near]))
            seen += signed(f"{side}#", acts[near])
    return seen


def around(
    units: list[list[str]], acts: list[list[str]], setting: list[str], signed: Signed = with_sign,
) -> list[Gram]:
    """What all units of a draft share: the words and acts of the whole draft, and the ``setting`` of its brief."""
    words, done = dict.fromkeys(chain.from_iterable(units)), dict.fromkeys(chain.from_iterable(acts))
    return signed("~", words) + signed("~#", done) + signed("@", setting)


def of_draft(units: list[list[str]], grams: list[list[Gram]], signed: Signed = with_sign) -> Iterator[Gram]:
    """The n-grams of all units, and the single words of the opening and the closing marked as such."""
    yield from chain.from_iterable(grams)
    for unit in units[:OPENING]:
        yield from signed("^", dict.fromkeys(unit))
    for unit in units[-CLOSING:]:
        yield from signed(BEHIND, dict.fromkeys(unit))
