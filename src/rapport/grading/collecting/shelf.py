"""A folder of our own, in which everything lies under a number."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from ..handed_in import LARGEST

MOST = 4_000_000_000
"""Bytes of everything together; a class of thousands needs a part of it."""
_AT_ONCE = 1 << 20


TOO_MUCH = "This is more than a class can have written. Name fewer files at once."
NO_ROOM = "There is no room to unpack this. The system says: {}"


class Full(Exception):
    """There is no room for all that was named; the text says why, and what to do."""


@dataclass(frozen=True)
class Found:
    """A file that could be a notebook: the names of folders, archives and file that lead to it, outermost first, where
    it lies now, and when it arrived, as far as anybody knows."""

    place: tuple[str, ...]
    path: Path
    arrived: datetime | None = None


@dataclass(frozen=True)
class Odd:
    """Something that is no notebook or could not be opened, and why. ``meant`` is whether it can have been meant as one."""

    place: tuple[str, ...]
    why: str
    meant: bool = True


class Shelf:
    """Files under numbers in a temporary folder, gone when it is closed."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="rapport-collect-")
        self.root = Path(self._folder.name)
        self._number = self._bytes = 0

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_) -> None:
        self._folder.cleanup()

    @property
    def held(self) -> int:
        """How many bytes lie here."""
        return self._bytes

    def drop(self, path: Path) -> None:
        """Take a file away that is of no use."""
        self._bytes -= path.stat().st_size
        path.unlink()

    def put(self, start: bytes, rest: BinaryIO) -> Path:
        """Lay down ``start`` and what follows it, cut off just beyond what a notebook may have. Raises Full."""
        self._number += 1
        path = self.root / f"{self._number}.ipynb"
        with path.open("wb") as file:
            piece = start
            while piece and file.tell() <= LARGEST:
                self._write(file, piece)
                piece = rest.read(_AT_ONCE)
        return path

    def _write(self, file: BinaryIO, piece: bytes) -> None:
        self._bytes += len(piece)
        if self._bytes > MOST:
            raise Full(TOO_MUCH)
        try:
            file.write(piece)
        except OSError as error:
            raise Full(NO_ROOM.format(error)) from error
