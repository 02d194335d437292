"""What every file in scenarios/spots/ must hold by itself, and all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .. import catalog
from ..documents import Document, Fault, Faulty
from ..spotting.loading import read_spots
from ..spotting.spots import NONE, Item, Spots
from . import law

FEWEST_ITEMS, MOST_ITEMS = 5, 8
FEWEST_OFFERED, MOST_OFFERED = 3, 4
AT_LEAST = 2
"""So many messages of a file show its mistake, and so many show none: who says the same each time must be wrong."""


@law
def spots_load() -> Iterator[Fault]:
    """A file of messages has every field, names mistakes that exist, and quotes what stands in the message."""
    for path in catalog.spot_paths().values():
        try:
            read_spots(path)
        except Faulty as error:
            yield from error.faults


@law
def called_by_their_mistake() -> Iterator[Fault]:
    """The file is called as the mistake it is about."""
    for spots, document in _files():
        if spots.mistake != document.path.stem:
            message = f"The mistake is “{spots.mistake}”, the file is called “{document.path.name}”."
            yield document.fault(("mistake",), message, "Make the two the same.")


@law
def answers_cannot_be_guessed() -> Iterator[Fault]:
    """A file has 5 to 8 messages, at least two with its own mistake and two with none; each offers 3 or 4 answers."""
    for spots, document in _files():
        count = len(spots.items)
        if not FEWEST_ITEMS <= count <= MOST_ITEMS:
            message = f"A file has {FEWEST_ITEMS} to {MOST_ITEMS} messages; this one has {count}."
            yield document.fault(("items",), message, "Add some." if count < FEWEST_ITEMS else "Take some out.")
        answers = Counter(item.answer for item in spots.items)
        for name, shown in ((spots.mistake, f"show “{spots.mistake}”"), (NONE, "show nothing wrong")):
            if answers[name] < AT_LEAST:
                message = f"At least {AT_LEAST} messages must {shown}; here it is {answers[name]}."
                yield document.fault(("items",), message, f"Add one with “answer: {name}”.")
        for index, item in enumerate(spots.items):
            if not FEWEST_OFFERED <= len(item.offered) <= MOST_OFFERED:
                message = f"A message offers {FEWEST_OFFERED} or {MOST_OFFERED} answers; here are {len(item.offered)}."
                yield document.fault(("items", index, "offered"), message, "Offer what a sensible person might think.")


@law
def wrong_is_mended_and_right_is_left() -> Iterator[Fault]:
    """A message with a mistake comes with a better one; a message without comes with neither quote nor better one."""
    for spots, document in _files():
        for index, item in enumerate(spots.items):
            yield from _mending_faults(item, document, ("items", index))


@law
def no_message_twice() -> Iterator[Fault]:
    """No message stands twice, in one file or in two, mended messages included."""
    owners: dict[str, str] = {}
    for spots, document in _files():
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


def _files() -> Iterator[tuple[Spots, Document]]:
    for path in catalog.spot_paths().values():
        try:
            yield read_spots(path)
        except Faulty:
            continue  # told by spots_load
