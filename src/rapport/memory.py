"""Keeps what a learner did, on the learner's own machine and nowhere else.

Each thing kept is a small JSON file in one folder; deleting the folder forgets
everything. The folder is the environment variable RAPPORT_HOME where it is set,
``.rapport`` in the home folder otherwise, and in the browser edition a folder of
the browser's own store.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_listeners: list[Callable[[str, object], None]] = []


def folder() -> Path:
    """The folder that everything is kept in; it need not exist yet."""
    if named := os.environ.get("RAPPORT_HOME"):
        return Path(named)
    if sys.platform == "emscripten":  # only the notebook's drive outlives the page there
        return Path("/drive/.rapport") if Path("/drive").is_dir() else Path(".rapport")
    return Path.home() / ".rapport"


def load(key: str) -> object | None:
    """What was saved under ``key`` (such as ``scenes/the-gate``), or None.

    A file that is missing or damaged counts as nothing saved: a learner is never
    stopped by it. Raises ValueError for a key that is no plain path.
    """
    path = _path(key)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # no JSON or no UTF-8, a number or a nesting past all bounds
        return None


def save(key: str, value: object) -> bool:
    """Keep a JSON value under ``key``, whole or not at all.

    Returns False where this machine does not let us write (a read-only disk, a
    browser without storage); the lesson goes on without memory then.
    """
    path = _path(key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False)
        os.replace(temporary, path)
    except OSError:
        return False
    for told in _listeners:
        told(key, value)
    return True


def listen(told: Callable[[str, object], None]) -> None:
    """From now on call ``told`` with key and value of whatever was saved. It must be quick and must not raise."""
    _listeners.append(told)


def forget(key: str) -> None:
    """Remove what was saved under ``key``, if anything was."""
    try:
        _path(key).unlink(missing_ok=True)
    except OSError:
        pass


def names(place: str) -> list[str]:
    """What is kept directly under ``place`` (such as ``briefs``), by its last name, in the order of the alphabet."""
    try:
        return sorted(path.stem for path in _path(place).with_suffix("").glob("*.json"))
    except OSError:
        return []


def saved_at(key: str) -> float:
    """When ``key`` was last saved, in seconds as ``time.time`` counts; 0 where nothing is kept."""
    try:
        return _path(key).stat().st_mtime
    except OSError:
        return 0.0


def _path(key: str) -> Path:
    if not re.fullmatch(r"[\w-]+(/[\w-]+)*", key):
        raise ValueError(f"“{key}” cannot name something to keep: use letters, digits, - and / only.")
    return folder() / f"{key}.json"
