"""Everything that the page rests on: each answer with its marks, its words and what the present reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nbgrader.coursedir import CourseDirectory

from ...answers import BRIEF, SCENE, is_untouched
from ...assessing import assess
from ...assessing.model import Assessment
from ...catalog import Unknown
from ...documents import Faulty
from ...playing import load_scene
from ...playing.transcripts import check
from ...reading.brief import brief
from ..book import read_book
from ..classwork import Answer, graded

TEN = 10


@dataclass(frozen=True)
class Read:
    """An answer as read again for the page.

    ``made`` are the mistakes in it, by id, with whether they are stated or only asked about; ``assessment`` is None
    for anything but a draft or plan with words in it.
    """

    answer: Answer
    assessment: Assessment | None = None
    made: tuple[tuple[str, bool], ...] = ()
    day: date | None = None

    @property
    def learner(self) -> str:
        """Whose it is, by nbgrader's id."""
        return self.answer.row.learner

    @property
    def name(self) -> str:
        """Which answer it is."""
        return self.answer.row.answer

    def of_ten(self, points: float | None) -> float | None:
        """Points of this answer's own on the scale from 0 to 10, on which all answers can be compared."""
        most = self.answer.row.most
        return None if points is None or not most else TEN * points / most


@dataclass(frozen=True)
class Gathered:
    """A class and its answers to one assignment; ``learners`` are all who are enrolled, or have handed in."""

    assignment: str
    course: str
    answers: tuple[Read, ...]
    learners: tuple[str, ...]

    @cached_property
    def handed_in(self) -> tuple[str, ...]:
        """Who has handed in."""
        return tuple(dict.fromkeys(read.learner for read in self.answers))

    @cached_property
    def read(self) -> tuple[Read, ...]:
        """The answers whose words are here."""
        return tuple(read for read in self.answers if read.answer.kind)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the answers are called, in the order of the notebook."""
        places = {read.name: read.answer.place for read in reversed(self.answers)}
        for read in self.read:
            places[read.name] = read.answer.place
        return tuple(sorted(places, key=lambda name: (places[name], name)))

    def called(self, name: str) -> tuple[Read, ...]:
        """Everybody's answers of one name."""
        return tuple(read for read in self.answers if read.name == name)


def gather(course: CourseDirectory) -> Gathered:
    """Read the gradebook and the graded copies of ``course.assignment_id``. Raises FileNotFoundError without either."""
    book = read_book(course)
    answers = tuple(_read(answer, day) for answer, day in graded(course, book.rows))
    learners = tuple(sorted({*book.learners, *(row.learner for row in book.rows)}))
    return Gathered(course.assignment_id, course.course_id, answers, learners)


def _read(answer: Answer, day: date | None) -> Read:
    if is_untouched(answer.text):
        return Read(answer, day=day)
    try:
        if answer.kind == BRIEF:
            assessment = assess(answer.text, brief(answer.subject), day)
            return Read(answer, assessment, tuple(_found(assessment)), day)
        if answer.kind == SCENE:
            session = check(load_scene(answer.subject), answer.text).session
            return Read(answer, None, tuple((mistake, True) for mistake in session.mistakes) if session else (), day)
    except (Unknown, Faulty):  # the brief or the scene is gone: the marks are still there to show
        pass
    return Read(answer, day=day)


def _found(assessment: Assessment) -> Iterator[tuple[str, bool]]:
    for finding in assessment.findings:
        yield finding.mistake, finding.sure
