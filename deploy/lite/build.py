"""Builds the browser edition: python deploy/lite/build.py [--output FOLDER]

The result is a folder of plain files for any web server. Each build starts from nothing but
the cache of pinned downloads; README.md, here, says how to publish the result.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import finishing
import packages
import pages
import pinned
import settings
import stdlib

ROOT = pinned.HERE.parents[1]
CACHE = ROOT / "build/lite-cache"


def main() -> int:
    """Build, check, say where it is; 2 where something is missing or the result is not whole."""
    parser = argparse.ArgumentParser(description="Builds the browser edition of the course.")
    parser.add_argument("--output", type=Path, default=ROOT / "build/lite", help="where the site goes (build/lite)")
    output = parser.parse_args().output.resolve()
    try:
        lessons = build(output)
        finishing.check(output)
    except (pinned.Missing, finishing.NotWhole) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{lessons} pages are in {output}. To look at it: make lite-serve")
    return 0


def build(output: Path) -> int:
    """Make the site anew in ``output``; returns the number of notebooks. Raises Missing."""
    node = pinned.node()
    # A second build over the first forgets where Pyodide is, and says nothing of it.
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="rapport-lite-") as made:
        work = Path(made)
        runtime = work / "site/static/pyodide"
        packages.runtime(pinned.pyodide(CACHE), runtime)
        loaded = packages.build(node, pinned.wheels(CACHE), runtime, CACHE, work)
        stdlib.make_ready(node, runtime, CACHE / "compiled", work / "stdlib")
        lessons = pages.copy(ROOT, work / "site/files")
        settings.write(work / "site", [package.name for package in loaded if not package.is_for_later])
        _jupyter_lite(work / "site", output)
    finishing.finish(output)
    return lessons


def _jupyter_lite(folder: Path, output: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", ".", "--output-dir", str(output)],
        cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise pinned.Missing(f"JupyterLite could not build the site:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
