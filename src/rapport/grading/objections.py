"""Lists what learners hold against the reading of their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nbgrader.coursedir import CourseDirectory

from .book import read_book
from .classwork import Answer, graded
from .terminal import plain

NONE = "Nobody has replied to a reading."


def objections(course: CourseDirectory) -> list[Answer]:
    """The answers with a reply, those that still wait for a person first.

    Raises FileNotFoundError without a gradebook.
    """
    found = [answer for answer, _ in graded(course, read_book(course).rows) if answer.reply]
    return sorted(found, key=lambda answer: (not answer.row.waiting, answer.row.learner, answer.place))


def lines(found: Iterable[Answer]) -> Iterator[str]:
    """Each objection for a terminal: whose, to which answer, whether it waits, and the words."""
    for answer in found:
        row = answer.row
        state = "waits for a person" if row.waiting else "a person has looked"
        yield f"{plain(row.learner)}  {row.answer}: {state}"
        yield from (f"    {plain(line)}" for line in answer.reply.splitlines())
