"""Copies the notebooks into the site, each with the version that it has here.

A browser keeps a learner's copy of every page that was opened, and shows that copy from
then on. By its version the course's part of Lab notices that the site has a newer one.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

FOLDERS = ("notebooks", "exercises")
KERNEL = {"name": "python", "display_name": "Python (in this browser)", "language": "python"}


def copy(root: Path, target: Path) -> int:
    """Copy every notebook of the course below ``target``; returns how many."""
    paths = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.ipynb")
                   if ".ipynb_checkpoints" not in path.parts)
    for path in paths:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["metadata"]["kernelspec"] = KERNEL
        notebook["metadata"].setdefault("rapport", {})["version"] = version(notebook)
        place = target / path.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(paths)


def version(notebook: dict) -> str:
    """A short mark of what a person reads and runs on a page; outputs do not count."""
    cells = [[cell["cell_type"], "".join(cell["source"])] for cell in notebook["cells"]]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:12]
