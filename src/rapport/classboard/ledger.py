"""The board's file: one JSON object a line, added at the end, so that a restart loses nothing.

What is taken back is taken out: the file is then written anew without it, whole or not at all. Only the account that
runs the board may read it.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

LOG = logging.getLogger("rapport.classboard")


class Ledger:
    """The rows in one file. Raises OSError where it cannot be written."""

    def __init__(self, path: Path):
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            self._write([])
        path.chmod(0o600)
        self._mend_end()

    def rows(self) -> Iterator[dict]:
        """Every row, oldest first; a line that is damaged is named in the log and left out."""
        with self._path.open(encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, start=1):
                try:
                    row = json.loads(line)
                except ValueError:
                    row = None
                if isinstance(row, dict):
                    yield row
                else:
                    LOG.warning("%s:%d: this line is damaged and was left out.", self._path, number)

    def add(self, row: dict) -> None:
        """Add a row, and be sure that it is on the disk."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_line(row))
            file.flush()
            os.fsync(file.fileno())

    def keep(self, wanted: Callable[[dict], bool]) -> None:
        """Write the file anew with the wanted rows alone."""
        self._write([row for row in self.rows() if wanted(row)])

    def _write(self, rows: list[dict]) -> None:
        handle, temporary = tempfile.mkstemp(dir=self._path.parent, suffix=".part")  # only we can read it
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(map(_line, rows))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self._path)

    def _mend_end(self) -> None:
        """End a last line that was cut off, so that the next row does not grow together with it."""
        content = self._path.read_bytes()
        if content and not content.endswith(b"\n"):
            with self._path.open("ab") as file:
                file.write(b"\n")


def _line(row: dict) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
