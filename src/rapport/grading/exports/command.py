"""What ``rapport export`` does: nbgrader's own export, with its settings, under names one can remember."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.exportapp import ExportApp

from ..database import file_of, in_plain_words, is_there, without_password
from . import FORMATS

NO_GRADEBOOK = "There is no gradebook {}. Grade the class first, or name the course's folder with --folder."


class Settings(ExportApp):
    """nbgrader's export without a command line: it reads the settings of one course's folder, wherever it was typed."""

    load_cwd_config = False

    def _log_level_default(self) -> int:
        return logging.ERROR


@in_plain_words()
def export(
    folder: Path, assignments: Sequence[str], to: str, output: Path | None = None, **settings: object
) -> tuple[Path, str]:
    """Write the grades of ``assignments`` in the format ``to``; gives the file and what is to be said of it.

    ``folder`` is the course's; ``settings`` are those of the exporter: ``bom``,
    ``force``, ``roster``. Raises FileNotFoundError where there is no gradebook,
    Unwritten where the database cannot be read, and what plugin.GradesExport.write raises.
    """
    app = Settings()
    app.initialize([], root=str(folder.resolve()))
    course = app.coursedir
    if not is_there(course.db_url):  # nbgrader would make an empty one
        raise FileNotFoundError(NO_GRADEBOOK.format(file_of(course.db_url) or without_password(course.db_url)))
    exporter = FORMATS[to](parent=app, assignment=list(assignments), **settings)
    path = output or Path("-".join([*assignments, exporter.usual]) + exporter.ending)
    with Gradebook(course.db_url, course.course_id) as book:
        return path, exporter.write(book, path)
