"""Assessing many drafts: one JSON object a line in, one result a line out, in order.

A line that cannot be used gives a ``BadLine`` in its place and stops nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..catalog import Unknown
from ..reading.brief import Brief
from .judging import assess

FIELDS = ("id", "brief", "text")


@dataclass(frozen=True)
class BadLine:
    """A line that could not be assessed; ``line`` counts from 1, ``message`` is for the person who wrote it."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


def assess_lines(
    lines: Iterable[str], briefs: Mapping[str, Brief], today: date | None = None
) -> Iterator[dict | BadLine]:
    """For each line that is not blank: a result with id, criteria, score, sure and mistakes, or a BadLine."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield assess_line(number, line, briefs, today)


def assess_line(number: int, line: str, briefs: Mapping[str, Brief], today: date | None = None) -> dict | BadLine:
    """The result of one line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return BadLine(number, "This is not valid JSON. Each line must be one object with id, brief and text.")
    if not isinstance(row, dict):
        return BadLine(number, "This must be one object with the fields id, brief and text.")
    for name in FIELDS:
        if name not in row:
            return BadLine(number, f"The field “{name}” is missing.")
    for name in ("brief", "text"):
        if not isinstance(row[name], str):
            return BadLine(number, f"The field “{name}” must be text.")
    if row["brief"] not in briefs:
        return BadLine(number, str(Unknown("brief", row["brief"][:80], list(briefs))))
    return {"id": row["id"], **assess(row["text"], briefs[row["brief"]], today).as_dict()}
