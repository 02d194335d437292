"""Lets only one ``rapport grade`` at a time write what belongs to an assignment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .refused import Refused

BUSY = "This assignment is being graded already, in another window or by somebody else. Wait until that is done."


@contextmanager
def alone(path: Path) -> Iterator[None]:
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
