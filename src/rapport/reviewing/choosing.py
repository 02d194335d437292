"""Which messages a review shows; pure functions, the same for the same past."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..spotting import NONE, Item

MOST_TODAY = 6
MOST_MISSED, FEWEST_OF_UNIT = 2, 6


@dataclass(frozen=True)
class Pick:
    """A message and the mistake that it was chosen for: it shows that mistake, or only looks as if it did."""

    mistake: str
    item: Item


def key(item: Item) -> str:
    """A short mark by which a message is known again wherever it stands; it changes with the text and the answer."""
    return hashlib.sha256(f"{item.answer}\n{item.message}".encode()).hexdigest()[:16]


def near_misses(items: Iterable[Item], mistake: str) -> list[Item]:
    """The messages without a mistake in which one could suspect this one."""
    return [item for item in items if item.answer == NONE and mistake in item.offered]


def for_today(due: Sequence[str], items: Sequence[Item], seen: Sequence[str], seed: str) -> tuple[Pick, ...]:
    """Up to six messages for the mistakes that are ``due``, the most pressing first.

    ``seen`` are the keys of messages that earlier reviews showed, oldest first; none of them comes while one on the
    same mistake was never shown. Each mistake gets a message that shows it and, where there is room, a near miss, so
    that to suspect everything does not pay.
    """
    full = len(due) >= MOST_TODAY
    wanted = [(mistake, full and place % 3 == 2) for place, mistake in enumerate(due)]
    wanted += [] if full else [(mistake, True) for mistake in due]
    picks: list[Pick] = []
    for mistake, near in wanted[:MOST_TODAY]:
        picks += _pick(mistake, near, items, seen, picks)
    return _mixed(picks, seed)


def for_unit(mistakes: Sequence[str], items: Sequence[Item], missed: Sequence[Pick], seen: Sequence[str],
             seed: str) -> tuple[Pick, ...]:
    """Six to eight messages of a unit: at most two that were got wrong before (``missed``, the latest first), then one
    a mistake that was not seen yet, and near misses among them."""
    again = list(missed[:MOST_MISSED])
    picks: list[Pick] = []
    for mistake in mistakes:
        picks += _pick(mistake, False, items, seen, again + picks)
    for mistake in random.Random(f"{seed} near").sample(list(mistakes), len(mistakes)):
        if len(again + picks) >= FEWEST_OF_UNIT and any(pick.item.answer == NONE for pick in picks):
            break
        picks += _pick(mistake, True, items, seen, again + picks)
    return (*again, *_mixed(picks, seed))


def _pick(mistake: str, near: bool, items: Sequence[Item], seen: Sequence[str], taken: Sequence[Pick]) -> list[Pick]:
    """One more message for a mistake, or none where all are taken."""
    kinds = [[item for item in items if item.answer == mistake], near_misses(items, mistake)]
    used = {key(pick.item) for pick in taken}
    wanted, other = ([item for item in kind if key(item) not in used] for kind in (reversed(kinds) if near else kinds))
    unseen = [item for item in (*wanted, *other) if key(item) not in seen]
    by_age = sorted(wanted or other, key=lambda item: _last(key(item), seen))
    return [Pick(mistake, item) for item in (unseen or by_age)[:1]]


def _last(mark: str, seen: Sequence[str]) -> int:
    return max((place for place, one in enumerate(seen) if one == mark), default=-1)


def _mixed(picks: Sequence[Pick], seed: str) -> tuple[Pick, ...]:
    """In an order that is the same for the same seed, and does not set two messages on one mistake side by side where
    there are others."""
    shuffled = random.Random(seed).sample(list(picks), len(picks))
    groups: dict[str, list[Pick]] = {}
    for pick in shuffled:
        groups.setdefault(pick.mistake, []).append(pick)
    turns = zip_longest(*groups.values())
    return tuple(pick for turn in turns for pick in turn if pick)
