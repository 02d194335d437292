"""Starts JupyterLab on the course, set up for a learner or for an instructor.

The server runs in a process of its own, with settings that reach it through its
environment; nothing in the user's own Jupyter folders is changed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from .. import catalog

FIRST_PAGE = "notebooks/00-start-here.ipynb"
COPIED = ("notebooks", "exercises")
OPENING = "The course opens in your browser. To end it, press Ctrl+C here."
ADDRESS = "Open the address below in your browser. To end the course, press Ctrl+C here."
MISSING = "JupyterLab is not installed here. Install it with: python -m pip install jupyterlab ipykernel"


def learn(
    folder: Path | None = None,
    browser: bool = True,
    port: int | None = None,
    teach: bool = False,
    argv: Sequence[str] = (),
) -> int:
    """Open the course and wait until JupyterLab ends; returns its exit code (2 where it is not installed).

    ``folder`` is where the lessons are, or are to be copied (see course_folder);
    ``argv`` is passed on to JupyterLab. Raises FileNotFoundError where the
    package was installed without its lessons.
    """
    if find_spec("jupyterlab") is None:
        print(MISSING, file=sys.stderr)
        return 2
    home, kept = course_folder(folder)
    if kept:
        print(kept_sentence(kept))
    print(OPENING if browser else ADDRESS, flush=True)
    return _run(command(browser, port, teach, argv), home, environment(os.environ, teach))


def course_folder(folder: Path | None = None) -> tuple[Path, tuple[str, ...]]:
    """The folder to open, filled with the lessons, and the learner's files that differ from ours.

    In a checkout, with no folder named, that is the checkout. Otherwise lessons
    missing from ``folder`` (``rapport-course`` where none is named) are copied
    into it. Raises OSError where the folder cannot be written.
    """
    source = catalog.root()
    if folder is None and (source / "pyproject.toml").is_file():
        return source, ()
    target = Path(folder or "rapport-course").resolve()
    if target == source:
        return source, ()
    return target, fill(source, target)


def fill(source: Path, target: Path, folders: Sequence[str] = COPIED) -> tuple[str, ...]:
    """Copy the lessons of ``folders`` that ``target`` lacks; returns the paths kept there although ours differ.

    A file that stands in ``target`` is never written: it may hold a learner's work.
    Notebooks are compared by the text of their cells, since running one changes the rest.
    """
    kept = []
    for path in _lessons(source, folders):
        copy = target / path
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / path, copy)
        elif _text(copy) != _text(source / path):
            kept.append(path.as_posix())
    return tuple(kept)


def kept_sentence(kept: Sequence[str]) -> str:
    """What to tell a learner whose files were left alone."""
    return (f"Your own version is kept: {', '.join(kept)}. "
            "To get the course's version too, rename yours and start again.")


def environment(base: dict[str, str] | os._Environ[str], teach: bool = False) -> dict[str, str]:
    """``base`` with the learner's or the instructor's Jupyter configuration put before any other."""
    config = Path(__file__).parent / "config" / ("teach" if teach else "learn")
    others = base.get("JUPYTER_CONFIG_PATH")
    return {
        **base,
        "JUPYTER_CONFIG_PATH": os.pathsep.join([str(config), *([others] if others else [])]),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }


def command(browser: bool = True, port: int | None = None, teach: bool = False, argv: Sequence[str] = ()) -> list[str]:
    """The command that starts JupyterLab; a learner gets the first page alone, an instructor all of Lab."""
    options = ["--ServerApp.answer_yes=True", "--log-level=ERROR"]
    if not teach:
        options.append(f"--LabApp.default_url=/doc/tree/{FIRST_PAGE}")
    if not browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # in a container there is often nobody else; it listens on this machine only
    if port:
        options.append(f"--port={port}")
    return [sys.executable, "-m", "jupyterlab", *options, *argv]


def _lessons(source: Path, folders: Sequence[str]) -> list[Path]:
    found = (path for folder in folders for path in (source / folder).rglob("*") if path.is_file())
    return sorted(path.relative_to(source) for path in found if not _is_hidden(path.relative_to(source)))


def _text(path: Path) -> list[tuple[str, str]] | bytes:
    """What a person wrote in a notebook; the bytes of any other file."""
    content = path.read_bytes()
    try:
        return [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(content)["cells"]]
    except (ValueError, TypeError, KeyError):
        return content


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "__")) for part in path.parts)


def _run(arguments: list[str], folder: Path, env: dict[str, str]) -> int:
    with subprocess.Popen(arguments, cwd=folder, env=env) as server:
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:
                # The server gets the same Ctrl-C from the terminal; it saves and ends by itself.
                continue
