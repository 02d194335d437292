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
OVERLAY = Path(__file__).parent / "config" / "learner"


def learning(where: Places) -> dict[str, str]:
    """For a learner: the course's own Lab, and nbgrader's list of assignments with it."""
    base = launch.environment({"JUPYTER_CONFIG_PATH": str(where.config)})
    base["JUPYTER_CONFIG_PATH"] = os.pathsep.join([str(OVERLAY), base["JUPYTER_CONFIG_PATH"]])
    return {**base, **ONE_THREAD, PAGES: str(where.pages)}


def teaching(where: Places) -> dict[str, str]:
    """For an instructor and for formgrader: all of Lab, and in its terminals the commands of the course."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**launch.environment({"JUPYTER_CONFIG_PATH": str(where.config)}, teach=True), **ONE_THREAD, "PATH": path}
