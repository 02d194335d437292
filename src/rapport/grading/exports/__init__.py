"""Brings grades out of nbgrader's gradebook: for Canvas, for Moodle, as plain CSV and as JSON.

    nbgrader export --exporter=rapport.grading.exports.CanvasExport --to grades.csv
    rapport export follow-up --to canvas

``grades`` reads the gradebook, ``cells`` writes a table that no spreadsheet can
be made to run, ``plugin`` joins the two and says what stayed empty. A grade that
nobody has settled yet is an empty cell, never 0.
"""

from .as_json import JsonExport
from .canvas import CanvasExport
from .moodle import MoodleExport
from .plain import CsvExport

FORMATS = {"canvas": CanvasExport, "moodle": MoodleExport, "csv": CsvExport, "json": JsonExport}

__all__ = ["FORMATS", "CanvasExport", "CsvExport", "JsonExport", "MoodleExport"]
