"""The page that goes back to a learner: what they wrote, the marks, the reading, the instructor's words.

The page is whole in itself and loads nothing; its content security policy lets
no script run in it, whatever it may hold.
"""

from __future__ import annotations

from importlib import resources

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import GetGrades
from traitlets.config import Config

from ..answers import answer_text
from .sanitise import html_from_markdown


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTML exporter with this course's own page."""

    @property
    def default_config(self) -> Config:
        """The exporter's settings, under its own name so that they go before nbgrader's."""
        config = super().default_config.copy()
        config.FeedbackExporter.template_name = "rapport_feedback"
        config.FeedbackExporter.extra_template_basedirs = [str(resources.files(__package__) / "templates")]
        return config


class GetMarks(GetGrades):
    """nbgrader's step that fetches marks and comments, with comments made safe to show.

    Afterwards ``cell.metadata.nbgrader`` of an answer also holds ``review``
    (whether a person still has to look), ``words`` (the learner's prose, where
    the reading does not show it) and ``comment`` as HTML: what a person wrote,
    or None. What the course itself has to say is the cell's output.
    """

    def _get_comment(self, cell: NotebookNode, resources: dict) -> None:
        written = self.gradebook.find_comment(*self._place(cell)).manual_comment
        cell.metadata.nbgrader["comment"] = html_from_markdown(written) if written else None

    def _get_score(self, cell: NotebookNode, resources: dict) -> None:
        super()._get_score(cell, resources)
        cell.metadata.nbgrader["words"] = "" if cell.metadata.rapport.read else answer_text(cell.source).prose
        cell.metadata.nbgrader["review"] = self.gradebook.find_grade(*self._place(cell)).needs_manual_grade

    def _place(self, cell: NotebookNode) -> tuple[str, str, str, str]:
        return cell.metadata.nbgrader.grade_id, self.notebook_id, self.assignment_id, self.student_id
