"""Makes the file to hand in from a notebook on the disk."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from .. import catalog
from ..documents import Fault, Faulty
from . import paper
from .boxes import Box, boxes

COURSE = "rapport-course"
_COPY = re.compile(r"(?: ?\(\d+\)|-Copy\d+|-hand-in)+$")


@dataclass(frozen=True)
class Made:
    """The file that was made, the notebook it was made from, when that was saved, and its boxes."""

    path: Path
    notebook: Path
    saved: datetime
    boxes: list[Box]


def submit(what: str, name: str = "", number: str = "", to: Path | None = None) -> Made:
    """Make the file to hand in for ``what``, an assignment's name or a notebook's path, in the folder ``to``.

    Without ``to`` it goes into the folder one is in. Raises catalog.Unknown where there is no such
    assignment, FileNotFoundError where the notebook or the folder is missing, Faulty for what is no
    notebook with answers, and where a file that would be written over was worked in. OSError where
    nothing can be written.
    """
    source = find(what)
    notebook = read(source)
    found = boxes(notebook)
    if not found:
        raise _faulty(source, "There is nothing to hand in here: this page has no box to answer in.",
                      "Name an assignment, such as follow-up.")
    assignment = _COPY.sub("", source.stem)
    folder = to or Path()
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no folder {folder}. Make it first, or name another one after --to.")
    target = folder / f"{assignment}{paper.ENDING}"
    _refuse_to_lose(target, source)
    _write(target, paper.make(notebook, assignment, datetime.now(UTC), name, number))
    return Made(target, source, datetime.fromtimestamp(source.stat().st_mtime), found)


def find(what: str) -> Path:
    """The learner's notebook: a path, or an assignment's name, looked for from the folder one is in.

    Raises catalog.Unknown and FileNotFoundError.
    """
    if what.endswith(".ipynb") or "/" in what or os.sep in what:
        path = Path(what)
        if path.is_dir():
            path = path / f"{path.resolve().name}.ipynb"
        if not path.is_file():
            raise FileNotFoundError(f"There is no file {path}. Look for typing errors, or name the assignment alone.")
        return path
    places = [Path(), Path(COURSE), *_checkout()]
    candidates = [place / part / f"{what}.ipynb" for place in places for part in (Path("exercises", what), what, "")]
    for path in candidates:
        if path.is_file():
            return path
    if what not in catalog.assignment_paths():
        raise catalog.Unknown("assignment", what, list(catalog.assignment_paths()))
    raise FileNotFoundError(f"Your page for “{what}” is not here. Go to the folder of the course first, or name the "
                            f"page's whole path, such as {Path(COURSE, 'exercises', what, what)}.ipynb.")


def read(path: Path) -> Mapping:
    """The notebook as data. Raises Faulty where it is none, OSError where it cannot be read."""
    try:
        notebook = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _faulty(path, "This is no notebook, or only a part of one.", "Open it in Jupyter and save it again.") from error
    if not isinstance(notebook, Mapping) or not isinstance(notebook.get("cells"), list):
        raise _faulty(path, "This is no notebook.", "Name the page that you wrote in; it ends in .ipynb.")
    return notebook


def _checkout() -> list[Path]:
    """The repository, where the course runs from there; the package's own copies hold nobody's work."""
    return [catalog.root()] if (catalog.root() / "pyproject.toml").is_file() else []


def _refuse_to_lose(target: Path, source: Path) -> None:
    """Somebody may have opened the file to hand in, and gone on writing there."""
    if not target.exists() or (source.exists() and os.path.samefile(target, source)):
        return
    try:
        made = paper.is_whole(read(target))
    except Faulty:
        made = False
    if not made:
        raise _faulty(target, "This file was changed after it was made, so it was not written over.",
                      "If you wrote in it, copy your words into your page. Then rename or delete it, and do this again.")


def _write(path: Path, notebook: Mapping) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            # Half a surrogate pair cannot be written as UTF-8; in ASCII it can.
            json.dump(notebook, file, indent=1)
            file.write("\n")
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _faulty(path: Path, message: str, remedy: str) -> Faulty:
    return Faulty([Fault(str(path), 0, "", message, remedy)])
