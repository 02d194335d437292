"""A gradebook file as an instructor downloads it from Canvas (Grades, Export)."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...documents import Fault, Faulty
from .cells import line, number
from .grades import Learner

REMEDY = "Download it again in Canvas: Grades, Export, Export Entire Gradebook."
NO_ROSTER = (
    "This is no gradebook of Canvas: its first row does not begin with “Student” or “LastName”, or has no “ID” or no "
    "“Section”."
)
_NUMBERED = re.compile(r"\s*\(\d+\)\s*$")


@dataclass(frozen=True)
class Roster:
    """The file: its header, the row of points, and a row for each learner, all as long as the header."""

    path: Path
    header: list[str]
    points: list[str]
    rows: list[list[str]]

    @property
    def about(self) -> list[str]:
        """The headings of the columns that say who somebody is; the last is “Section”."""
        return self.header[: self.header.index("Section") + 1]

    def column(self, assignment: str, points: float | None) -> int | None:
        """Where the assignment of this name stands, or None where there is none.

        Raises Faulty where two have the name, and where Canvas counts other
        points: each grade would mean something else there.
        """
        first = len(self.about)
        titles = enumerate(self.header[first:], first)
        found = [place for place, title in titles if _plain(title) == _plain(assignment)]
        if len(found) > 1:
            several = " and ".join(f"“{line(self.header[place])}”" for place in found)
            raise self._faulty(1, f"“{assignment}” could be {several}.", "Delete the wrong column from the file.")
        if not found:
            return None
        theirs = _number(self.points[found[0]])
        if points is not None and theirs is not None and not math.isclose(theirs, points):
            title, worth = line(self.header[found[0]]), f"{number(theirs)} points in Canvas and {number(points)} here"
            remedy = "Give it the same points in Canvas, then download the gradebook again."
            raise self._faulty(1, f"“{title}” is worth {worth}.", remedy)
        return found[0]

    def place(self, learner: Learner) -> int | None:
        """The row of the learner, known by an id or a login and never by name; None where it is not just one."""
        keys = (("ID", learner.lms), ("SIS Login ID", learner.id), ("SIS Login ID", learner.email),
                ("SIS User ID", learner.lms), ("SIS User ID", learner.id))
        for heading, value in keys:
            rows = self._index.get((heading, value.strip().casefold()), ()) if value.strip() else ()
            if rows:
                return rows[0] if len(rows) == 1 else None
        return None

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[int]]:
        index = defaultdict(list)
        for place, row in enumerate(self.rows):
            for heading, cell in zip(self.about, row, strict=False):
                index[heading, cell.strip().casefold()].append(place)
        return index

    def _faulty(self, row: int, message: str, remedy: str) -> Faulty:
        return Faulty([Fault(str(self.path), row, "", message, remedy)])


def read_roster(path: Path) -> Roster:
    """Read the file. Raises OSError, and Faulty for one that is no gradebook of Canvas."""
    rows = _rows(path)
    header = [cell.strip() for cell in rows[0]] if rows else []
    if not {"ID", "Section"} <= set(header) or header[0] not in ("Student", "LastName"):
        raise Faulty([Fault(str(path), 1, "", NO_ROSTER, REMEDY)])
    own = header.index("ID")
    whole = [(row + [""] * len(header))[: len(header)] for row in rows[1:]]
    points = next((row for row in whole if "Points Possible" in row[0]), [""] * len(header))
    return Roster(path, header, points, [row for row in whole if row[own].strip()])


def _rows(path: Path) -> list[list[str]]:
    """The rows that hold anything, parted at commas or at semicolons as the first one is."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        first = text.partition("\n")[0]
        delimiter = ";" if first.count(";") > first.count(",") else ","
        return [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(map(str.strip, row))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise Faulty([Fault(str(path), 0, "", "This file is no CSV in UTF-8.", REMEDY)]) from error


def _plain(title: str) -> str:
    return re.sub(r"[-_\s]+", " ", _NUMBERED.sub("", title)).strip().casefold()


def _number(cell: str) -> float | None:
    """The points that a cell says, with a comma or a stop; None for “(read only)” and the like."""
    try:
        return float(cell.strip().replace(",", "."))
    except ValueError:
        return None
