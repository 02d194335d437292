"""The steps that ``nbgrader_config.py`` puts into ``nbgrader autograde``.

They only fetch what nbgrader knows. What they do with it is in ``rebuild`` and
``read``, which ``rapport grade`` calls as well, without nbgrader.
"""

from __future__ import annotations

from collections.abc import Mapping

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from .read import read_answers
from .rebuild import rebuild


class TakeAnswers(NbGraderPreprocessor):
    """Puts the answers of a submission into a fresh copy of the released notebook."""

    def preprocess(self, nb: NotebookNode, resources: Mapping) -> tuple[NotebookNode, Mapping]:
        """The graded copy in place of the submission ``nb``. Raises ValueError for a faulty assignment."""
        return rebuild(nb, self.parent.released(resources["nbgrader"]["notebook"])), resources


class ReadAnswers(NbGraderPreprocessor):
    """Assesses the answers; ``resources["rapport"]`` holds a Reading by grade id afterwards."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Give each answer cell its reading as the only output."""
        about = resources["nbgrader"]
        today, solution = self.parent.handed_in_on(about["student"]), self.parent.solved(about["notebook"])
        resources["rapport"] = read_answers(nb, today, solution, self.log)
        return nb, resources
