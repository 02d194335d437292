"""Says of each file that was found whose it is, or why that is unclear."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbformat import NotebookNode

from ...handing_in import paper
from ...handing_in.paper import Slip
from ..answers import asked, grade_id, is_answer, source_of
from ..handed_in import Unreadable, handed_in, opened
from .people import People, Person
from .places import sender, words
from .shelf import Found, Odd

BROKEN = "It is not a notebook, or only a part of one."
OTHER = "It is “{}”, not “{}”."
NO_ANSWERS = "It is a notebook without any of the answers of “{}”."
CHANGED = "It was changed or damaged after it was made."
NEWER = "It was made by a newer version of this course."
NOT_SAID = "Nothing says whose it is."
STRANGER = "Nobody in the class is called “{}”."
SEVERAL = "More than one in the class can be meant: {}."
CONTRADICTION = "It came from {}, but says that it is by {}."
REMEDIES = {
    BROKEN: "Ask for the file again.",
    CHANGED: "Ask for it again. If it is to count as it is, collect it with --changed.",
    NEWER: "Install the newest version of the course.",
}
RIGHT_PAGE = "Ask for the right page."
NAME_IT = (
    "Mend the roster; or put the file into a folder that is called by the learner's id, and collect that folder; or, "
    "once you have asked, put it by hand where it belongs."
)


@dataclass(frozen=True)
class Claim:
    """A notebook of the assignment and the one person whose it must be.

    ``source`` is the same for all that comes from one hand; ``digest`` is that of the file's bytes;
    ``when`` is None where nothing tells.
    """

    person: Person
    found: Found
    notebook: str
    source: str
    digest: str
    when: datetime | None
    late: bool = False


@dataclass(frozen=True)
class Unclear:
    """A file that nobody's folder gets, with the reason and the remedy.

    ``person`` is whose it may be, where one can be named. ``beside`` is set for a sound page that is for something else:
    people also hand in their whole folder.
    """

    place: tuple[str, ...]
    why: str
    remedy: str = ""
    person: Person | None = None
    beside: bool = False


class Course:
    """The assignments of a course by what is asked in them, to tell which one a file belongs to."""

    def __init__(self, assignment: str, notebooks: Mapping[str, NotebookNode], others: Mapping[str, NotebookNode]):
        self.assignment = assignment
        self._own = {name: _asked(notebook.cells, only_answers=True) for name, notebook in notebooks.items()}
        self._others = {name: _asked(notebook.cells, only_answers=True) for name, notebook in others.items()}

    def notebook(self, cells: Iterable[NotebookNode]) -> str | None:
        """Which notebook of the assignment holds most of these answers; None where none holds any."""
        return _nearest(_asked(cells), self._own)

    def other(self, cells: Iterable[NotebookNode]) -> str | None:
        """The same for the notebooks of other assignments."""
        return _nearest(_asked(cells), self._others)


def claim(
    found: Found, root: Path, course: Course, people: People, *, made: bool = True, changed: bool = False
) -> Claim | Unclear:
    """Whose the file is. ``made`` believes its own time where it is before that of its arrival; ``changed`` takes files
    that were changed after they were made. ``root`` is the folder of all that was found."""
    slip, problem = None, ""
    try:
        notebook = opened(found.path, root)
        slip = paper.slip_of(notebook)
        problem = _problem(notebook, slip, changed)
    except Unreadable:
        problem = BROKEN
    person, source, doubt = _whose(found.place, slip, course.assignment, people)
    if problem:
        return Unclear(found.place, problem, REMEDIES[problem], person)
    cells = handed_in(found.path, root).cells
    name = course.notebook(cells)
    if name is None:
        other = course.other(cells)
        why = OTHER.format(other, course.assignment) if other else NO_ANSWERS.format(course.assignment)
        return Unclear(found.place, why, RIGHT_PAGE, person, beside=True)
    if person is None:
        return Unclear(found.place, doubt, NAME_IT)
    digest = hashlib.sha256(found.path.read_bytes()).hexdigest()
    late = any(at.late for at in map(sender, found.place) if at)
    return Claim(person, found, name, source, digest, _when(found, slip, made), late)


def whose(odd: Odd, assignment: str, people: People) -> Person | None:
    """Whose something must be that is no notebook, by where it lay; None where that is not one person."""
    return _whose(odd.place, None, assignment, people)[0]


def _problem(notebook: Mapping, slip: Slip | None, changed: bool) -> str:
    if slip is None or changed:
        return ""
    if slip.format > paper.FORMAT:
        return NEWER
    return "" if paper.is_whole(notebook) else CHANGED


def _whose(place: tuple[str, ...], slip: Slip | None, assignment: str, people: People) -> tuple[Person | None, str, str]:
    """The person, the hand it comes from, and the doubt; no person where there is a doubt about which."""
    said = _said(slip, people)
    placed, source, called = _placed(place, assignment, people)
    if called and not placed:
        return None, source, STRANGER.format(called)
    meant = placed & said if placed and said else placed or said
    if len(meant) == 1:
        return next(iter(meant)), source, ""
    if meant:
        return None, source, SEVERAL.format(_names(meant))
    if placed:
        return None, source, CONTRADICTION.format(_names(placed), _names(said))
    own = slip and (slip.name or slip.id)
    return None, source, STRANGER.format(own) if own else NOT_SAID


def _placed(place: tuple[str, ...], assignment: str, people: People) -> tuple[set[Person], str, str]:
    """Whom the place names, the hand that it comes from, and what a platform calls that person.

    The outermost name counts: a folder that an instructor made, then a platform's; those inside are the learner's own.
    """
    for depth, part in enumerate(place, start=1):
        at = sender(part)
        if at and (at.name or at.number):
            return people.on_platform(at.number, at.name, at.squeezed), at.key, at.name or at.number
        if at:
            return set(), at.key, ""
        found = next(filter(None, map(people.called, words(part, assignment))), None)
        if found:
            return found, "/".join(place[:-1][:depth]), ""
    return set(), "/".join(place[:-1]), ""


def _said(slip: Slip | None, people: People) -> set[Person]:
    """Whom the file itself names, by number and by name; both where the two differ."""
    if slip is None:
        return set()
    by_id, by_name = people.called(slip.id), people.called(slip.name)
    return by_id & by_name or by_id | by_name


def _when(found: Found, slip: Slip | None, made: bool) -> datetime | None:
    known = [time for time in (found.arrived, slip.made if slip and made else None) if time]
    return min(known, default=None)


def _asked(cells: Iterable[Mapping], only_answers: bool = False) -> frozenset:
    """What stands in boxes: their grade ids, and what they name in their first line, as ``answers.find`` goes by."""
    found = set()
    for cell in cells:
        if not only_answers or is_answer(cell):
            found |= {grade_id(cell), asked(source_of(cell))}
    return frozenset(found - {None})


def _nearest(found: frozenset, known: Mapping[str, frozenset]) -> str | None:
    best = max(known, key=lambda name: len(found & known[name]), default=None)
    return best if best is not None and found & known[best] else None


def _names(people: Iterable[Person]) -> str:
    return " and ".join(sorted(_named(person) for person in people))


def _named(person: Person) -> str:
    return f"{person.name} ({person.id})" if person.name != person.id else person.id
