"""Reads notebook files as data, without running them; knows the line of each cell in the file."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .documents import Fault, Faulty


@dataclass(frozen=True)
class Cell:
    """One cell; ``number`` counts from 1, as an author counts, and ``line`` is the line of the file it starts on."""

    number: int
    kind: str
    source: str
    metadata: Mapping
    line: int

    @property
    def tags(self) -> list:
        """The cell's tags."""
        return self.metadata.get("tags", [])

    @property
    def nbgrader(self) -> Mapping:
        """What nbgrader keeps about the cell; empty for an ordinary one."""
        return self.metadata.get("nbgrader", {})


@dataclass(frozen=True)
class Call:
    """A call ``rapport.name("argument")`` in a cell; ``argument`` is None where it is no plain text."""

    name: str
    argument: str | None


@dataclass(frozen=True)
class Notebook:
    """The parts of a notebook file that the course goes by."""

    path: Path
    metadata: Mapping
    cells: tuple[Cell, ...]

    @property
    def course(self) -> Mapping:
        """What the notebook's metadata say under ``rapport``."""
        found = self.metadata.get("rapport", {})
        return found if isinstance(found, Mapping) else {}

    @property
    def title(self) -> str:
        """The first heading, empty where there is none."""
        lines = (line for cell in self.cells if cell.kind == "markdown" for line in cell.source.splitlines())
        return next((line.lstrip("# ").strip() for line in lines if line.startswith("#")), "")

    @property
    def answers(self) -> list[Cell]:
        """The cells that learners are graded on."""
        return [cell for cell in self.cells if cell.kind == "code" and cell.nbgrader.get("solution")]

    def fault(self, message: str, remedy: str = "", cell: Cell | None = None, field: str = "") -> Fault:
        """A fault of this notebook, or of one of its cells."""
        place = f"cell {cell.number}" if cell else ""
        return Fault(str(self.path), cell.line if cell else 0, " ".join(filter(None, (place, field))), message, remedy)


def load(path: Path) -> Notebook:
    """Read a notebook file. Raises Faulty where it is none, OSError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
        cells = tuple(_cells(data["cells"], text))
        return Notebook(path, data.get("metadata", {}), cells)
    except json.JSONDecodeError as error:
        fault = Fault(str(path), error.lineno, "", "This is not a notebook: it is no valid JSON.", "Restore it.")
        raise Faulty([fault]) from error
    except (UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        remedy = "Open it in Jupyter and save it again as a notebook of format 4."
        raise Faulty([Fault(str(path), 0, "", "This is not a notebook.", remedy)]) from error


def calls(cell: Cell) -> Iterator[Call]:
    """The calls of Rapport's functions in a code cell. Raises SyntaxError where the code cannot be read."""
    plain = [line for line in cell.source.splitlines() if not line.lstrip().startswith(("%", "!"))]
    for node in ast.walk(ast.parse("\n".join(plain))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner, first = node.func.value, node.args[0] if node.args else None
            if isinstance(owner, ast.Name) and owner.id == "rapport":
                text = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
                yield Call(node.func.attr, text)


def safe_calls(cell: Cell) -> list[Call]:
    """The same, and none where the code cannot be read: that is for the laws to tell."""
    try:
        return list(calls(cell))
    except SyntaxError:
        return []


def _cells(found: list, text: str) -> Iterator[Cell]:
    position = 0
    for number, cell in enumerate(found, start=1):
        source = "".join(cell["source"])
        position = _position(source, text, position)
        line = text.count("\n", 0, position) + 1
        yield Cell(number, cell["cell_type"], source, cell.get("metadata", {}), line)


def _position(source: str, text: str, start: int) -> int:
    """Where in the file the cell's first line stands; ``start`` where it cannot be found."""
    first = source.split("\n", 1)[0]
    for ascii_only in (False, True):
        written = json.dumps(first, ensure_ascii=ascii_only)[:-1]
        if first and (found := text.find(written, start)) >= 0:
            return found
    return start
