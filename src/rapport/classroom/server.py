"""``python -m rapport.classroom.server``: a server on the hub, with the lessons in the user's own folder first.

It runs as the user. Files that the user has are never written over (see lab.launch.fill).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from .. import catalog
from ..lab import launch
from .environment import PAGES
from .places import LEARNING

LESSONS = ("notebooks",)
"""Assignments come through nbgrader, so that each has one way in and one way back."""


def prepare(home: Path) -> Path:
    """Put the lessons that are missing into the user's folder of the course; returns that folder."""
    folder = home / LEARNING
    folder.mkdir(exist_ok=True)
    launch.fill(catalog.root(), folder, LESSONS)
    if pages := os.environ.get(PAGES):
        for page in sorted(Path(pages).glob("*.ipynb")):
            if not (folder / page.name).exists():
                shutil.copyfile(page, folder / page.name)
    return folder


def main() -> None:
    """Prepare the folder, then become the server, which so keeps nothing of this in memory."""
    try:
        os.chdir(prepare(Path.home()))  # where nbgrader's list of assignments puts what it fetches
    except OSError as error:  # a full disk: the learner gets in and can clear up
        print(f"The lessons could not be copied: {error}", file=sys.stderr)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub.singleuser", *sys.argv[1:]])


if __name__ == "__main__":
    main()
