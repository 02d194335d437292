"""Walks through the files, folders and archives that an instructor names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from . import archives
from .archives import DAMAGED, LINK, is_litter, parts
from .shelf import Found, Odd, Shelf

NO_PLAIN_FILE = "It is no plain file, and was not opened."
CLOSED = "This folder cannot be opened."
_NEAREST = 3
"""How many names of a path that was typed can say whose a file is: learner, assignment, file."""


def look(paths: Iterable[Path], shelf: Shelf) -> Iterator[Found | Odd]:
    """Everything that ``paths`` lead to, in a settled order. Raises FileNotFoundError and shelf.Full.

    What is typed may be a link; links inside a folder are not followed.
    """
    for path in paths:
        if path.is_dir():
            yield from _folder(path, (path.name,) if path.name else (), shelf)
        elif path.exists():
            yield from _file(path, parts(str(path))[-_NEAREST:], shelf)
        else:
            raise FileNotFoundError(f"There is no file or folder {path}. Look for typing errors.")


def _folder(folder: Path, place: tuple[str, ...], shelf: Shelf) -> Iterator[Found | Odd]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield Odd(place, CLOSED)
        return
    for path in inside:
        whole = (*place, path.name)
        if is_litter((path.name,)):
            continue
        if path.is_symlink():
            yield Odd(whole, LINK)
        elif path.is_dir():
            yield from _folder(path, whole, shelf)
        else:
            yield from _file(path, whole, shelf)


def _file(path: Path, place: tuple[str, ...], shelf: Shelf) -> Iterator[Found | Odd]:
    try:
        known = os.stat(path)
        if not stat.S_ISREG(known.st_mode):
            yield Odd(place, NO_PLAIN_FILE)
        elif path.suffix.lower() == ".zip":
            yield from archives.look(place, path, shelf)
        else:
            arrived = datetime.fromtimestamp(known.st_mtime, UTC)
            with path.open("rb") as stream:
                yield from archives.sort(place, stream, shelf, arrived, depth=0)
    except OSError:
        yield Odd(place, DAMAGED)
