"""An assignment as the course gave it out, and as the instructor solved it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode


class Released:
    """The notebooks of one assignment by name, read once. Do not change them.

    ``folder`` is the learners' version, ``solutions`` the instructor's, which need not be there.
    """

    def __init__(self, folder: Path, solutions: Path):
        self.folder, self.solutions = folder, solutions

    @cached_property
    def notebooks(self) -> dict[str, NotebookNode]:
        """The learners' version of each notebook; empty where the assignment was never made."""
        return {path.stem: nbformat.read(path, as_version=4) for path in sorted(self.folder.glob("*.ipynb"))}

    @cached_property
    def solved(self) -> dict[str, NotebookNode]:
        """The instructor's version of each notebook that is kept here and can be read."""
        found = {}
        for path in sorted(self.solutions.glob("*.ipynb")):
            try:
                found[path.stem] = nbformat.read(path, as_version=4)
            except (OSError, ValueError):  # the solutions may be kept elsewhere; that must not stop a class
                continue
        return found
