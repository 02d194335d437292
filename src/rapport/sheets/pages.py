"""Reads the plans and the checklist out of the pages in ``teaching/``, so that whoever changes a page changes the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import catalog
from ..documents import Fault, Faulty

_TABLE_HEAD = "| Start | Minutes |"
_HEADING = re.compile(r"#{2,3} (?P<title>.+?) \((?P<minutes>\d+) minutes\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BOX = re.compile(r"- \[ \] (?P<text>.+)")


@dataclass(frozen=True)
class Part:
    """One row of a plan: when it starts (as ``0:25``), how long it takes, what happens, and what is needed."""

    start: str
    minutes: int
    happens: str
    needed: str


@dataclass(frozen=True)
class Plan:
    """One day of a plan: its title, the minutes that its heading names, and its parts in order."""

    title: str
    minutes: int
    parts: tuple[Part, ...]


def folder() -> Path:
    """Where the pages for instructors stand."""
    return catalog.root() / "teaching"


def plans(path: Path | None = None) -> tuple[Plan, ...]:
    """Every plan with a table in ``plans.md``. Raises OSError, and Faulty where a table cannot be read."""
    path = path or folder() / "plans.md"
    found, heading, rows = [], None, []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "## end"], 1):
        if line.startswith("#"):
            if rows:
                found.append(Plan(heading["title"], int(heading["minutes"]), tuple(rows)))
            heading, rows = _HEADING.fullmatch(line), []
        elif heading and line.startswith("|") and not line.startswith((_TABLE_HEAD, "|---")):
            rows.append(_part(line, path, number))
    return tuple(found)


def checklist(path: Path | None = None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The boxes to tick in ``before-class.md``, under the heading that each stands below. Raises OSError."""
    text = (path or folder() / "before-class.md").read_text(encoding="utf-8")
    groups: dict[str, list[str]] = {}
    heading = ""
    for paragraph in _joined(text):
        if paragraph.startswith("## "):
            heading = paragraph[3:]
        elif box := _BOX.fullmatch(paragraph):
            groups.setdefault(heading, []).append(plain(box["text"]))
    return tuple((title, tuple(items)) for title, items in groups.items())


def plain(markdown: str) -> str:
    """Words of a page as they stand on paper: of a link its words, of code and bold the text."""
    return re.sub(r"[`*]", "", _LINK.sub(r"\1", markdown)).strip()


def _part(line: str, path: Path, number: int) -> Part:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) != 4 or not re.fullmatch(r"\d+:\d\d", cells[0]) or not cells[1].isdecimal():
        remedy = "Write: | 0:25 | 10 | what happens | what you need |"
        raise Faulty([Fault(str(path), number, "", "This row of a plan cannot be read.", remedy)])
    return Part(cells[0], int(cells[1]), plain(cells[2]), plain(cells[3]))


def _joined(text: str) -> Iterator[str]:
    """Headings, and items with the lines that go on below them, as one line each."""
    held: list[str] = []
    for line in text.splitlines():
        if held and line.startswith("  ") and line.strip():
            held.append(line.strip())
            continue
        yield from [" ".join(held)] if held else []
        held = [line] if line.strip() else []
    yield from [" ".join(held)] if held else []
