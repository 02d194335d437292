"""One page about how a class did, for the person who teaches it.

``gathered`` reads the gradebook and the graded copies; ``mistakes``, ``spread``,
``needing``, ``agreement``, ``alike`` and ``gain`` are what it works out;
``charts``, ``sections`` and ``page`` show it. Nothing is written but the page.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..course import Opened
from .gain import earlier_versions
from .gathered import gather
from .names import blind as without_names
from .page import page


def write_report(opened: Opened, path: Path, blind: bool = False, earlier: Path | None = None) -> str:
    """Write the page to ``path``, all at once, and return a sentence that says so.

    ``blind`` puts numbers in place of names; ``earlier`` is where nbgrader's exchange keeps submissions. Raises
    FileNotFoundError where nothing has been graded yet.
    """
    found = gather(opened.course)
    versions = earlier_versions(opened, found, earlier)
    html = page(without_names(found) if blind else found, versions)
    new = path.with_name(f".{path.name}.new")
    new.write_text(html, encoding="utf-8", errors="replace")
    os.replace(new, path)
    return f"Written: {path}\n{len(found.read)} answers of {len(found.handed_in)} learners. Open it in a browser."
