"""Lists what the course holds, as the command ``rapport catalog`` prints it.

Every path is relative to ``catalog.root()`` and written with forward slashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from . import answers, catalog, ipynb, research
from .ipynb import Notebook

SHOWN = {
    "items": ("id", "mistakes", "lessons", "scenes", "briefs", "assignments"),
    "mistakes": ("id", "unit", "title", "lesson"),
    "scenes": ("id", "turns", "paths", "endings", "free_text", "mistakes"),
    "briefs": ("id", "kind", "title"),
    "lessons": ("id", "title", "mistake"),
    "assignments": ("id", "briefs", "scenes"),
    "counterparts": ("scene", "name", "pronoun", "role", "place"),
    "pronouns": ("pronoun", "scenes", "share", "people"),
}
"""The columns of the plain table."""


def build() -> dict[str, list[dict]]:
    """Everything, as plain values ready for JSON.

    A mistake's ``lesson`` is the notebook whose metadata name the mistake, or
    None; its ``scenes`` are those that name it, its ``briefs`` those that the
    lesson, its unit's review, an assignment that either links to, or one of those scenes uses. A scene's ``turns``, ``paths`` (different
    plays), ``endings`` and ``free_text`` (turns answered in the learner's own
    words) are counts. Raises documents.Faulty for a broken file.
    """
    notebooks = [ipynb.load(path) for path in catalog.lesson_paths().values()]
    scenes, uses = _scenes()
    mistakes = list(_mistakes(notebooks, scenes, uses))
    return {
        "items": list(_items(mistakes)),
        "mistakes": mistakes,
        "scenes": scenes,
        "briefs": list(_briefs()),
        "lessons": [_lesson(notebook) for notebook in notebooks],
        "assignments": list(_assignments()),
    }


def balance() -> dict[str, list[dict]]:
    """Whom one meets in the scenes, a row a scene, and how evenly, as plain values ready for JSON.

    ``people`` counts somebody whom one meets in two scenes once. Raises documents.Faulty for a broken file.
    """
    from .playing import load_scene
    from .playing.balance import by_pronoun, met

    people = [met(load_scene(path)) for path in catalog.scene_paths().values()]
    totals = [{"pronoun": pronoun, "scenes": len(found), "share": f"{len(found) / max(len(people), 1):.0%}",
               "people": len({one.name for one in found})} for pronoun, found in by_pronoun(people).items()]
    return {"counterparts": list(map(vars, people)), "pronouns": totals}


def as_text(content: dict[str, list[dict]]) -> str:
    """The content of ``build`` or ``balance`` as one plain table a kind, for reading in a terminal."""
    return "\n\n".join(_table(kind, rows, SHOWN[kind]) for kind, rows in content.items())


def briefs_in(notebook: Notebook) -> list[str]:
    """The ids of the briefs that a notebook shows or asks an answer to, in its order."""
    return _named(notebook, answers.BRIEF, ("pad", "show_brief"))


def scenes_in(notebook: Notebook) -> list[str]:
    """The ids of the scenes that a notebook plays or asks an answer to, in its order."""
    return _named(notebook, answers.SCENE, ("play",))


def _mistakes(notebooks: list[Notebook], scenes: list[dict], uses: dict[str, list[str]]) -> Iterator[dict]:
    for name, mistake in catalog.mistakes().items():
        lesson = next((notebook for notebook in notebooks if notebook.course.get("mistake") == name), None)
        played = [scene["id"] for scene in scenes if name in scene["mistakes"]]
        review = next((notebook for notebook in notebooks if notebook.course.get("unit") == mistake.unit), None)
        briefs = [*_taught(lesson), *_taught(review), *(brief for scene in played for brief in uses[scene])]
        yield {
            "id": name,
            "unit": mistake.unit,
            "title": mistake.title,
            "sources": [list(source) for source in mistake.sources],
            "labels": list(mistake.labels),
            "lesson": _relative(lesson.path) if lesson else None,
            "scenes": played,
            "briefs": _unique(briefs),
        }


def _items(mistakes: list[dict]) -> Iterator[dict]:
    """Every headed mistake of the five articles, and where it is taught, played, written for and graded."""
    assigned = list(_assignments())
    for key, source in research.sources().items():
        for item in source.items:
            rows = [row for row in mistakes if row["id"] in item.mistakes]
            briefs = _unique(name for row in rows for name in row["briefs"])
            yield {
                "id": f"{key} {item.n}",
                "article": key,
                "n": item.n,
                "gist": item.gist,
                "mistakes": list(item.mistakes),
                "lessons": [row["lesson"] for row in rows if row["lesson"]],
                "scenes": _unique(scene for row in rows for scene in row["scenes"]),
                "briefs": briefs,
                "assignments": [row["id"] for row in assigned if set(row["briefs"]) & set(briefs)],
            }


def _taught(notebook: Notebook | None) -> list[str]:
    """The briefs of a lesson or review, and of the assignments that it links to."""
    if notebook is None:
        return []
    prose = "\n".join(cell.source for cell in notebook.cells if cell.kind == "markdown")
    linked = (path for path in catalog.assignment_paths().values() if _relative(path) in prose)
    return briefs_in(notebook) + [brief for path in linked for brief in briefs_in(ipynb.load(path))]


def _scenes() -> tuple[list[dict], dict[str, list[str]]]:
    """Every scene, and the briefs that each one's free-text turns use."""
    from .playing import load_scene
    from .playing.explore import explore

    rows, uses = [], {}
    for name, path in catalog.scene_paths().items():
        scene = load_scene(path)
        uses[name] = [turn.write.brief for turn in scene.turns.values() if turn.write]
        rows.append({
            "id": name,
            "path": _relative(path),
            "title": scene.title,
            "mistakes": list(scene.mistakes),
            "turns": len(scene.turns),
            "paths": explore(scene).paths,
            "endings": len(scene.endings),
            "free_text": len(uses[name]),
        })
    return rows, uses


def _briefs() -> Iterator[dict]:
    from .reading.brief import brief

    for name, path in catalog.brief_paths().items():
        found = brief(name)
        yield {"id": name, "path": _relative(path), "kind": found.kind, "title": found.title}


def _lesson(notebook: Notebook) -> dict:
    return {
        "id": notebook.path.stem,
        "path": _relative(notebook.path),
        "title": notebook.title,
        "mistake": notebook.course.get("mistake"),
        "minutes": notebook.course.get("minutes"),
    }


def _assignments() -> Iterator[dict]:
    for name, path in catalog.assignment_paths().items():
        notebook = ipynb.load(path)
        points = sum(cell.nbgrader.get("points", 0) for cell in notebook.answers)
        yield {"id": name, "path": _relative(path), "title": notebook.title, "briefs": briefs_in(notebook),
               "scenes": scenes_in(notebook), "answers": len(notebook.answers), "points": points}


def _named(notebook: Notebook, kind: str, functions: tuple[str, ...]) -> list[str]:
    cells = (cell for cell in notebook.cells if cell.kind == "code")
    return _unique(name for cell in cells for name in _named_in(cell, kind, functions) if name)


def _named_in(cell: ipynb.Cell, kind: str, functions: tuple[str, ...]) -> Iterator[str | None]:
    """What a cell names of a kind (brief or scene): on its first line, or as the argument of one of the functions."""
    if (asked := answers.kind_named(cell.source)) is None:
        yield from (call.argument for call in ipynb.safe_calls(cell) if call.name in functions)
    elif asked == kind:
        yield answers.answer_text(cell.source).subject


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _relative(path: Path) -> str:
    return path.relative_to(catalog.root()).as_posix()


def _table(kind: str, rows: list[dict], columns: tuple[str, ...]) -> str:
    lines = [[_cell(row[column]) for column in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *lines)]
    shown = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in (columns, *lines))
    return "\n".join([f"{len(rows)} {kind if len(rows) != 1 else kind[:-1]}", *(f"  {line}" for line in shown)])


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "-"
    return "-" if value is None or value == "" else str(value)
