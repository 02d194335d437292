"""A course's folder as nbgrader sees it, for commands that run outside nbgrader's own."""

from __future__ import annotations

import logging
from pathlib import Path

from . import quick_start  # noqa: F401 (has to be the first)

from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory

from .released import Released


class Opened(NbGrader):
    """nbgrader's application without a command: it reads ``nbgrader_config.py`` of one folder and does nothing."""

    name = "rapport"
    load_cwd_config = False
    """The settings are those of the course's own folder, wherever the command was typed."""

    def _log_level_default(self) -> int:
        return logging.ERROR

    @property
    def course(self) -> CourseDirectory:
        """The folders and the gradebook."""
        return self.coursedir


def open_course(folder: Path, assignment: str) -> Opened:
    """The course in ``folder``, with ``assignment`` chosen.

    Raises FileNotFoundError, with the remedy, where the folder or the assignment is not there.
    """
    if not (folder / "nbgrader_config.py").is_file():
        raise FileNotFoundError(f"There is no nbgrader_config.py in {folder}. Name the course's folder with --folder.")
    opened = Opened()
    opened.initialize([], root=str(folder.resolve()))
    course = opened.coursedir
    course.assignment_id = assignment
    chosen = Path(course.format_path(course.release_directory, ".", assignment))
    if not assignment or not chosen.is_dir():
        release = chosen.parent
        known = ", ".join(sorted(path.name for path in release.glob("*/"))) or "none"
        raise FileNotFoundError(f"There is no assignment “{assignment}” in {release}. There is: {known}.")
    return opened


def released_of(course: CourseDirectory) -> Released:
    """The chosen assignment as it was given out, and as it was solved."""
    folders = (course.release_directory, course.source_directory)
    return Released(*(Path(course.format_path(folder, ".", course.assignment_id)) for folder in folders))
