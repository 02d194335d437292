"""Collects the files of a class for one assignment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from ..course import released_of
from .claims import Claim, Course, Unclear, claim, whose
from .deciding import choose
from .looking import look
from .people import People, Person
from .placing import Placed, Places
from .shelf import Found, Odd, Shelf

ASK = "Ask for the page itself: a file that ends in .ipynb."


@dataclass
class Collected:
    """What came of it. ``missing`` have nothing anywhere, ``before`` only what was there before this; ``passed_over``
    are files that are for something else, from people who handed in the right one, or from nobody in the class."""

    placed: list[Placed] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    before: list[Person] = field(default_factory=list)
    missing: list[Person] = field(default_factory=list)
    passed_over: list[Odd] = field(default_factory=list)


def collect(
    course: CourseDirectory, paths: Sequence[Path], people: People, *, made: bool = True, changed: bool = False,
    replace: bool = False, dry_run: bool = False,
) -> Collected:
    """Put what ``paths`` lead to into the folders of the course's chosen assignment.

    ``made``, ``changed``: see ``claims.claim``; ``replace`` puts a file where there is another one that did not
    come the same way; ``dry_run`` writes nothing. Raises FileNotFoundError for a path that leads nowhere,
    shelf.Full and OSError.
    """
    places = Places(course, replace=replace, dry_run=dry_run)
    asked = _asked(course)
    with Shelf() as shelf:
        claims, result, odd = _seen(paths, shelf, lambda found: claim(
            found, shelf.root, asked, people, made=made, changed=changed))
        choices, doubtful = choose(claims)
        result.unclear += doubtful
        for choice in choices:
            put = places.put(choice)
            (result.placed if isinstance(put, Placed) else result.unclear).append(put)
    _sort_odd(result, odd, course.assignment_id, people)
    _sort_beside(result)
    _look_who_is_missing(result, places, people.all.values())
    return result


def _seen(
    paths: Sequence[Path], shelf: Shelf, judge: Callable[[Found], Claim | Unclear]
) -> tuple[list[Claim], Collected, list[Odd]]:
    """Everything that is found: whose it is, what is unclear about it, and what is no notebook."""
    claims, result, odd = [], Collected(), []
    for found in look(paths, shelf):
        seen = found if isinstance(found, Odd) else judge(found)
        if isinstance(seen, Claim):
            claims.append(seen)
        elif isinstance(seen, Unclear):
            result.unclear.append(seen)
            shelf.drop(found.path)  # before the next: what is of no use must not fill the shelf
        else:
            odd.append(seen)
    return claims, result, odd


def _asked(course: CourseDirectory) -> Course:
    own = released_of(course)
    others = {path.name: notebook for path in own.folder.parent.glob("*/") if path != own.folder
              for notebook in _notebooks(path)}
    return Course(course.assignment_id, own.notebooks, others)


def _notebooks(folder: Path) -> Iterator[NotebookNode]:
    for path in sorted(folder.glob("*.ipynb")):
        try:
            yield nbformat.read(path, as_version=4)
        except (OSError, ValueError):  # another assignment's trouble
            continue


def _sort_odd(result: Collected, odd: Iterable[Odd], assignment: str, people: People) -> None:
    """A letter beside a notebook does no harm; a letter in place of one, or what was meant as one, has to be asked about."""
    served = {placed.claim.person for placed in result.placed}
    for one in odd:
        person = whose(one, assignment, people)
        if not one.meant and (person is None or person in served):
            result.passed_over.append(one)
        else:
            result.unclear.append(Unclear(one.place, one.why, ASK, person))


def _sort_beside(result: Collected) -> None:
    """Other pages of the course do no harm beside the right one, or where nobody is known to have mistaken them."""
    served = {None, *(placed.claim.person for placed in result.placed)}
    beside = [one for one in result.unclear if one.beside and one.person in served]
    result.unclear = [one for one in result.unclear if one not in beside]
    result.passed_over += [Odd(one.place, one.why) for one in beside]


def _look_who_is_missing(result: Collected, places: Places, people: Iterable[Person]) -> None:
    seen = {placed.claim.person for placed in result.placed}
    for person in people:
        if person not in seen:
            (result.before if places.has(person.id) else result.missing).append(person)
