"""Reads from the names of folders and files whose a file is, as learning platforms write them.

Moodle (``assign_submission_file`` in mod/assign/locallib.php): a folder
``Full Name_123456_assignsubmission_file_`` for each learner, or the same before the
name of each file; before the name the group may stand, with a hyphen; the number is the
same each time. Where names are hidden it is ``Participant_123456_…``.

Canvas (lib/content_zipper.rb): ``lastnamefirst_LATE_12345_67890_name-1.ipynb``, the
sortable name in small letters without blanks, whether it is late, the learner's number,
the submission's number. Where names are hidden it is ``anon_67890_…``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_\w+?_.*", re.DOTALL)
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?P<late>LATE_)?(?P<number>\d+)_\d+_.+", re.DOTALL)
_ANONYMOUS = re.compile(r"anon(?:ymous)?_(?P<late>LATE_)?(?P<number>\d+)_.+", re.DOTALL)
_NAMELESS = frozenset({"participant", "teilnehmer", "teilnehmer/in", "participante", "partecipante"})
_RENAMED = re.compile(r"(?:[ _]?\(\d+\)|[-_ ]copy ?\d*|[-_ ]hand-in|-\d{1,2})+$", re.IGNORECASE)


@dataclass(frozen=True)
class Sender:
    """Whose a platform says that a file is.

    ``key`` is the same for all files of this person; ``name`` is the full name, empty where it is hidden, or with
    ``squeezed`` last and first name in one; ``number`` is the platform's id of the person where it gives it.
    """

    key: str
    name: str = ""
    squeezed: bool = False
    number: str = ""
    late: bool = False


def sender(part: str) -> Sender | None:
    """Whose a platform says this is by the name of a folder or file; None where that is not a platform's."""
    if match := _MOODLE.fullmatch(f"{part}_" if part.endswith("file") else part):
        name = match["name"].strip()
        return Sender(f"Moodle {match['number']}", "" if name.casefold() in _NAMELESS else name)
    if match := _ANONYMOUS.fullmatch(part):
        return Sender(f"Canvas {match['number']}", late=bool(match["late"]))
    if match := _CANVAS.fullmatch(part):
        return Sender(f"Canvas {match['number']}", match["name"], True, match["number"], bool(match["late"]))
    return None


def words(part: str, assignment: str) -> list[str]:
    """What a folder or file is called: with and without its ending, what browsers add, and the assignment's name."""
    whole = re.sub(r"(?:\.(?:ipynb|zip|json|txt))+$", "", part, flags=re.IGNORECASE)
    stem = _RENAMED.sub("", whole)
    name = re.escape(assignment)
    rest = re.sub(rf"(?<![^\W_]){name}(?![^\W_])", " ", stem, flags=re.IGNORECASE).strip(" -_,.")
    found = dict.fromkeys((whole.strip(), stem.strip(), rest))
    return [word for word in found if word and word.casefold() != assignment.casefold()]
