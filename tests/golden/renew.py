"""Renews what tests compare with: golden readings and the notebooks' stored outputs.

Run it after a change that is meant to alter them (``make golden``), then read
the difference line by line before you commit it.
"""

from __future__ import annotations

import datetime
import os
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from rapport.assessing import assess
from rapport.catalog import lesson_paths, root
from rapport.playing import schema
from rapport.reading.brief import brief
from rapport.render import assessment_text

GOLDEN = Path(__file__).parent
TODAY = datetime.date(2026, 3, 8)
WIDGET = "application/vnd.jupyter.widget-view+json"


def drafts() -> list[Path]:
    """Every golden draft: <brief>/<case>.draft.txt."""
    return sorted(GOLDEN.glob("*/*.draft.txt"))


def reading_file(draft: Path) -> Path:
    """Where the expected reading of a golden draft stands."""
    return draft.with_name(draft.name.replace(".draft.txt", ".reading.txt"))


def reading(draft: Path) -> str:
    """What the coach says of a golden draft now."""
    text, situation = draft.read_text(encoding="utf-8"), brief(draft.parent.name)
    return assessment_text(assess(text, situation, today=TODAY), text, situation, today=TODAY).rstrip() + "\n"


def renew_notebook(path: Path) -> None:
    """Run a notebook and keep its outputs, without widget ids: they differ at every run."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, resources=where, record_timing=False, store_widget_state=False).execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(WIDGET, None)
    notebook.metadata.pop("widgets", None)
    notebook.metadata.pop("language_info", None)
    nbformat.write(notebook, path)


def main() -> None:
    os.environ["RAPPORT_HOME"] = tempfile.mkdtemp(prefix="rapport-home-")
    for draft in drafts():
        reading_file(draft).write_text(reading(draft), encoding="utf-8")
        print(reading_file(draft).relative_to(root()))
    (root() / schema.FILE).write_text(schema.as_text(), encoding="utf-8")
    print(schema.FILE)
    for path in lesson_paths().values():
        renew_notebook(path)
        print(path.relative_to(root()))


if __name__ == "__main__":
    main()
