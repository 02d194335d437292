"""Makes the learners' version of an assignment from the instructor's."""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from ..answers import COMMANDS, PLACEHOLDERS, command_named

STUBS = dict(zip(COMMANDS, PLACEHOLDERS, strict=True))


class ClearAnswers(ClearSolutions):
    """nbgrader's ClearSolutions, with the placeholder that fits what is to be written."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict, cell_index: int) -> tuple[NotebookNode, dict]:
        """Replace the exemplary answer of one cell; other cells get nbgrader's usual stub."""
        usual, stub = self.code_stub, STUBS.get(command_named(cell.source) or "")
        if stub:
            self.code_stub = {**usual, resources["language"]: stub}
        try:
            return super().preprocess_cell(cell, resources, cell_index)
        finally:
            self.code_stub = usual
