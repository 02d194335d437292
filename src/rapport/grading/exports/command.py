"""What ``rapport export`` does: nbgrader's own export, with its settings, under names one can remember."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.exportapp import ExportApp

from . import FORMATS

SQLITE = "sqlite:///"


def export(assignments: Sequence[str], to: str, output: Path | None = None, **settings: object) -> tuple[Path, str]:
    """Write the grades of ``assignments`` in the format ``to``; gives the file and what is to be said of it.

    ``settings`` are those of the exporter: ``bom``, ``force``, ``roster``. The
    gradebook is the one that nbgrader_config.py of this folder names. Raises
    FileNotFoundError where there is none, and what plugin.GradesExport.write raises.
    """
    app = ExportApp()
    app.initialize([])
    course = app.coursedir
    database = Path(course.db_url.removeprefix(SQLITE))
    if course.db_url.startswith(SQLITE) and not database.exists():  # nbgrader would make an empty one
        raise FileNotFoundError(f"There is no gradebook {database}. Run this in the course's folder, after nbgrader autograde.")
    exporter = FORMATS[to](parent=app, assignment=list(assignments), **settings)
    path = output or Path("-".join([*assignments, to]) + exporter.ending if assignments else exporter.usual + exporter.ending)
    with Gradebook(course.db_url, course.course_id) as book:
        return path, exporter.write(book, path)
