"""Reads a file of messages to judge; what comes back is sure to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from .. import catalog, documents
from ..documents import Document, Fault, Faulty
from ..playing import wording
from .spots import NONE, Item, Messages, Spots, UnitSpots


def load_spots(mistake: str) -> Spots:
    """The course's messages about a mistake. Raises catalog.Unknown, documents.Faulty or OSError."""
    return read_spots(catalog.spot_path(mistake))[0]


def load_unit(unit: str) -> UnitSpots:
    """The course's messages for the reviews of a unit. Raises catalog.Unknown, documents.Faulty or OSError."""
    return read_unit(catalog.review_path(unit))[0]


def read_spots(path: Path) -> tuple[Spots, Document]:
    """The messages of a file together with the lines they were written on. Raises Faulty or OSError."""
    return _read(path, Spots, "mistake")


def read_unit(path: Path) -> tuple[UnitSpots, Document]:
    """As ``read_spots``, for a file of scenarios/reviews/."""
    return _read(path, UnitSpots, "unit")


def _read(path: Path, model: type[Messages], about: str) -> tuple[Messages, Document]:
    document = documents.load(path)
    if not isinstance(document.data, dict):
        raise Faulty([document.fault((), "A file of messages is a list of fields.", f"Start with “{about}: …”.")])
    try:
        found = model.model_validate(document.data)
    except ValidationError as error:
        raise Faulty(list(wording.faults(error, document, model))) from None
    if faults := list(_faults(found, document)):
        raise Faulty(faults)
    return found, document


def _faults(found: Messages, document: Document) -> Iterator[Fault]:
    """What would leave a learner before a message that cannot be answered."""
    if isinstance(found, Spots):
        yield from _unknown(found.mistake, document, ("mistake",))
    for index, item in enumerate(found.items):
        yield from _answer_faults(item, document, ("items", index))
        if item.quote and not item.quoted:
            message = f"These words do not stand in the text: “{item.quote}”."
            yield document.fault(("items", index, "quote"), message, "Copy them from the text, letter by letter.")


def _answer_faults(item: Item, document: Document, here: tuple) -> Iterator[Fault]:
    for place, name in enumerate(item.offered):
        if name != NONE:
            yield from _unknown(name, document, (*here, "offered", place))
        if name in item.offered[:place]:
            message = f"“{name}” is offered twice."
            yield document.fault((*here, "offered", place), message, "Take one of the two out.")
    if item.answer not in item.offered:
        message = f"The answer “{item.answer}” is not among those offered."
        yield document.fault((*here, "answer"), message, "Add it to “offered”, or correct it.")
    if NONE not in item.offered:
        message = "A learner could not say here that nothing is wrong."
        yield document.fault((*here, "offered"), message, f"Add “{NONE}”.")


def _unknown(name: str, document: Document, place: tuple) -> Iterator[Fault]:
    try:
        catalog.mistake(name)
    except catalog.Unknown as error:
        yield document.fault(place, str(error), "Correct the name; “rapport catalog” lists them all.")
