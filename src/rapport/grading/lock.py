"""Lets only one program at a time write what belongs to an assignment, on this machine and, with PostgreSQL, on all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from sqlalchemy import text

from .database import engine_for, is_on_server
from .refused import Refused

BUSY = "This assignment is being graded already, in another window or by somebody else. Wait until that is done."


@contextmanager
def alone(course: CourseDirectory) -> Iterator[None]:
    """Write the chosen assignment's grades while nobody else does. Raises Refused where somebody does."""
    what = f"grade-{course.assignment_id}"
    with _in_folder(Path(course.root, ".rapport", f"{what}.lock")), on_server(course, what, wait=False):
        yield


@contextmanager
def on_server(course: CourseDirectory, what: str, wait: bool = True) -> Iterator[None]:
    """Hold PostgreSQL's lock for ``what``, which the server lets go when this process ends, however it ends.

    Waits for whoever holds it or, without ``wait``, raises Refused. A gradebook in a file has no such lock: for it
    nobody is kept out. Raises SQLAlchemyError where the server does not answer.
    """
    if not is_on_server(course.db_url):
        yield
        return
    ask = "pg_advisory_lock" if wait else "pg_try_advisory_lock"
    engine = engine_for(course.db_url, isolation_level="AUTOCOMMIT")  # no transaction stays open beside the lock
    with engine.connect() as connection:
        key = {"what": f"rapport {course.course_id} {what}"}
        if connection.execute(text(f"select {ask}(hashtextextended(:what, 0))"), key).scalar() is False:
            raise Refused(BUSY)
        yield


@contextmanager
def _in_folder(path: Path) -> Iterator[None]:
    """Hold the lock file ``path``, which the system lets go when this process ends, however it ends. Raises Refused.

    Where the system or the disk knows no such locks (Windows, some network disks) nobody is kept out.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # which no forked worker inherits
        except (BlockingIOError, PermissionError) as error:
            raise Refused(BUSY) from error
        except OSError:
            pass
        yield
