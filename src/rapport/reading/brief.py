"""A brief: the situation that a learner writes for.

The reader judges a draft against it: a wrong fact, an owed thank-you or a
favour out of proportion show only beside the brief.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from pathlib import Path

from .. import catalog, memory
from ..documents import Document, Fault, Faulty, load

MESSAGE_FIELDS = ("recipient", "relationship", "status", "facts", "owed", "need", "can_give")
PLAN_FIELDS = ("event", "people", "owed", "need", "horizon")
STATUSES = ("peer", "above", "far above", "below")
OWN = "my-"
"""How the ids of learners' own briefs begin; a law keeps the course's own ids from it."""
KEPT_UNDER = "briefs"


@dataclass(frozen=True)
class Brief:
    """One situation to write for; ``people`` and ``horizon`` are set for plans only."""

    id: str
    kind: str
    channel: str
    sender: str
    recipient: str = ""
    relationship: str = ""
    status: str = "peer"
    facts: tuple[str, ...] = ()
    owed: str = ""
    need: str = ""
    can_give: tuple[str, ...] = ()
    cue: str | None = None
    promise: str | None = None
    event: str = ""
    people: tuple[str, ...] = ()
    horizon: str = ""
    limit_words: int | None = None
    limit_chars: int | None = None
    locale: str = "en-GB"
    title: str = ""

    @property
    def is_plan(self) -> bool:
        """Whether the brief asks for a follow-up plan rather than a message."""
        return bool(self.people)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that it says about the situation, in its fields' order; what it has not said is left out."""
        said = (self.sender, self.recipient, self.relationship, *self.facts, self.owed, self.need, *self.can_give,
                self.cue, self.promise, self.event, *self.people, self.horizon)
        return tuple(line for line in said if line)


def from_data(data: object, document: Document, location: tuple = ()) -> Brief:
    """A brief from the plain data at ``location`` of a document. Raises Faulty with every fault."""
    if not isinstance(data, Mapping):
        raise Faulty([document.fault(location, "A brief is a list of fields.", "Start with “id: …”.")])
    faults = list(_faults(data, document, location))
    if faults:
        raise Faulty(faults)
    known = {field.name: field for field in fields(Brief)}
    values = {
        name: tuple(value) if known[name].type.startswith("tuple") else value
        for name, value in data.items()
        if value is not None or known[name].default is None
    }
    return Brief(**values)


def _faults(data: Mapping, document: Document, location: tuple):
    known = {field.name: field for field in fields(Brief)}
    wanted = PLAN_FIELDS if "people" in data else MESSAGE_FIELDS
    required = [name for name, field in known.items() if field.default is MISSING] + list(wanted)
    for name in required:
        if name not in data:
            yield document.fault(location, f"The field “{name}” is missing.", f"Add a line “{name}: …”.")
    for name, value in data.items():
        here = (*location, name)
        if name not in known:
            yield document.fault(here, f"A brief has no field “{name}”.", f"Known fields: {', '.join(known)}.")
        elif fault := _type_fault(known[name].type, value, document, here):
            yield fault
    if (status := data.get("status", "peer")) not in STATUSES:
        remedy = f"Write one of: {', '.join(STATUSES)}."
        yield document.fault((*location, "status"), f"“{status}” is no status.", remedy)


def _type_fault(kind: str, value: object, document: Document, here: tuple) -> Fault | None:
    if value is None:
        return None
    if kind.startswith("tuple"):
        good = isinstance(value, list) and all(isinstance(item, str) for item in value)
        remedy = "Write one item a line, each after “- ”; put an item with a colon between quotes."
        return None if good else document.fault(here, "This must be a list of short texts.", remedy)
    if kind.startswith("int"):
        good = isinstance(value, int) and not isinstance(value, bool) and value > 0
        return None if good else document.fault(here, "This must be a whole number above 0.")
    good = isinstance(value, str) and bool(value.strip())
    return None if good else document.fault(here, "This must be text.", "Put the value between double quotes.")


def load_file(path: Path) -> dict[str, Brief]:
    """The briefs of one file by id: a single brief, or a list of them. Raises Faulty."""
    document = load(path)
    if isinstance(document.data, list):
        briefs = [from_data(item, document, (index,)) for index, item in enumerate(document.data)]
    else:
        briefs = [from_data(document.data, document)]
    return {brief.id: brief for brief in briefs}


def brief(name: str) -> Brief:
    """The brief with this id: the learner's own, from memory, where it begins with ``my-``, else the course's.

    Raises catalog.Unknown or documents.Faulty.
    """
    return own(name) if name.startswith(OWN) else of_the_course(name)


def own_ids() -> list[str]:
    """The ids of the learner's own briefs that can be used; a damaged one is left out."""
    return [name for name in memory.names(KEPT_UNDER) if name.startswith(OWN) and _is_sound(name)]


def own(name: str) -> Brief:
    """The learner's own brief with this id. Raises catalog.Unknown or documents.Faulty."""
    found = _kept(name)
    if found is None:
        raise catalog.Unknown("brief", name, own_ids())
    return found


def _kept(name: str) -> Brief | None:
    """An own brief as it was kept; None where there is none, or nothing of it can be read. Raises Faulty."""
    data = memory.load(f"{KEPT_UNDER}/{name}") if re.fullmatch(r"[a-z0-9-]+", name) else None
    return None if data is None else from_data(data, Document(Path("(your own brief)"), data))


def _is_sound(name: str) -> bool:
    try:
        found = _kept(name)
    except Faulty:
        return False
    return found is not None and found.id == name


@lru_cache(maxsize=256)
def of_the_course(name: str) -> Brief:
    """The course's own brief with this id. Raises catalog.Unknown or documents.Faulty."""
    path = catalog.brief_path(name)
    found = load_file(path)
    if name not in found:
        message = f"The id in this file is “{next(iter(found))}”, the file is called “{name}.yaml”."
        raise Faulty([Fault(str(path), 1, "id", message, "Make the two the same.")])
    return found[name]
