"""Reads who is in the class: from a table, or from nbgrader's gradebook."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from ...documents import Fault, Faulty
from ..book import read_people
from ..guard import is_learner
from ..refused import Refused
from .people import People, Person, folded

# What nbgrader, Moodle (Participants) and Canvas (the gradebook) call the same thing.
_HEADINGS = {
    "id": ("id", "student id", "username", "sis login id", "id number", "login"),
    "first": ("first name", "first", "given name"),
    "last": ("last name", "last", "surname", "family name"),
    "email": ("email", "email address", "e mail"),
    "lms": ("lms user id", "lms id", "lms"),
}
NOBODY = (
    "Nobody is known to be in this class. Name a table with --roster: a CSV file with the columns "
    "id, first_name, last_name and email. Or enter the class: nbgrader db student import FILE."
)
REMEDY = "Its first row names the columns: id, first_name, last_name, email, lms_user_id. Only id must be there."


def people_of(course: CourseDirectory, table: Path | None) -> People:
    """The class by the ``table``, or by the gradebook where none is named.

    Raises Faulty for a table that cannot be used, Refused where nobody is known.
    """
    found = read_table(table) if table else [Person(*row) for row in read_people(course) if is_learner(row[0])]
    if not found:
        raise Refused(NOBODY)
    return People(found)


def read_table(path: Path) -> list[Person]:
    """The rows of a CSV file. Raises Faulty, with file and line, for what cannot be used; OSError."""
    rows = _rows(path)
    header = [folded(cell) for cell in rows[0][1]] if rows else []
    columns = _columns(header)
    if "id" not in columns:
        raise Faulty([Fault(str(path), 1, "", "This table has no column “id”.", REMEDY)])
    found, faults = {}, []
    for number, row in rows[1:]:
        cells = {kind: row[at].strip() for kind, at in columns.items() if at < len(row)}
        name = cells.get("id", "")
        if not name:  # Canvas writes rows of its own, such as the points, and a test student without a login
            continue
        if not is_learner(name) or name in found:
            faults.append(_fault(path, number, name, name in found))
        else:
            found[name] = _person(cells, header, row)
    if faults:
        raise Faulty(faults)
    return list(found.values())


def _columns(header: list[str]) -> dict[str, int]:
    if "student" in header and "id" in header and "section" in header:  # Canvas calls its own number “ID”
        own = next((name for name in ("sis login id", "sis user id") if name in header), "id")
        return {"id": header.index(own), "lms": header.index("id")}
    found = {}
    for kind, names in _HEADINGS.items():
        place = next((header.index(name) for name in names if name in header), None)
        if place is not None:
            found[kind] = place
    return found


def _person(cells: dict[str, str], header: list[str], row: list[str]) -> Person:
    if "student" in header and "first" not in cells:
        last, _, first = row[header.index("student")].partition(",")
        cells = {**cells, "first": first.strip(), "last": last.strip()}
    return Person(**cells)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        first = text.partition("\n")[0]
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
        return [(reader.line_num, row) for row in reader if any(map(str.strip, row))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise Faulty([Fault(str(path), 0, "", "This file is no table in UTF-8.", "Save it as CSV in UTF-8.")]) from error


def _fault(path: Path, number: int, name: str, twice: bool) -> Fault:
    if twice:
        return Fault(str(path), number, "id", f"“{name}” stands here twice.", "Give each learner an id of their own.")
    return Fault(str(path), number, "id", f"{ascii(name)} cannot be a folder's name.",
                 "An id begins with a letter or a digit and holds letters, digits, spaces and . _ - @ + ' only.")
