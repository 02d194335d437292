"""A small class, one function a learner: what each of them hands in, honest, clumsy or hostile."""

import copy
import json
from pathlib import Path

MESSAGE, PLAN, REFLECTION = "follow-up-message", "follow-up-plan", "follow-up-reflection"
POOR = "Hi Hannah, it was great to meet you! I really need museum clients. Let's keep in touch sometime."
SCRIPT = "<script>alert('learner')</script><img src=x onerror=\"alert('learner')\">"


def text_of(notebook: dict, name: str) -> str:
    """The whole text of the cell with this id."""
    return "".join(cell_of(notebook, name)["source"])


def cell_of(notebook: dict, name: str) -> dict:
    """The cell with this id, which is its grade id too where it is an answer."""
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def prose_of(notebook: dict, name: str) -> str:
    """An exemplary answer without its first line and nbgrader's two marker lines."""
    return "\n".join(text_of(notebook, name).splitlines()[2:-1])


def good(released: dict, solved: dict, folder: Path) -> str:
    """Both exemplary answers."""
    return json.dumps(_answered(released, solved))


def poor(released: dict, solved: dict, folder: Path) -> str:
    """A message that gives nothing, and no plan."""
    notebook = copy.deepcopy(released)
    cell_of(notebook, MESSAGE)["source"] = f"%%draft after-the-event\n{POOR}"
    return json.dumps(notebook)


def untouched(released: dict, solved: dict, folder: Path) -> str:
    """The release, handed in as it came."""
    return json.dumps(released)


def hostile(released: dict, solved: dict, folder: Path) -> str:
    """Code that writes a file, changes everybody's marks and ends the grader; scripts wherever they fit."""
    notebook = _answered(released, solved)
    code = (
        f"open({str(folder / 'written-by-a-learner')!r}, 'w').close()\n"
        f"import sqlite3; gradebook = sqlite3.connect({str(folder / 'gradebook.db')!r})\n"
        "gradebook.execute('update grade set manual_score = 10'); gradebook.commit()\n"
        "import os; os._exit(1)"
    )
    script, picture = "alert('learner')", "<svg onload='alert()'/>"
    shown = {"text/html": SCRIPT, "application/javascript": script, "image/svg+xml": picture}
    output = {"output_type": "display_data", "metadata": {"text/html": {"isolated": True}}, "data": shown}
    forged = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "10.0"}}
    tags = ['"><script>alert()</script>']
    notebook["cells"].insert(0, _cell("code", code, metadata={"tags": tags}, outputs=[output]))
    notebook["cells"].insert(0, _cell("raw", SCRIPT, metadata={"raw_mimetype": "text/html"}))
    attached = {"picture.svg": {"image/svg+xml": "PHN2ZyBvbmxvYWQ9ImFsZXJ0KCkiLz4="}}
    leads = "![](attachment:picture.svg) [here](evil.html) [there](javascript:alert) ![](data:image/svg+xml,x)"
    note = f"My note\n\n{SCRIPT}\n\n{leads}"
    notebook["cells"].insert(0, _cell("markdown", note, attachments=attached))
    cell = cell_of(notebook, MESSAGE)
    cell |= {"source": f"%%draft after-the-event\n{POOR}\n{SCRIPT}", "outputs": [output, forged]}
    cell["metadata"]["nbgrader"] |= {"points": 1000, "schema_version": 99, "checksum": "0"}
    notebook["metadata"] |= {"title": f"</title>{SCRIPT}", "widgets": {"state": f"</script>{SCRIPT}"}}
    return json.dumps(notebook)


def runs_as_python(released: dict, solved: dict, folder: Path) -> str:
    """Python in the answer's own cell, in place of its first line."""
    notebook = copy.deepcopy(released)
    written = folder / "written-by-an-answer"
    cell_of(notebook, MESSAGE)["source"] = f"open({str(written)!r}, 'w').close()"
    return json.dumps(notebook)


def lost_line(released: dict, solved: dict, folder: Path) -> str:
    """A good message without its first line."""
    return _message(released, prose_of(solved, MESSAGE))


def mistyped_line(released: dict, solved: dict, folder: Path) -> str:
    """A good message under a first line with a slip in it."""
    return _message(released, f"% Draft after the event\n{prose_of(solved, MESSAGE)}")


def retyped(released: dict, solved: dict, folder: Path) -> str:
    """A good message in a cell that was changed to Markdown."""
    notebook = _answered(released, solved)
    cell = cell_of(notebook, MESSAGE)
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]
    return json.dumps(notebook)


def doubled(released: dict, solved: dict, folder: Path) -> str:
    """A copy of the message's cell that says something else."""
    notebook = _answered(released, solved)
    twin = copy.deepcopy(cell_of(notebook, MESSAGE)) | {"id": "twin", "source": f"%%draft after-the-event\n{POOR}"}
    notebook["cells"].append(twin)
    return json.dumps(notebook)


def copied(released: dict, solved: dict, folder: Path) -> str:
    """An untouched copy of the message's cell above the one that was written in."""
    notebook = _answered(released, solved)
    notebook["cells"].insert(0, copy.deepcopy(cell_of(released, MESSAGE)) | {"id": "twin"})
    return json.dumps(notebook)


def deleted(released: dict, solved: dict, folder: Path) -> str:
    """No cell for the message at all."""
    notebook = _answered(released, solved)
    notebook["cells"].remove(cell_of(notebook, MESSAGE))
    return json.dumps(notebook)


def not_a_notebook(released: dict, solved: dict, folder: Path) -> str:
    """A letter that was renamed."""
    return "Dear teacher, I could not save the page."


CLASS = {
    "a-letter": not_a_notebook,  # comes first, so that it could stop the others
    "copied": copied,
    "deleted": deleted,
    "doubled": doubled,
    "good": good,
    "hostile": hostile,
    "late": good,
    "lost-line": lost_line,
    "mistyped-line": mistyped_line,
    "poor": poor,
    "python": runs_as_python,
    "retyped": retyped,
    "untouched": untouched,
}


def _answered(released: dict, solved: dict) -> dict:
    notebook = copy.deepcopy(released)
    for name in (MESSAGE, PLAN):
        first = text_of(released, name).splitlines()[0]
        cell_of(notebook, name)["source"] = f"{first}\n{prose_of(solved, name)}"
    return notebook


def _message(released: dict, source: str) -> str:
    notebook = copy.deepcopy(released)
    cell_of(notebook, MESSAGE)["source"] = source
    return json.dumps(notebook)


def _cell(kind: str, source: str, **rest: object) -> dict:
    of_code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"id": f"own-{kind}", "cell_type": kind, "metadata": {}, "source": source} | of_code | rest
