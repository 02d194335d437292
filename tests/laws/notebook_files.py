"""Writes notebook files for tests to spoil."""

import json

def cell(kind, source, **metadata):
    """A cell of a notebook file."""
    found = {"cell_type": kind, "id": "c", "metadata": metadata, "source": source.splitlines(keepends=True)}
    return found | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def answer(source, grade_id="answer", points=10):
    """An answer cell, as nbgrader marks it."""
    settings = {"grade": True, "solution": True, "grade_id": grade_id, "points": points, "locked": False,
                "schema_version": 3, "task": False, "cell_type": "code"}
    return cell("code", source, nbgrader=settings)


def write_notebook(path, *cells, **course):
    """A notebook file of the course."""
    metadata = {"rapport": {"course": True} | course}
    text = json.dumps({"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
