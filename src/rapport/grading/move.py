"""Brings a gradebook from its SQLite file to the PostgreSQL server that the configuration names: all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from nbgrader.api import Base
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import Connection, inspect, select, text

from .database import engine_for, in_plain_words, is_on_server, is_there, without_password
from .lock import on_server
from .refused import Refused

NO_FILE = "There is no gradebook {}. Name the file with --from."
NO_SERVER = "c.CourseDirectory.db_url in nbgrader_config.py names no PostgreSQL server. Set it first."
TAKEN = "There is a gradebook already at {}. Nothing was moved."
OLD = "{} was made by another version of nbgrader. Run “nbgrader db upgrade” before you set db_url."
VERSION = "select version_num from alembic_version"


@in_plain_words()
def move(course: CourseDirectory, file: Path) -> int:
    """Copy every row of the gradebook in ``file`` to the server; returns how many. The file stays as it is.

    Raises FileNotFoundError without the file, Refused where the server has a gradebook already or the file is
    of another version, and Unwritten where the server refuses: nothing is there then.
    """
    if not file.is_file():
        raise FileNotFoundError(NO_FILE.format(file))
    if not is_on_server(course.db_url):
        raise Refused(NO_SERVER)
    with on_server(course, "enter an assignment"):
        if is_there(course.db_url):
            raise Refused(TAKEN.format(without_password(course.db_url)))
        with engine_for(f"sqlite:///{file}").connect() as old, engine_for(course.db_url).begin() as new:
            _refuse_other_version(old, file)
            return _copy(old, new)


def _refuse_other_version(old: Connection, file: Path) -> None:
    for table in Base.metadata.sorted_tables:
        known = inspect(old)
        columns = known.get_columns(table.name) if known.has_table(table.name) else ()
        if {column["name"] for column in columns} != set(table.columns.keys()):
            raise Refused(OLD.format(file))


def _copy(old: Connection, new: Connection) -> int:
    Base.metadata.create_all(bind=new)
    new.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    new.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": old.execute(text(VERSION)).scalar_one()})
    moved = 0
    for table in Base.metadata.sorted_tables:  # what others refer to comes first
        rows = [dict(row) for row in old.execute(select(table)).mappings()]
        if rows:
            new.execute(table.insert(), rows)
        moved += len(rows)
    return moved
