"""What waits for a person, in shuffled order and without names, so that neither sways the marks."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .book import Book

ADDRESS = "formgrader/submissions/"
ABOUT = (
    "formgrader's marking page shows no names, but its list does once you press “Show All Names”, and a learner may "
    "have signed with theirs. Its arrow keys follow an order of its own: come back here for the next one."
)


@dataclass(frozen=True)
class Waiting:
    """A notebook with answers that wait: nbgrader's id of it, and which answers."""

    submission: str
    answers: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where formgrader shows it, below the address of the Jupyter server."""
        return f"{ADDRESS}{self.submission}"


def queue(book: Book, seed: int) -> list[Waiting]:
    """The notebooks that wait, shuffled; the same seed gives the same order."""
    found: dict[str, list[str]] = {}
    for row in book.rows:
        if row.waiting:
            found.setdefault(row.submission, []).append(row.answer)
    waiting = [Waiting(submission, tuple(sorted(names))) for submission, names in sorted(found.items())]
    random.Random(seed).shuffle(waiting)
    return waiting


def lines(waiting: Iterable[Waiting]) -> Iterator[str]:
    """A numbered line for each, for a terminal."""
    for number, one in enumerate(waiting, start=1):
        yield f"{number:>3}. {one.address}  {', '.join(one.answers)}"
