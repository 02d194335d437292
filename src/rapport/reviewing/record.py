"""What a learner got wrong and right so far, gathered from what is kept of their work.

A mistake is made where

- a message shows it and the learner says something else, or shows nothing and the learner says that it is there;
- a play of a scene ends in which it was chosen or written;
- a kept version of a draft has it, in a finding that the reader states.

It is got right where a message shows it and the learner says so, where a later version of a draft no longer has it, and
where a review says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from .. import catalog, versions
from ..documents import Faulty
from ..spotting import NONE, Item, keeping, load_spots, rounds
from . import logs, readings
from .events import Event, day_of

VERSIONS = 6
"""So many versions of a draft are looked at, the newest; reading takes time."""


def gather(today: datetime.date) -> tuple[Event, ...]:
    """Everything, by day. What a wrong clock has put into the future counts as of today."""
    found = (*_messages(), *logs.made_in_scenes(), *_drafts(), *_reviews())
    return tuple(sorted(replace(event, day=min(event.day, today)) for event in found))


def mistake_at_stake(item: Item, answer: str) -> str | None:
    """The mistake that an answer to a message says something about: the one it shows or, where it shows none, the one
    that the learner saw; None where both saw none."""
    named = item.answer if item.answer != NONE else answer
    return None if named == NONE else named


def _messages() -> Iterator[Event]:
    for name in catalog.spot_paths():
        if name in catalog.mistakes() and (kept := keeping.kept(name)):
            yield from _answers(name, kept)


def _answers(name: str, kept: tuple[rounds.Round, ...]) -> Iterator[Event]:
    """The answers to the messages as they are now; what was answered before they changed says nothing."""
    try:
        spots = load_spots(name)
    except Faulty:
        return
    mark, count = rounds.digest(spots), len(spots.items)
    for given in (one for this in kept if this.spots == mark for one in this.answers):
        day = day_of(given.date)
        item = spots.items[given.item] if 0 <= given.item < count else None
        if day and item and given.answer in item.offered and (mistake := mistake_at_stake(item, given.answer)):
            yield Event(day, mistake, given.answer == item.answer, f"spots/{name}")


def _drafts() -> Iterator[Event]:
    with readings.remembered() as mistakes_in:
        for brief in catalog.brief_paths():
            for key in (f"drafts/{brief}", f"pads/{brief}/versions"):
                yield from _versions(brief, key, mistakes_in)


def _versions(brief: str, key: str, mistakes_in: readings.Read) -> Iterator[Event]:
    before: frozenset[str] = frozenset()
    for version in versions.kept(key)[-VERSIONS:]:
        if not (day := day_of(version.time)):
            continue
        now = mistakes_in(version.text, brief)
        yield from (Event(day, mistake, False, f"drafts/{brief}") for mistake in now - before)
        yield from (Event(day, mistake, True, f"drafts/{brief}") for mistake in before - now)
        before = now


def _reviews() -> Iterator[Event]:
    return (Event(given.day, given.mistake, given.fitted, f"reviews/{given.item}") for given in logs.answers())
