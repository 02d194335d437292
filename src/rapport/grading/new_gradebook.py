"""Makes a gradebook as a whole or not at all, and at once.

nbgrader makes one table by table and notes its version last, for which it starts a
program that takes seconds. A crash in between would leave a gradebook that no
later version of nbgrader could bring up to date.
"""

from __future__ import annotations

import os
from pathlib import Path

from alembic.script import ScriptDirectory
from nbgrader.api import Base
from nbgrader.coursedir import CourseDirectory
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import create_engine, text

SQLITE = "sqlite:///"


def make_gradebook(course: CourseDirectory) -> None:
    """Make the gradebook of a course where it is a file and there is none yet; any other is left to nbgrader."""
    path = Path(course.db_url.removeprefix(SQLITE))
    if not course.db_url.startswith(SQLITE) or not path.name or path.exists():
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    _make(f"{SQLITE}{part}")
    os.replace(part, path)


def _make(url: str) -> None:
    """As nbgrader.api.Gradebook.__init__ does where there are no tables."""
    engine = create_engine(url)
    Base.metadata.create_all(bind=engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"))
        version = ScriptDirectory(ALEMBIC_DIR).get_current_head()
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:version)"), {"version": version})
    engine.dispose()
