"""Writes files into a folder of the learner's without ever touching one that is not ours."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path

_HEAD = 4096


def write(folder: Path, stem: str, contents: Mapping[str, tuple[bytes, bytes]]) -> list[Path]:
    """Write one file for each ending of ``contents``, all under one name that begins with ``stem``.

    An ending has its content and the mark by which we know such a file as ours: a file with the mark is replaced,
    any other is left alone and the next free name is taken (``stem-2``). Returns the paths. Raises OSError.
    """
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        paths = {ending: folder / f"{name}{ending}" for ending in contents}
        if all(_is_free(path, contents[ending][1]) for ending, path in paths.items()):
            break
    for ending, path in paths.items():
        _put(path, contents[ending][0])
    return list(paths.values())


def _is_free(path: Path, mark: bytes) -> bool:
    """Whether nothing is there, or a plain file that we wrote."""
    if path.is_symlink():
        return False
    if not path.exists():
        return True
    try:
        with path.open("rb") as file:
            return mark in file.read(_HEAD)
    except OSError:
        return False


def _put(path: Path, content: bytes) -> None:
    """The whole file or nothing of it."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
