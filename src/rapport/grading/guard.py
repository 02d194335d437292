"""Stands between nbgrader's own steps and the folders that learners filled.

nbgrader copies every file that lies beside a notebook, through links as well; it
stops the whole class at a time that it cannot read, and passes over a notebook
whose name was changed by a download. It makes its exporter once a batch, before
it opens the first submission: there this guard steps in.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from fnmatch import fnmatch
from glob import glob
from pathlib import Path

from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc

# What nbgrader writes there itself. Names of time zones that are paths would be opened as files; of an
# offset such as +0100 nbgrader makes a hundred seconds.
_MOMENT = re.compile(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?( [A-Za-z]{1,5})?")
# The name goes into pages, file names and tables of marks: no markup, no wildcard, no formula, nothing unseen.
_LEARNER = re.compile(r"\w[\w .@+'-]{0,99}")
_LONGEST_MOMENT = 100
LEFT_OUT = (
    "The submission in {} was left out: a learner's name begins with a letter or a digit and holds letters, digits, spaces "
    "and . _ - @ + ' only. Rename the folder, then grade again."
)


class GuardedCourse(CourseDirectory):
    """nbgrader's view of the course's folders that believes nothing found in a submission."""

    def get_existing_timestamp(self, dest_path: str) -> datetime | None:
        """The time that nbgrader noted for a submission; None, with a line in the log, where it is none."""
        path = Path(dest_path, "timestamp.txt")
        try:
            text = _start_of(path).strip()
            if not _MOMENT.fullmatch(text):
                raise ValueError(text)
            return parse_utc(text)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, OverflowError):
            self.log.warning("The time in %a was passed over, because it is not one that nbgrader writes.", str(path))
            return None


def guard(converter: BaseConverter) -> None:
    """Let ``converter`` see its course guarded from now on."""
    course = converter.coursedir
    settings = {name: getattr(course, name) for name in course.trait_names(config=True)}
    # No file but the notebook goes on: graded copies are served, and given back, with whatever lies beside them.
    converter.coursedir = GuardedCourse(parent=course.parent, **settings | {"ignore": ["*"]})


def submissions(converter: BaseConverter, notebooks: list[str]) -> dict[str, list[str]]:
    """The notebooks to read (names without ending) by the folder of each learner who handed in anything.

    A notebook that is not there is listed too, so that its absence is said. Folders
    whose name cannot be that of a learner are left out and named in the log.
    """
    course = converter.coursedir
    pattern = course.format_path(course.submitted_directory, course.student_id, course.assignment_id)
    wanted = [name for name in notebooks if fnmatch(name, course.notebook_id)]
    found = {}
    for folder in sorted(glob(pattern)):
        if _is_a_learner_s(folder, course):
            found[folder] = [os.path.join(folder, f"{name}.ipynb") for name in wanted]
        else:
            converter.log.error(LEFT_OUT.format(ascii(folder)))
    return found


def keep_moment(course: CourseDirectory, submitted: str, graded: str) -> None:
    """Note the time of the submission in the folder ``submitted`` in the folder ``graded``, as nbgrader does."""
    moment = course.get_existing_timestamp(submitted)
    if moment is None:
        return
    os.makedirs(graded, exist_ok=True)
    path = Path(graded, "timestamp.txt")
    path.unlink(missing_ok=True)
    path.write_text(f"{moment:%Y-%m-%d %H:%M:%S.%f} UTC\n", encoding="utf-8")


def is_learner(name: str) -> bool:
    """Whether a learner can be called so, in folders as in tables."""
    return bool(_LEARNER.fullmatch(name))


def _is_a_learner_s(folder: str, course: CourseDirectory) -> bool:
    regexp = course.format_path(course.submitted_directory, "(?P<learner>.*)", course.assignment_id, escape=True)
    match = re.fullmatch(regexp, folder, re.DOTALL)
    return bool(match) and is_learner(match["learner"])


def _start_of(path: Path) -> str:
    """The first characters of a plain file; never waits at a pipe and follows no link."""
    if not path.is_file() or path.is_symlink():
        raise FileNotFoundError(path) if not os.path.lexists(path) else OSError(f"{path} is no plain file")
    with open(path, encoding="utf-8") as file:
        return file.read(_LONGEST_MOMENT)
