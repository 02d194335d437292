"""Grades a whole class: ``rapport grade``. Workers read, this process alone writes.

It writes the gradebook and the autograded folders that ``nbgrader autograde``
writes with this course's configuration. A crash at any moment, ``kill -9``
included, leaves both whole and in agreement, because of the order of the steps.
For each batch of submissions:

1. the new folders are written under hidden names, the grades into one open transaction;
2. what was shown of these submissions before is taken away;
3. their digests are noted in ``.rapport/grade-ASSIGNMENT.json``;
4. the transaction is committed;
5. the new folders get their names.

So a folder that is there always belongs to the grades in the gradebook: between 2
and 5 there is none, which nbgrader too takes for "not graded yet". A submission
is done if its folder is there, its digest is the one noted and the gradebook knows
it; everything else a second run grades again, from the start.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from .batch_crew import Crew
from .batch_job import Job, Outcome

if TYPE_CHECKING:
    from .batch_course import CourseFolder, Submission
    from .batch_gradebook import Ledger, Review
    from .batch_record import Record

TOGETHER = 20
"""How many submissions share a transaction."""
UNKNOWN = "The gradebook does not know this student, and nbgrader_config.py says that none may be added."
UNCOPIED = "The files of this submission could not be copied: {}. A person has to look."


@dataclass
class Summary:
    """What came of a run: how many were graded and passed over, who waits for a person, who failed and why, and the folders
    that cannot be a learner's."""

    graded: int = 0
    passed_over: int = 0
    reviews: list[Review] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def grade(
    folder: Path, assignment: str, students: Sequence[str] = (), force: bool = False,
    crew: Crew | None = None, report: Callable[[int, int], None] = lambda done, total: None,
) -> Summary:
    """Grade what was handed in for ``assignment`` in the course's ``folder``.

    ``students`` picks some, ``force`` grades what is done already, ``crew`` reads
    (default: a worker for each processor). ``report`` is told how many of how many
    are written. Raises Refused where grading cannot begin, and Unwritten or OSError
    where it cannot go on; what was written before stays then, and is whole.
    """
    with crew or Crew(os.cpu_count() or 1) as crew:
        # nbgrader takes a second to load; the workers get ready meanwhile.
        from . import quick_start  # noqa: F401 (has to be the first)
        from .batch_course import CourseFolder
        from .batch_gradebook import Ledger
        from .database import in_plain_words
        from .lock import alone

        course = CourseFolder(folder, assignment)
        submissions = course.submissions(students)
        with in_plain_words(), alone(course.directory), Ledger(course) as ledger:
            return _Run(course, ledger, crew, submissions, force).go(report)


class _Run:
    def __init__(self, course: CourseFolder, ledger: Ledger, crew: Crew, submissions: list[Submission], force: bool):
        from .batch_record import Record, course_version, digest_of

        self.course, self.ledger, self.crew = course, ledger, crew
        self.record = Record(Path(course.directory.root, ".rapport", f"grade-{course.directory.assignment_id}.json"))
        self.graded = ledger.graded()
        version = course_version(course.released.folder, course.released.solutions)
        self.digests = {found.student: digest_of(found.folder, version=version) for found in submissions}
        self.todo = {found.student: found for found in submissions if force or not self._is_done(found)}
        self.summary = Summary(passed_over=len(submissions) - len(self.todo), left_out=course.left_out)

    def go(self, report: Callable[[int, int], None]) -> Summary:
        done, outcomes = 0, self._outcomes()
        report(done, len(self.todo))
        while batch := list(islice(outcomes, TOGETHER)):
            self._write(batch)
            done += len(batch)
            report(done, len(self.todo))
        return self.summary

    def _is_done(self, found: Submission) -> bool:
        """Whether the folder that is shown was made from this very submission, as far as anybody can know."""
        shown = self.course.copies.shown(found.student)
        if found.student not in self.graded:  # another gradebook than before
            return False
        if not shown.exists() or not all((shown / f"{name}.ipynb").exists() for name in found.files):
            return False
        noted = self.record.get(found.student)
        if noted:
            return noted == self.digests[found.student]
        # Graded by nbgrader itself, which goes by the time of handing in.
        before = self.course.directory.get_existing_timestamp(str(shown))
        return not (before and found.time and found.time > before)

    def _outcomes(self) -> Iterator[Outcome]:
        released, root = self.course.released, self.course.all_submissions
        yield from self.crew.outcomes(
            Job(found.student, found.time.date() if found.time else None, found.files, root, released.folder,
                released.solutions)
            for found in self.todo.values()
        )

    def _write(self, batch: list[Outcome]) -> None:
        """The five steps of the module's docstring."""
        staged = [self._staged(outcome) for outcome in batch]
        self.ledger.begin([outcome.student for outcome in batch])
        written = [outcome for outcome in staged if self._is_put(outcome)]
        for outcome in written:
            self.course.copies.withdraw(outcome.student)
        self.record.note({each.student: None if each.failure else self.digests[each.student] for each in written})
        self.ledger.commit()
        for outcome in written:
            if not outcome.failure:
                self.course.copies.publish(outcome.student)
                self.summary.graded += 1

    def _staged(self, outcome: Outcome) -> Outcome:
        if outcome.failure:
            return outcome
        try:
            self.course.copies.stage(outcome.student, {name: text for name, (text, _) in outcome.copies.items()})
        except OSError as error:  # a file that nobody may read, a name too long for the disk
            return Outcome(outcome.student, {}, UNCOPIED.format(error.strerror or type(error).__name__))
        return outcome

    def _is_put(self, outcome: Outcome) -> bool:
        from nbgrader.api import MissingEntry

        if outcome.failure:
            self.summary.failed[outcome.student] = outcome.failure
        try:
            self.summary.reviews += self.ledger.put(self.todo[outcome.student], outcome)
        except MissingEntry:
            self.summary.failed[outcome.student] = UNKNOWN
            return False
        return True
