"""What ``rapport grade`` has graded, and from what: so that a second run passes over it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .. import catalog

PACKAGE = Path(__file__).resolve().parents[1]


class Record:
    """The digest of each submission as it was graded, by student, in a small file of the course's folder.

    A file that is missing or damaged counts as nothing graded.
    """

    def __init__(self, path: Path):
        self._path = path
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {}
        self._digests = found if isinstance(found, dict) else {}

    def get(self, student: str) -> str | None:
        """The digest that was noted last, None where there is none."""
        return self._digests.get(student)

    def note(self, digests: Mapping[str, str | None]) -> None:
        """Note digests, None to forget one; the file is replaced as a whole. Raises OSError where it cannot be."""
        kept = {**self._digests, **digests}
        self._digests = {student: digest for student, digest in kept.items() if digest}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self._path.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._digests, file)
        os.replace(temporary, self._path)


def course_version(*folders: Path) -> str:
    """A digest of all that a grade depends on besides the submission: the assignment's folders, the course, its code."""
    return digest_of(*folders, version=_course_itself())


@cache
def _course_itself() -> str:
    return digest_of(PACKAGE, catalog.root() / "scenarios")


def digest_of(*folders: Path, version: str = "") -> str:
    """A digest of every ordinary file in ``folders``, with its name; links are passed over, wherever they lead."""
    found = hashlib.sha256(version.encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                found.update(f"{path.relative_to(folder).as_posix()}\0{content}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()
