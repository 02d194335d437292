"""Notebooks that are not as they were given out: cells changed, moved and forged, and files that are no notebooks."""

import copy
import gzip
import json

from rapport.grading.answers import MISSING, SEVERAL
from rapport.grading.handed_in import LARGEST, MOST_CELLS, NO_NOTEBOOK, TOO_LARGE

from submissions import MESSAGE, PLAN, cell_of

from .cases import HONEST, LINE, Case, Deserves, Place, Waits, changed, own, with_message


def _twin(notebook: dict, cell: dict) -> None:
    notebook["cells"].append(copy.deepcopy(cell))


def _split(notebook: dict, cell: dict) -> None:
    place = notebook["cells"].index(cell)
    notebook["cells"].insert(place + 1, copy.deepcopy(cell) | {"id": "half", "source": ""})


MERGED = f'rapport.show_brief("after-the-event")\n{LINE}\n{HONEST}'


def _merged(notebook: dict, cell: dict) -> None:
    """Merge Cells keeps the settings of the upper cell, and so loses the grade id."""
    place = notebook["cells"].index(cell)
    notebook["cells"][place - 1 : place + 1] = [own("code", MERGED)]


def _split_in_two(notebook: dict, cell: dict) -> None:
    _split(notebook, cell)
    cell["source"] = f"{LINE}\n{HONEST}"
    cell_of(notebook, "half")["source"] = "Bye, Leo"


def _retype(kind: str):
    def change(notebook: dict, cell: dict) -> None:
        cell["cell_type"] = kind
        for name in ("outputs", "execution_count"):
            del cell[name]
    return changed(change)


def _renamed(notebook: dict, cell: dict) -> None:
    cell["metadata"]["nbgrader"]["grade_id"] = "another"


def _settings(**settings: object):
    return changed(lambda notebook, cell: cell["metadata"]["nbgrader"].update(settings))


def _in_list(notebook: dict, cell: dict) -> None:
    cell["source"] = [cell["source"], 7, None, {"text": "more"}]


def _forged_own(notebook: dict, cell: dict) -> None:
    marks = cell["metadata"]["nbgrader"] | {"grade_id": "extra-credit", "points": 50, "solution": False}
    notebook["cells"].append(own("code", "10", metadata={"nbgrader": marks}))


def _forged_reading(notebook: dict, cell: dict) -> None:
    cell["metadata"]["rapport"] = {"brief": "plan-after-conference", "review": "", "read": True, "score": 10}
    notebook["metadata"]["rapport"] = {"course": True, "unreadable": "", "review": ""}


def _swapped(notebook: dict, cell: dict) -> None:
    """Each grade id on the other's cell: the text that stands under an id is what is read for it."""
    plan = cell_of(notebook, PLAN)
    cell["metadata"], plan["metadata"] = plan["metadata"], cell["metadata"]
    cell["source"], plan["source"] = plan["source"], cell["source"]


def _strange_cells(notebook: dict, cell: dict) -> None:
    strange = [None, 7, "text", [], {}, {"cell_type": 7}, {"metadata": []}, {"metadata": {"nbgrader": [1]}}]
    more = [{"metadata": {"nbgrader": {"grade_id": {"a": 1}}}, "source": {"a": 1}}, {"source": None, "outputs": "x"}]
    notebook["cells"] = [*strange, *notebook["cells"], *more]


def _deep(value: object, depth: int) -> object:
    for _ in range(depth):
        value = {"a": [value]}
    return value


def _as_format_3(place: Place) -> dict:
    cells = []
    for cell in place.answered()["cells"]:
        old = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        name = "input" if cell["cell_type"] == "code" else "source"
        cells.append(old | {name: cell["source"], "language": "python", "outputs": [], "collapsed": False})
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}


def _content(make):
    """Makes a file out of the text of a good notebook."""
    return lambda place: make(json.dumps(place.answered()))


def _padded(size: int):
    def make(place: Place) -> str:
        notebook = place.answered()
        notebook["cells"].append(own("code", "plot", outputs=[{"data": {"image/png": "A" * size}}]))
        return json.dumps(notebook)
    return make


CHANGED = {
    "twin": changed(_twin),
    "split": changed(_split),
    "retyped-markdown": _retype("markdown"),
    "retyped-raw": _retype("raw"),
    "reordered": changed(lambda notebook, cell: notebook["cells"].reverse()),
    "source-in-a-list": changed(_in_list),
    "forged-answer": changed(_forged_own),
    "forged-reading": changed(_forged_reading),
    "swapped-cells": changed(_swapped),
    "strange-cells": changed(_strange_cells),
    "schema-too-new": _settings(schema_version=99),
    "schema-too-old": _settings(schema_version=0),
    "another-type": _settings(cell_type="markdown", solution=False, grade=False, locked=True, task=True),
    "course-cells-deleted": changed(lambda notebook, cell: notebook.update(
        cells=[one for one in notebook["cells"] if one["id"] in (MESSAGE, PLAN)])),
    "course-cells-changed": changed(lambda notebook, cell: notebook["cells"][1].update(
        source="%load_ext evil", metadata={})),
    "same-ids": changed(lambda notebook, cell: [one.update(id="same") for one in notebook["cells"]]),
    "no-ids": changed(lambda notebook, cell: [one.pop("id") for one in notebook["cells"]]),
    "long-ids": changed(lambda notebook, cell: [one.update(id="../" * 1000) for one in notebook["cells"]]),
    "no-metadata": changed(lambda notebook, cell: notebook.pop("metadata")),
    "deep-metadata": changed(lambda notebook, cell: notebook["metadata"].update(deep=_deep(0, 150))),
    "format-3": _as_format_3,
    "format-5": changed(lambda notebook, cell: notebook.update(nbformat=5)),
    "format-99-99": changed(lambda notebook, cell: notebook.update(nbformat=99, nbformat_minor=99)),
    "format-of-text": changed(lambda notebook, cell: notebook.update(nbformat="four", nbformat_minor=None)),
    "no-format": changed(lambda notebook, cell: (notebook.pop("nbformat"), notebook.pop("nbformat_minor"))),
    "byte-order-mark": _content(lambda text: "\ufeff" + text),
    "many-outputs": _padded(LARGEST // 3),
    "kernel-of-its-own": changed(lambda notebook, cell: notebook["metadata"].update(
        kernelspec={"name": "evil", "argv": ["touch", "x"], "language": "sh"})),
}
NO_ANSWER = {
    "deleted": changed(lambda notebook, cell: notebook["cells"].remove(cell)),
    "renamed": changed(_renamed),
}
NO_FILE_TO_READ = {
    "no-json": (lambda place: "Dear teacher, I could not save the page.", NO_NOTEBOOK),
    "empty": (lambda place: "", NO_NOTEBOOK),
    "truncated": (_content(lambda text: text[: len(text) // 2]), NO_NOTEBOOK),
    "null-bytes": (_content(lambda text: text.replace("a", "\x00")), NO_NOTEBOOK),
    "utf-16": (_content(lambda text: text.encode("utf-16")), NO_NOTEBOOK),
    "no-utf-8": (lambda place: b'{"cells": [{"source": "\xff\xfe\xe9"}]}', NO_NOTEBOOK),
    "packed": (_content(lambda text: gzip.compress(text.encode())), NO_NOTEBOOK),
    "a-list": (_content(lambda text: f"[{text}]"), NO_NOTEBOOK),
    "cells-of-text": (lambda place: '{"cells": "many", "nbformat": 4}', NO_NOTEBOOK),
    "bomb": (lambda place: "[" * 1_000_000, NO_NOTEBOOK),
    "deep-cells": (lambda place: '{"cells": ' + "[" * 200_000 + "]" * 200_000 + "}", NO_NOTEBOOK),
    "deep-objects": (lambda place: '{"cells": [], "a": ' + '{"a":' * 100_000 + "0" + "}" * 100_001, NO_NOTEBOOK),
    "huge-number": (lambda place: '{"nbformat": ' + "9" * 100_000 + ', "cells": []}', NO_NOTEBOOK),
    "fifty-megabytes": (_padded(50_000_000), TOO_LARGE),
    "many-cells": (changed(lambda notebook, cell: notebook["cells"].extend(
        own("code", "") for _ in range(MOST_CELLS))), TOO_LARGE),
    "html-page": (lambda place: "<!DOCTYPE html><script>alert()</script>", NO_NOTEBOOK),
}
CASES = (
    {name: Case(make, Deserves()) for name, make in CHANGED.items()}
    | {name: Case(make, Waits(MISSING, all=False)) for name, make in NO_ANSWER.items()}
    | {name: Case(make, Waits(reason)) for name, (make, reason) in NO_FILE_TO_READ.items()}
    | {
        "merged": Case(changed(_merged), Deserves(MERGED)),
        "split-in-two": Case(changed(_split_in_two), Deserves(f"{LINE}\n{HONEST}\nBye, Leo", SEVERAL)),
        "no-cells-at-all": Case(changed(lambda notebook, cell: notebook.update(cells=[])), Waits(MISSING)),
        "source-of-a-number": Case(with_message(7), Deserves(LINE)),
    }
)
