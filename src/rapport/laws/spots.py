"""What every file of messages to judge must hold by itself, and all of them together.

Those in scenarios/spots/ are one a mistake, for its lesson; those in scenarios/reviews/ one a unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from .. import catalog
from ..documents import Document, Fault, Faulty
from ..mistakes import UNITS
from ..spotting.loading import read_spots, read_unit
from ..spotting.spots import NONE, Item, Messages, Spots, UnitSpots
from . import law

FEWEST_ITEMS, MOST_ITEMS = 5, 8
FEWEST_OFFERED, MOST_OFFERED = 3, 4
AT_LEAST = 2
"""So many messages of a file show its mistake, and so many show none: who says the same each time must be wrong."""
OF_EACH, NEAR_OF_EACH = 6, 4
"""The same for a unit's file: so many messages show each of its mistakes, and in so many one could only suspect it. A
mistake comes back four times in two messages, once more at the end of its unit, and each time it is to be new."""


@law
def spots_load() -> Iterator[Fault]:
    """A file of messages has every field, names mistakes that exist, and quotes what stands in the message."""
    for read, paths in ((read_spots, catalog.spot_paths()), (read_unit, catalog.review_paths())):
        for path in paths.values():
            try:
                read(path)
            except Faulty as error:
                yield from error.faults


@law
def called_by_their_mistake() -> Iterator[Fault]:
    """The file is called as the mistake, or the unit, it is about."""
    for found, document in _every():
        if found.name != document.path.stem:
            kind = "mistake" if isinstance(found, Spots) else "unit"
            message = f"The {kind} is “{found.name}”, the file is called “{document.path.name}”."
            yield document.fault((kind,), message, "Make the two the same.")


@law
def answers_cannot_be_guessed() -> Iterator[Fault]:
    """A file has 5 to 8 messages, at least two with its own mistake and two with none; each offers 3 or 4 answers."""
    for spots, document in _files():
        count = len(spots.items)
        if not FEWEST_ITEMS <= count <= MOST_ITEMS:
            message = f"A file has {FEWEST_ITEMS} to {MOST_ITEMS} messages; this one has {count}."
            yield document.fault(("items",), message, "Add some." if count < FEWEST_ITEMS else "Take some out.")
        yield from _too_few(spots, document, {spots.mistake: AT_LEAST, NONE: AT_LEAST})
        yield from _offer_faults(spots, document)


@law
def every_unit_has_messages_for_its_reviews() -> Iterator[Fault]:
    """Each unit has a file; it shows each of the unit's mistakes at least six times, no mistake of another unit, and has
    for each at least four messages in which one could suspect it and nothing is wrong."""
    for unit in UNITS:
        if unit not in catalog.review_paths():
            message, folder = f"The reviews of “{unit}” have no messages.", catalog.root() / "scenarios" / "reviews"
            yield Fault(str(folder), 0, "", message, f"Write {unit}.yaml.")
    for found, document in _units():
        own = [name for name, mistake in catalog.mistakes().items() if mistake.unit == found.unit]
        yield from _too_few(found, document, dict.fromkeys(own, OF_EACH))
        yield from _offer_faults(found, document)
        for index, item in enumerate(found.items):
            if item.answer not in (*own, NONE):
                message = f"“{item.answer}” is no mistake of this unit."
                yield document.fault(("items", index, "answer"), message, "Move the message to the file of its unit.")
        for name in own:
            near = sum(item.answer == NONE and name in item.offered for item in found.items)
            if near < NEAR_OF_EACH:
                message = f"At least {NEAR_OF_EACH} messages without a mistake must offer “{name}”; here it is {near}."
                yield document.fault(("items",), message, "Add a near miss: it looks like the mistake and is not.")


@law
def wrong_is_mended_and_right_is_left() -> Iterator[Fault]:
    """A message with a mistake comes with a better one; a message without comes with neither quote nor better one."""
    for spots, document in _every():
        for index, item in enumerate(spots.items):
            yield from _mending_faults(item, document, ("items", index))


@law
def no_message_twice() -> Iterator[Fault]:
    """No message stands twice, in one file or in two, mended messages included."""
    owners: dict[str, str] = {}
    for spots, document in _every():
        for index, item in enumerate(spots.items):
            for field, text in (("text", item.text), ("better", item.better or "")):
                words = " ".join(text.lower().split())
                if words in owners:
                    message = f"This message stands a second time (first in {owners[words]})."
                    yield document.fault(("items", index, field), message, "Write another one.")
                elif words:
                    owners[words] = f"{document.path.name}, message {index + 1}"


def _mending_faults(item: Item, document: Document, here: tuple) -> Iterator[Fault]:
    if item.answer != NONE and not item.better:
        remedy = "Add a field “better” with the message as it should be."
        yield document.fault(here, "This message is not mended.", remedy)
    for field in ("quote", "better"):
        if item.answer == NONE and getattr(item, field):
            message = f"Where nothing is wrong there is no “{field}”."
            yield document.fault((*here, field), message, "Take it out, or correct the answer.")


def _too_few(found: Messages, document: Document, fewest: dict[str, int]) -> Iterator[Fault]:
    answers = Counter(item.answer for item in found.items)
    for name, least in fewest.items():
        if answers[name] < least:
            shown = "show nothing wrong" if name == NONE else f"show “{name}”"
            message = f"At least {least} messages must {shown}; here it is {answers[name]}."
            yield document.fault(("items",), message, f"Add one with “answer: {name}”.")


def _offer_faults(found: Messages, document: Document) -> Iterator[Fault]:
    for index, item in enumerate(found.items):
        if not FEWEST_OFFERED <= len(item.offered) <= MOST_OFFERED:
            message = f"A message offers {FEWEST_OFFERED} or {MOST_OFFERED} answers; here are {len(item.offered)}."
            yield document.fault(("items", index, "offered"), message, "Offer what a sensible person might think.")


def _every() -> Iterator[tuple[Messages, Document]]:
    yield from _files()
    yield from _units()


def _files() -> Iterator[tuple[Spots, Document]]:
    yield from _loaded(read_spots, catalog.spot_paths())


def _units() -> Iterator[tuple[UnitSpots, Document]]:
    yield from _loaded(read_unit, catalog.review_paths())


def _loaded(read: Callable, paths: dict[str, Path]) -> Iterator[tuple[Messages, Document]]:
    for path in paths.values():
        try:
            yield read(path)
        except Faulty:
            continue  # told by spots_load
