"""Makes a gradebook as a whole or not at all, and at once.

nbgrader makes one table by table and notes its version last, for which it starts a
program that takes seconds. A crash in between would leave a gradebook that no
later version of nbgrader could bring up to date.
"""

from __future__ import annotations

import os

from alembic.script import ScriptDirectory
from nbgrader.api import Base
from nbgrader.coursedir import CourseDirectory
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import text

from .database import engine_for, file_of, is_on_server, is_there


def make_gradebook(course: CourseDirectory) -> None:
    """Make the gradebook of a course where there is none yet, in a file or on a PostgreSQL server.

    Any other is left to nbgrader. Raises SQLAlchemyError where it cannot be made.
    """
    url = course.db_url
    file = file_of(url)
    if not (file or is_on_server(url)) or is_there(url):
        return
    if not file:
        _make(url)
        return
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    _make(f"sqlite:///{part}")
    os.replace(part, file)


def _make(url: str) -> None:
    """As nbgrader.api.Gradebook.__init__ does where there are no tables, but in one transaction."""
    with engine_for(url).begin() as connection:
        Base.metadata.create_all(bind=connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"))
        version = ScriptDirectory(ALEMBIC_DIR).get_current_head()
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:version)"), {"version": version})
