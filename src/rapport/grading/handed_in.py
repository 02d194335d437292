"""Reads a file that was handed in, whatever it holds, and takes nothing but the text of its cells.

nbgrader's own reader follows links, waits at pipes, believes what a file says of
itself and stops at the first thing that is amiss. Here a file that cannot be read
gives an empty notebook with one plain sentence why, and the class goes on.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from nbformat import NotebookNode

from .answers import MISSING, grade_id, source_of

LARGEST = 30_000_000
"""Bytes. A notebook of this course with every answer run takes well under one million."""
MOST_CELLS = 3_000
NO_FILE = "No notebook of this assignment was handed in. A person has to look."
TOO_MANY_FILES = "Several notebooks were handed in, and none has the name of the assignment. A person has to look."
NO_PLAIN_FILE = "What was handed in is no plain file but leads somewhere else. It was not opened. A person has to look."
TOO_LARGE = "The file that was handed in is too large to be read. A person has to look."
NO_NOTEBOOK = "The file that was handed in is not a notebook, or only a part of one. A person has to look."
UNREADABLE_FILES = frozenset({NO_FILE, TOO_MANY_FILES, NO_PLAIN_FILE, TOO_LARGE, NO_NOTEBOOK})
"""Why the whole of a submission could not be read."""
WITHOUT_TEXT = UNREADABLE_FILES | {MISSING}
"""Why there is no text of an answer at all: there is nothing to read then, and a person has to look."""


class Unreadable(ValueError):
    """A submission that cannot be read; its text is one of UNREADABLE_FILES."""


def handed_in(path: Path, root: Path) -> NotebookNode:
    """The cells of the notebook at ``path`` in the folder ``root`` of all submissions.

    Each cell holds ``cell_type``, ``source`` and at most its grade id, nothing else.
    Where the file cannot be read there are no cells, and ``metadata.unreadable`` says why.
    """
    try:
        cells = list(_cells(_parsed(_content(_chosen(path), root))))
        if len(cells) > MOST_CELLS:
            raise Unreadable(TOO_LARGE)
        return _notebook(cells)
    except Unreadable as problem:
        return _notebook([], unreadable=str(problem))


def opened(path: Path, root: Path) -> Mapping:
    """All that a file below ``root`` holds, to ask it what it says of itself; nothing of it is to be believed.

    Raises Unreadable where ``handed_in`` would find no cells.
    """
    return _parsed(_content(path, root))


def _chosen(path: Path) -> Path:
    """The file itself or, where none has its name, the only notebook beside it: downloads get new names."""
    if os.path.lexists(path):
        return path
    others = [file for file in sorted(path.parent.iterdir()) if file.suffix == ".ipynb"] if path.parent.is_dir() else []
    if len(others) == 1:
        return others[0]
    raise Unreadable(TOO_MANY_FILES if others else NO_FILE)


def _content(path: Path, root: Path) -> bytes:
    """The bytes of a plain file below ``root`` that no link leads to or from."""
    if Path(os.path.realpath(path)) != Path(os.path.realpath(root)) / os.path.relpath(path, root):
        raise Unreadable(NO_PLAIN_FILE)
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise Unreadable(NO_PLAIN_FILE)
        # Never wait at a pipe, never follow a link that came in between; Windows knows neither flag.
        flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, os.O_RDONLY | flags), "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as problem:
        raise Unreadable(NO_NOTEBOOK) from problem
    if len(content) > LARGEST:
        raise Unreadable(TOO_LARGE)
    return content


def _parsed(content: bytes) -> Mapping:
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise Unreadable(NO_NOTEBOOK) from problem
    if not isinstance(notebook, Mapping):
        raise Unreadable(NO_NOTEBOOK)
    return notebook


def _cells(notebook: Mapping) -> Iterator[NotebookNode]:
    """What is taken of each cell, in the formats 2 and 3 (``worksheets``, ``input``) as in those since."""
    sheets = notebook.get("worksheets")
    parts = [notebook, *sheets] if isinstance(sheets, list) else [notebook]
    lists = [part.get("cells") for part in parts if isinstance(part, Mapping)]
    if not any(isinstance(cells, list) for cells in lists):
        raise Unreadable(NO_NOTEBOOK)
    for cells in lists:
        for cell in cells if isinstance(cells, list) else []:
            if isinstance(cell, Mapping):
                yield _taken(cell)


def _taken(cell: Mapping) -> NotebookNode:
    kind, name = cell.get("cell_type"), grade_id(cell)
    return NotebookNode(
        cell_type=kind if kind in ("code", "markdown", "raw") else "raw",
        source=source_of({"source": cell.get("source", cell.get("input", ""))}),
        metadata=NotebookNode(nbgrader=NotebookNode(grade_id=name)) if name else NotebookNode(),
    )


def _notebook(cells: list[NotebookNode], **metadata: str) -> NotebookNode:
    return NotebookNode(nbformat=4, nbformat_minor=5, cells=cells, metadata=NotebookNode(metadata))
