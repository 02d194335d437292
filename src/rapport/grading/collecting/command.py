"""``rapport collect`` as somebody sees it who has typed it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ..course import open_course
from ..refused import Refused
from .collect import collect
from .roster import people_of
from .shelf import Full
from .telling import lines

UNWRITTEN = "Something could not be written. What was collected stays; run the same command again. The system says:"


def run(folder: Path, assignment: str, paths: Sequence[Path], roster: Path | None, **how: bool) -> int:
    """Collect and tell. Returns 0 where all is clear, 1 where a person has to look at a file, 2 where it could not be done.

    Raises FileNotFoundError and Faulty, each with its remedy.
    """
    course = open_course(folder, assignment).course
    try:
        found = collect(course, paths, people_of(course, roster), **how)
    except (Refused, Full) as error:
        return _told(str(error))
    except FileNotFoundError:
        raise
    except OSError as error:
        return _told(f"{UNWRITTEN} {error}")
    for line in lines(found, assignment, how.get("dry_run", False)):
        print(_printable(line))
    return 1 if found.unclear else 0


def _printable(line: str) -> str:
    """What the terminal can show; Windows pipes know few letters, and a name must not end the command."""
    encoding = sys.stdout.encoding or "utf-8"
    return line.encode(encoding, "replace").decode(encoding)


def _told(message: str) -> int:
    print(message, file=sys.stderr)
    return 2
