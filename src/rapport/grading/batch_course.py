"""The course's folder as nbgrader sees it, for ``rapport grade``: configuration, assignment, submissions."""

from __future__ import annotations

import contextlib
import copy
import glob
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.apps import AutogradeApp
from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata

from .answers import find, is_answer
from .batch_copies import Copies
from .database import told
from .exporter import GradingExporter
from .refused import Refused


@dataclass(frozen=True)
class Submission:
    """What somebody handed in: the files of the assignment's notebooks by name, there or not, and when it was, as far
    as nbgrader noted it."""

    student: str
    folder: Path
    files: dict[str, Path]
    time: datetime | None


class CourseFolder:
    """An assignment in a course's folder, with nbgrader's configuration of that folder.

    Entering it makes the gradebook hold the assignment, as ``nbgrader autograde``
    does. Raises Refused where the folder, its configuration or the assignment does not allow grading.
    """

    def __init__(self, folder: Path, assignment: str):
        with contextlib.chdir(folder):
            # As if typed in that folder; what goes wrong is told by this program.
            app = AutogradeApp()
            app.initialize(["--log-level=CRITICAL"], root=str(folder.resolve()))
        self.directory = app.coursedir
        self.directory.assignment_id = assignment
        self.copies = Copies(coursedir=self.directory, parent=app)
        self._refuse_other_ways()
        try:
            self.copies.exporter = GradingExporter(parent=self.copies, config=self.copies.config)
            self.directory = self.copies.coursedir  # guarded from now on
            self.released = self.copies.exporter.assignment
            for notebook in self.released.notebooks.values():
                CheckCellMetadata().preprocess(copy.deepcopy(notebook), {})
                for cell in filter(is_answer, notebook.cells):
                    find([], cell)
        except Exception as error:  # nbgrader's own, of many kinds: all say what is wrong with the assignment
            raise Refused(f"The assignment “{assignment}” cannot be graded: {told(error)}") from error
        self.late = AssignLatePenalties(parent=self.copies.exporter)
        self.late.init_plugin()

    def _refuse_other_ways(self) -> None:
        if self.copies.exporter_class is not GradingExporter:
            raise Refused(f"{self.directory.root} has no nbgrader_config.py of this course. Copy it there, or use --folder.")
        if self.copies.pre_convert_hook or self.copies.post_convert_hook:
            raise Refused("nbgrader_config.py asks for a hook, which only “nbgrader autograde” runs. Use that instead.")

    @property
    def all_submissions(self) -> Path:
        """The folder that holds the folders of all learners."""
        return self.copies.exporter.all_submissions("*")

    @property
    def left_out(self) -> list[str]:
        """The folders whose names cannot be those of learners (see guard)."""
        return sorted(set(glob.glob(self._place("*"))) - set(self.copies.assignments))

    def submissions(self, only: Sequence[str] = ()) -> list[Submission]:
        """What was handed in, in order; of the students ``only`` where any are named. Raises Refused where nothing was."""
        left_out = set(filter(None, self.directory.student_id_exclude.split(",")))
        found = {student: folder for folder, student in self._folders() if student not in left_out}
        if missing := sorted(set(only) - set(found)):
            raise Refused(f"Nothing was handed in by {', '.join(missing)}. Look into {self._place('*')}.")
        if not found:
            raise Refused(f"Nothing was handed in: there is no {self._place('*')}.")
        return [self._submission(student, found[student]) for student in sorted(found) if not only or student in only]

    def _folders(self) -> list[tuple[Path, str]]:
        assignment = re.escape(self.directory.assignment_id)
        step = self.directory.submitted_directory
        pattern = re.compile(self.directory.format_path(step, "(?P<student>.*)", assignment, escape=True))
        matches = ((folder, pattern.match(folder)) for folder in self.copies.assignments)
        return [(Path(folder), match["student"]) for folder, match in matches if match]

    def _place(self, student: str) -> str:
        return self.directory.format_path(self.directory.submitted_directory, student, self.directory.assignment_id)

    def _submission(self, student: str, folder: Path) -> Submission:
        files = {name: folder / f"{name}.ipynb" for name in self.released.notebooks}
        return Submission(student, folder, files, self.directory.get_existing_timestamp(str(folder)))
