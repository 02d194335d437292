"""The autograded folders that ``rapport grade`` writes: made under a hidden name, shown by renaming.

They hold what ``nbgrader autograde`` puts there: the graded copies, the
submission's other files, the course's own files over them, all read-only.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter
from nbgrader.utils import find_all_files, rmtree

from .exchange_secret import keep_secret
from .guard import keep_moment


class Copies(Autograde):
    """nbgrader's converter, which knows the folders and their permissions, with a hidden folder to write to.

    ``stage`` writes, ``withdraw`` takes away what was shown before, ``publish``
    shows what was staged. A hidden folder that a crash left is removed by the next ``stage``.
    """

    def stage(self, student: str, texts: Mapping[str, str]) -> None:
        """Write a submission's folder with the graded copies (texts by name). Raises OSError where it cannot be."""
        assignment = self.coursedir.assignment_id
        folder = Path(self._format_dest(assignment, student))
        _remove(folder)
        folder.mkdir(parents=True)
        BaseConverter.init_assignment(self, assignment, student)
        submitted = self.coursedir.format_path(self.coursedir.submitted_directory, student, assignment)
        keep_moment(self.coursedir, submitted, str(folder))
        keep_secret(submitted, str(folder))
        self._copy_course_files(folder)
        for name, text in texts.items():
            with open(folder / f"{name}.ipynb", "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        self.set_permissions(assignment, student)

    def withdraw(self, student: str) -> None:
        """Take the submission's folder away, at once and as a whole."""
        shown, hidden = self.shown(student), self._hidden(student, "old")
        _remove(hidden)
        if shown.exists():
            shown.rename(hidden)
            _remove(hidden)

    def publish(self, student: str) -> None:
        """Show what was staged."""
        self._hidden(student, "part").rename(self.shown(student))

    def shown(self, student: str) -> Path:
        """Where nbgrader and everybody else looks for the submission's folder."""
        place = super()._format_dest(self.coursedir.assignment_id, student)
        return Path(os.path.normpath(place))

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return str(self._hidden(student_id, "part"))

    def _hidden(self, student: str, what: str) -> Path:
        shown = self.shown(student)
        return shown.with_name(f".{shown.name}.{what}")

    def _copy_course_files(self, folder: Path) -> None:
        """As the middle part of nbgrader's Autograde.init_assignment, which writes the gradebook too."""
        assignment, ignore = self.coursedir.assignment_id, [*self.coursedir.ignore, "*.ipynb"]
        source = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", assignment))
        kept = {source / name for name in self.exclude_overwriting.get(assignment, [])}
        for path in {Path(found) for found in find_all_files(str(source), ignore)} - kept:
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copy(path, target)


def _remove(folder: Path) -> None:
    if folder.exists():
        rmtree(str(folder))
