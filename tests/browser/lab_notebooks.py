"""Small course notebooks for the browser tests."""

import nbformat


def code(source, *tags, **metadata):
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags), **metadata})


def lesson(path, *cells):
    notebook = nbformat.v4.new_notebook(cells=list(cells), metadata={
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "rapport": {"course": True},
    })
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
