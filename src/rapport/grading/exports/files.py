"""Writes a file whole or not at all, and not over another one unless that is asked for."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, text: str, *, bom: bool = False, force: bool = False) -> None:
    """Write ``text`` as UTF-8, with its line ends as they are; with ``bom`` the mark goes first by which Excel knows it.

    Raises FileExistsError where there is such a file and ``force`` is not set,
    FileNotFoundError where its folder is missing, OSError where that cannot be written in. Grades are nobody else's
    business: on systems with such rights only the owner may read a new file.
    """
    _refuse_taken(path, force)
    if not path.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {path.parent} to write {path.name} in. Make it first.")
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
            file.write(text)
        _refuse_taken(path, force)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _refuse_taken(path: Path, force: bool) -> None:
    if os.path.lexists(path) and not force:
        raise FileExistsError(f"There is a file of this name already: {path}. Name another one.")
