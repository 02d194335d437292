"""What a server on the hub finds in its environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..lab import launch
from .places import Places

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Forty learners, each with as many threads as there are processors, wait for one another; measured, see SIZING.md."""
PAGES = "RAPPORT_CLASS_PAGES"
"""Names the folder of the class's own notebooks (see server)."""
OVERLAYS = Path(__file__).parent / "config"
"""What differs from ``make learn`` and ``make teach``; the accounts' own shell is none, so teachers' terminals name one."""


def learning(where: Places) -> dict[str, str]:
    """For a learner: the course's own Lab, and nbgrader's list of assignments with it."""
    return {**_jupyter(where, "learner", teach=False), PAGES: str(where.pages)}


def teaching(where: Places) -> dict[str, str]:
    """For an instructor and for formgrader: all of Lab, and in its terminals the commands of the course."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**_jupyter(where, "teacher", teach=True), "PATH": path}


def _jupyter(where: Places, overlay: str, teach: bool) -> dict[str, str]:
    base = launch.environment({"JUPYTER_CONFIG_PATH": str(where.config)}, teach)
    first = os.pathsep.join([str(OVERLAYS / overlay), base["JUPYTER_CONFIG_PATH"]])
    return {**base, **ONE_THREAD, "JUPYTER_CONFIG_PATH": first}
