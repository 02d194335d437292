"""Reads a file of one situation; what comes back is sure to be shown."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from .. import catalog, documents, research
from ..documents import Document, Faulty
from ..playing import wording
from .dilemma import Dilemma


def load_dilemma(tension: str) -> Dilemma:
    """The situation to a tension. Raises catalog.Unknown, documents.Faulty or OSError."""
    return read_dilemma(catalog.dilemma_path(tension))[0]


def every_dilemma() -> tuple[Dilemma, ...]:
    """All of them, in the order of tensions.yaml. Raises as ``load_dilemma``."""
    return tuple(map(load_dilemma, research.read("tensions")))


def read_dilemma(path: Path) -> tuple[Dilemma, Document]:
    """The situation of a file together with the lines it was written on. Raises Faulty or OSError."""
    document = documents.load(path)
    if not isinstance(document.data, dict):
        raise Faulty([document.fault((), "A situation is a list of fields.", "Start with “tension: …”.")])
    try:
        dilemma = Dilemma.model_validate(document.data)
    except ValidationError as error:
        raise Faulty(list(wording.faults(error, document, Dilemma))) from None
    if dilemma.tension not in (known := research.read("tensions")):
        error = catalog.Unknown("tension", dilemma.tension, list(known))
        raise Faulty([document.fault(("tension",), str(error), "Correct the name, as in tensions.yaml.")])
    return dilemma, document
