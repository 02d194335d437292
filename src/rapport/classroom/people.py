"""Who is in a class: the roster, a CSV file with the columns “name” and “full name”."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from ..documents import Fault, Faulty
from .settings import NAME, NAME_RULE, Settings

COLUMNS = ("name", "full name")
ANOTHER = "Give the learner another name."
UTF8 = "Save it again as CSV in UTF-8."


@dataclass(frozen=True)
class Person:
    """Somebody who gets an account; ``full_name`` is shown to people and may be empty."""

    name: str
    full_name: str = ""


def learners(settings: Settings) -> list[Person]:
    """The learners in the roster's order. Raises Faulty with every fault (file, line, remedy), and OSError."""
    path = settings.place(settings.roster)
    rows = _rows(path)
    header = [cell.strip().lower() for cell in rows[0][1]] if rows else []
    if header[:2] != list(COLUMNS):
        raise Faulty([Fault(str(path), 1, "", "The first line must be “name,full name”.", "Add it above the names.")])
    found = [(line, Person(row[0].strip(), " ".join((row[1] if len(row) > 1 else "").split()))) for line, row in rows[1:]]
    if faults := list(_faults(path, found, {settings.grader, *settings.instructors})):
        raise Faulty(faults)
    return [person for _, person in found]


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """Every row that holds anything, with its line; parted at semicolons where the first one is."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faulty([Fault(str(path), 0, "", "This file is no CSV in UTF-8.", UTF8)]) from error
    reader = csv.reader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]


def _faults(path: Path, found: list[tuple[int, Person]], taken: set[str]):
    first: dict[str, int] = {}
    if not found:
        yield Fault(str(path), 1, "", "Nobody is in this class yet.", "Write one line for each learner below this one.")
    for line, person in found:
        if not re.match(NAME, person.name):
            yield Fault(str(path), line, "", f"“{person.name}” cannot be the name of an account.", NAME_RULE)
        elif person.name in taken:
            yield Fault(str(path), line, "", f"“{person.name}” is an instructor or the grader.", ANOTHER)
        elif person.name in first:
            yield Fault(str(path), line, "", f"“{person.name}” stands on line {first[person.name]} too.", ANOTHER)
        first.setdefault(person.name, line)
        if re.search(r"[:,\x00-\x1f]", person.full_name):
            yield Fault(str(path), line, "", "A full name has no colon and no comma here.", "Write first name, then last name.")
