"""What the four exports have in common: whom they take, where they write, and what they say afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from ... import catalog
from ...documents import Faulty
from . import files
from .grades import Learner, Result, assignment_names, learners, results
from .telling import names, told

MISSING = "Not in the gradebook yet, and so not in the file, though they handed in: {}."
ANYBODY = "*"


@dataclass(frozen=True)
class Sheet:
    """The class to write: everybody, and the results of each assignment in the order of its columns."""

    learners: tuple[Learner, ...]
    by_assignment: dict[str, tuple[Result, ...]]

    def rows(self) -> Iterable[tuple[Learner, tuple[Result, ...]]]:
        """Each learner with the result in every assignment."""
        return ((one, tuple(found[place] for found in self.by_assignment.values()))
                for place, one in enumerate(self.learners))

    def all(self) -> Iterable[Result]:
        """Every result, assignment by assignment."""
        return (result for found in self.by_assignment.values() for result in found)


@dataclass(frozen=True)
class Written:
    """The text of a file, and what a person should know of it, a sentence a line."""

    text: str
    remarks: tuple[str, ...] = ()


class GradesExport(ExportPlugin):
    """An nbgrader exporter that writes a file whole, never over another, and names what it left empty."""

    ending = ".csv"
    usual = "grades"

    bom = Bool(False, help="Begin the file with the mark by which Excel knows UTF-8.").tag(config=True)
    force = Bool(False, help="Write over a file of the same name.").tag(config=True)
    roster = Unicode("", help="A gradebook file downloaded from Canvas, to take its ids from.").tag(config=True)

    def text(self, sheet: Sheet) -> Written:
        """The file's content for a class. Raises documents.Faulty for a roster that cannot be used."""
        raise NotImplementedError

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that ``--to`` names, as ``nbgrader export`` asks for it; a refusal ends the program."""
        try:
            summary = self.write(gradebook, Path(self.to or self.usual + self.ending))
        except (OSError, Faulty, catalog.Unknown) as error:
            self.log.error(error.args[0] if isinstance(error, catalog.Unknown) else str(error))
            sys.exit(1)
        print(summary, file=sys.stderr)

    def write(self, gradebook: Gradebook, path: Path) -> str:
        """Write the file and return what is to be said of it.

        Raises FileExistsError and other OSErrors, documents.Faulty for a roster,
        and catalog.Unknown for an assignment or learner that is not in the gradebook.
        """
        sheet = self._sheet(gradebook)
        written = self.text(sheet)
        files.write(path, written.text, bom=self.bom, force=self.force)
        return told(path, len(sheet.learners), list(sheet.all()), (*self._missing(sheet, gradebook), *written.remarks))

    def _sheet(self, gradebook: Gradebook) -> Sheet:
        everybody = learners(gradebook)
        class_ = tuple(self._chosen(everybody))
        names = [str(name) for name in self.assignment] or assignment_names(gradebook)
        return Sheet(class_, {name: tuple(results(gradebook, name, class_, self._waiting(name))) for name in names})

    def _chosen(self, everybody: list[Learner]) -> list[Learner]:
        wanted, known = [str(one) for one in self.student], [learner.id for learner in everybody]
        for one in wanted:
            if one not in known:
                raise catalog.Unknown("learner in the gradebook", one, known)
        return [learner for learner in everybody if not wanted or learner.id in wanted]

    def _missing(self, sheet: Sheet, gradebook: Gradebook) -> tuple[str, ...]:
        """The remark on those who handed something in and stand in no gradebook."""
        known = {learner.id for learner in learners(gradebook)}
        missing = set().union(*map(self._waiting, sheet.by_assignment)) - known
        return (MISSING.format(names(sorted(missing))),) if missing and not self.student else ()

    def _waiting(self, assignment: str) -> set[str]:
        """Those whose work lies in the folder of submissions."""
        course = self._course()
        if course is None:
            return set()
        parts = Path(course.format_path(course.submitted_directory, ANYBODY, assignment)).parts
        if ANYBODY not in parts:  # a course with folders of its own fashion
            return set()
        place = parts.index(ANYBODY)
        folders = Path(*parts[:place]).glob("*")
        return {folder.name for folder in folders if folder.joinpath(*parts[place + 1:]).is_dir()}

    def _course(self) -> CourseDirectory | None:
        return getattr(self.parent, "coursedir", None)
