"""What the reader stated about kept drafts, remembered, since reading each of them anew would make a learner wait."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .. import catalog, memory
from ..answers import is_untouched
from ..documents import Faulty

KEY = "review/readings"
MOST_KEPT = 400
Read = Callable[[str, str], frozenset[str]]
"""The mistakes that are stated in a text for a brief."""


@contextmanager
def remembered() -> Iterator[Read]:
    """A reader that reads each text once and keeps what it found when it is done."""
    known = _load()
    fresh: dict[str, list[str]] = {}

    def read(text: str, brief: str) -> frozenset[str]:
        mark = hashlib.sha256(f"{brief}\n{text}".encode()).hexdigest()[:20]
        if mark not in known:
            known[mark] = fresh[mark] = sorted(_stated(text, brief))
        return frozenset(known[mark])

    yield read
    if fresh:
        memory.save(KEY, dict(list(known.items())[-MOST_KEPT:]))


def _stated(text: str, brief: str) -> set[str]:
    from ..assessing import assess
    from ..reading.brief import brief as brief_named

    if is_untouched(text):
        return set()
    try:
        found = assess(text, brief_named(brief)).findings
    except Faulty:
        return set()
    return {finding.mistake for finding in found if finding.sure and finding.mistake in catalog.mistakes()}


def _load() -> dict[str, list[str]]:
    saved = memory.load(KEY)
    rows = saved.items() if isinstance(saved, dict) else ()
    return {mark: found for mark, found in rows if isinstance(found, list) and set(map(str, found)) <= _mistakes()}


def _mistakes() -> set[str]:
    return set(catalog.mistakes())
