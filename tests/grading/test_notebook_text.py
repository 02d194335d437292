"""The quick way to write a notebook gives what nbformat gives, to the byte."""

import copy
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from rapport.grading.notebook_text import notebook_text

REPOSITORY = Path(__file__).resolve().parents[2]
NASTY = "\u2028\x00\x85 \\ \" ' \t\r\n é 😀 </script>\n\n$x$"


def odd() -> NotebookNode:
    """Whatever a notebook can hold: empty and deep things, numbers, letters that JSON escapes."""
    data = {"text/html": NASTY, "application/json": {"b": [1, 2.5, -0.0, 1e300, None, True], "a": {}, "": [[], [[]]]}}
    output = new_output("display_data", data, metadata={"text/html": {"isolated": False}})
    cells = [
        new_code_cell(NASTY, id="one", outputs=[output, new_output("stream", text="a\nb"), new_output("error")],
                      execution_count=3, metadata={"trusted": True, "tags": ["hidden"]}),
        new_markdown_cell("", id="two", attachments={"a.png": {"image/png": "AA=="}}), new_markdown_cell("\n", id="three"),
    ]
    return new_notebook(cells=cells, metadata={"orig_nbformat": 3, "authors": [], NASTY: NASTY})


@pytest.mark.parametrize("notebook", [
    odd(), new_notebook(), *(nbformat.read(path, as_version=4) for path in sorted(REPOSITORY.glob("solutions/*/*.ipynb"))),
])
def test_a_notebook_is_written_as_nbformat_writes_it(notebook):
    assert notebook_text(copy.deepcopy(notebook)) == nbformat.writes(notebook, version=4) + "\n"
