"""Where nbgrader's gradebook is: a file of SQLite or a PostgreSQL server; and what went wrong there, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from .refused import Unwritten

IN_MEMORY = ":memory:"
NO_DRIVER = (
    "The gradebook is on a PostgreSQL server. Install what speaks to it: pip install \"rapport[postgres]\", "
    "and begin c.CourseDirectory.db_url in nbgrader_config.py with postgresql+psycopg://"
)
NO_ADDRESS = "c.CourseDirectory.db_url in nbgrader_config.py is no address of a database."


def is_on_server(url: str) -> bool:
    """Whether the gradebook is on a PostgreSQL server. Raises ArgumentError for what is no address."""
    return make_url(url).get_backend_name() == "postgresql"


def file_of(url: str) -> Path | None:
    """The gradebook's file; None where it is no file. Raises ArgumentError for what is no address."""
    place = make_url(url)
    is_file = place.get_backend_name() == "sqlite" and place.database not in (None, "", IN_MEMORY)
    return Path(place.database) if is_file else None


def is_there(url: str) -> bool:
    """Whether there is a gradebook; nothing is made. Raises SQLAlchemyError where a server does not answer."""
    file = file_of(url)
    if file:
        return file.is_file()
    engine = engine_for(url)
    with engine.connect() as connection:
        return inspect(connection).has_table("grade")


def engine_for(url: str, **options: object) -> Engine:
    """A way to the database whose connections end as soon as they are closed."""
    return create_engine(url, poolclass=NullPool, **options)


def without_password(url: str) -> str:
    """The address as it may be shown."""
    return make_url(url).render_as_string(hide_password=True)


def told(error: Exception) -> str:
    """An error in one line; a database's without the statement and its values, which are learners' words."""
    if isinstance(error, ModuleNotFoundError) and error.name in ("psycopg", "psycopg2"):
        return NO_DRIVER
    if isinstance(error, ArgumentError):  # which repeat the address, password and all
        return NO_ADDRESS
    if isinstance(error, DBAPIError) and error.orig:
        error = error.orig
    if isinstance(error, SQLAlchemyError) or type(error).__module__.startswith(("psycopg", "sqlite3")):
        return next(iter(str(error).splitlines()), type(error).__name__)
    return str(error)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Raises Unwritten in place of whatever a database raises. Also a decorator."""
    try:
        yield
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        if isinstance(error, ModuleNotFoundError) and told(error) != NO_DRIVER:
            raise
        raise Unwritten(told(error)) from error
