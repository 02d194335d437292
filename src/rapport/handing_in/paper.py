"""The file that a learner hands in.

It is a notebook (``.ipynb``), the learner's own without what its cells showed when
they ran. So a learning platform takes it, Jupyter opens it, nbgrader grades it, and no
browser unpacks it unasked, as some do with archives. Its metadata say under
``rapport.handed_in``:

=============  ==================================================================
``format``     1
``assignment`` the assignment's name, such as ``follow-up``
``made``       when it was made, in UTC, as ``2026-03-08T20:15:00Z``
``name``       the learner's name, if they gave it; else empty
``id``         the learner's number, login or e-mail, if they gave it; else empty
``sha256``     the checksum of the notebook, see ``checksum``
=============  ==================================================================

The checksum tells a file that was damaged on its way, or changed after it was made.
It proves nothing: anybody can work out a new one, and write any name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from ..grading.answers import grade_id, source_of

FORMAT = 1
ENDING = "-hand-in.ipynb"
LONGEST = 200
"""Characters of a name or a number; more are cut off."""
_WITHIN, _AFTER = "\x1f", "\x1e"


@dataclass(frozen=True)
class Slip:
    """What a file says of itself. Anybody can have written it; ``made`` is None where it is no time of this century."""

    format: int
    assignment: str
    made: datetime | None
    name: str
    id: str
    sha256: str


def make(notebook: Mapping, assignment: str, made: datetime, name: str = "", number: str = "") -> dict:
    """The notebook as it is handed in. ``made`` knows its time zone."""
    cells = [_without_outputs(cell) for cell in notebook.get("cells", []) if isinstance(cell, Mapping)]
    told = notebook.get("metadata")
    metadata = {key: value for key, value in (told if isinstance(told, Mapping) else {}).items() if key != "widgets"}
    course = metadata.get("rapport")
    slip = {
        "format": FORMAT,
        "assignment": assignment,
        "made": f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "name": _line(name),
        "id": _line(number),
        "sha256": checksum(cells),
    }
    metadata["rapport"] = {**(course if isinstance(course, Mapping) else {}), "handed_in": slip}
    return {**notebook, "cells": cells, "metadata": metadata}


def checksum(cells: list[Mapping]) -> str:
    """SHA-256, in hexadecimal digits, of the UTF-8 of all cells.

    Of each cell, in order: type, U+001F, grade id or nothing, U+001F, text, U+001E.
    Half a surrogate pair in a text counts as a question mark. What else is in a
    notebook may change when a program saves it, and does not count.
    """
    found = hashlib.sha256()
    for cell in cells:
        found.update((_WITHIN.join((_kind(cell), _storable(grade_id(cell) or ""), source_of(cell))) + _AFTER).encode())
    return found.hexdigest()


def slip_of(notebook: Mapping) -> Slip | None:
    """What the notebook says of itself; None where it is not one that was made to be handed in."""
    slip = notebook
    for key in ("metadata", "rapport", "handed_in"):
        slip = slip.get(key)
        if not isinstance(slip, Mapping):
            return None
    number = slip.get("format")
    texts = {key: _line(slip.get(key)) for key in ("assignment", "name", "id", "sha256")}
    return Slip(number if isinstance(number, int) else 0, made=_moment(slip.get("made")), **texts)


def is_whole(notebook: Mapping) -> bool:
    """Whether a notebook that was made to be handed in still holds what it held then."""
    slip, cells = slip_of(notebook), notebook.get("cells")
    return bool(slip) and isinstance(cells, list) and slip.sha256 == checksum(
        [cell for cell in cells if isinstance(cell, Mapping)]
    )


def _without_outputs(cell: Mapping) -> dict:
    return {**cell, "outputs": [], "execution_count": None} if cell.get("cell_type") == "code" else dict(cell)


def _kind(cell: Mapping) -> str:
    kind = cell.get("cell_type")
    return _storable(kind) if isinstance(kind, str) else ""


def _moment(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(text).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if 2000 <= found.year < 2100 else None


def _line(text: object) -> str:
    """A name or a number on one line, of bearable length."""
    return _storable(" ".join(text.split()))[:LONGEST] if isinstance(text, str) else ""


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
