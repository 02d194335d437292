"""A copy of this environment that every user can run, for rehearsals on a machine where it lies in somebody's closed home.

Files are linked where the disk allows it, so the copy takes two or three seconds and no room.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import catalog

VERSION = f"python{sys.version_info.major}.{sys.version_info.minor}"
UNUSED = ("test", "idlelib", "tkinter", "site-packages", "config-*")
COURSE = ("src", "scenarios", "notebooks", "exercises")


@dataclass(frozen=True)
class Copy:
    """The Python of the copy, and what has to stand in its environment."""

    python: Path
    environment: dict[str, str]


def make(folder: Path) -> Copy:
    """Copy the running Python, its environment and the course into ``folder``. Raises OSError."""
    base, prefix = folder / "base", folder / "environment"
    _copy_base(base)
    _link_tree(Path(sys.prefix), prefix)
    _point_to(base / "bin" / VERSION, prefix)
    found = {"LD_LIBRARY_PATH": str(base / "lib")}
    if (catalog.root() / "pyproject.toml").is_file():
        for name in COURSE:
            _link_tree(catalog.root() / name, folder / "course" / name)
        found["PYTHONPATH"] = str(folder / "course" / "src")
    return Copy(prefix / "bin" / "python", found)


def _copy_base(base: Path) -> None:
    source = Path(sys.base_prefix)
    _link_tree(source / "lib" / VERSION, base / "lib" / VERSION, UNUSED)
    for library in (source / "lib").glob("libpython*"):
        _link(str(library.resolve()), str(base / "lib" / library.name))
    (base / "bin").mkdir()
    shutil.copy2(Path(sys.executable).resolve(), base / "bin" / VERSION)


def _point_to(python: Path, prefix: Path) -> None:
    """Make the environment start the copied Python, its programs included."""
    for link in (prefix / "bin").glob("python*"):
        if link.is_symlink():
            link.unlink()
            link.symlink_to(python)
    config = prefix / "pyvenv.cfg"
    lines = [line for line in config.read_text(encoding="utf-8").splitlines() if not line.startswith(("home", "executable"))]
    config.unlink()
    config.write_text("\n".join([f"home = {python.parent}", *lines]) + "\n", encoding="utf-8")
    first = f"#!{sys.prefix}/".encode()
    for program in (prefix / "bin").iterdir():
        if program.is_file() and not program.is_symlink() and (content := program.read_bytes()).startswith(first):
            program.unlink()
            program.write_bytes(content.replace(first, f"#!{prefix}/".encode(), 1))
            program.chmod(0o755)


def _link_tree(source: Path, target: Path, unused: Sequence[str] = ()) -> None:
    ignored = shutil.ignore_patterns(*unused) if unused else None
    shutil.copytree(source, target, symlinks=True, ignore=ignored, copy_function=_link)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
