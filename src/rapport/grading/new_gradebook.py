"""Makes a gradebook as a whole or not at all.

nbgrader makes one table by table and notes its version last; a crash in between
would leave a gradebook that no later version of nbgrader can bring up to date.
"""

from __future__ import annotations

import os
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

SQLITE = "sqlite:///"


def make_gradebook(course: CourseDirectory) -> None:
    """Make the gradebook of a course where it is a file and there is none yet; any other is left to nbgrader."""
    path = Path(course.db_url.removeprefix(SQLITE))
    if not course.db_url.startswith(SQLITE) or not path.name or path.exists():
        return
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    Gradebook(f"{SQLITE}{part}", course.course_id).close()
    os.replace(part, path)
