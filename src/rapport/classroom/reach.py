"""Whether learners can run what is installed here: a home that is closed to others is the usual reason why not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from . import system

UNREACHABLE = (
    "Learners cannot run {python}: a folder above it, or the course's code, is closed to them. Install the class where "
    "everybody can read, as “make class” does under /opt/rapport."
)

PROBE = "import jupyterhub, rapport.catalog as catalog; next(catalog.root().glob('notebooks/*'))"


def trouble(python: str | Path = sys.executable, environment: Mapping[str, str] = os.environ) -> str:
    """A sentence if an ordinary user cannot run this Python with Rapport in it, and nothing otherwise."""
    if not system.is_root() or not system.user("nobody"):
        return ""
    nobody = {**system.as_user("nobody"), "cwd": "/"}
    try:
        done = subprocess.run([str(python), "-c", PROBE],
                              capture_output=True, check=False, env=dict(environment), **nobody)
    except PermissionError:
        return UNREACHABLE.format(python=python)
    return UNREACHABLE.format(python=python) if done.returncode else ""
