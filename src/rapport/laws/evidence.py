"""What evidence.yaml, sources.yaml and tensions.yaml must hold, and how they hang together with the mistakes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from .. import catalog, documents, research
from ..documents import Document, Fault, Faulty
from . import law, mistakes

ENTRY = {"citation": True, "doi": True, "read_as": True, "kind": False, "caution": False, "findings": True}
FINDING = {"stance": True, "finding": True, "note": False, "caution": False}
SOURCE = {"title": True, "frame": True, "items": True}
ITEM = {"n": True, "gist": True, "mistakes": True}
TENSION = {"title": True, "side_a": True, "side_b": True, "research": True, "suggested_reading": True}
SIDE = {"says": True, "sources": True}
FILES = {"evidence": ENTRY, "sources": SOURCE, "tensions": TENSION}


@law(first=True)
def files_load() -> Iterator[Fault]:
    """The three files are valid YAML, and each entry has its fields and no others."""
    for name, fields in FILES.items():
        try:
            document = _document(name)
        except Faulty as error:
            yield from error.faults
            continue
        for key, entry in document.data.items():
            yield from _fields(entry, fields, document, (key,))
            for place, part, wanted in _parts(name, entry):
                yield from _fields(part, wanted, document, (key, *place))


@law
def findings_agree() -> Iterator[Fault]:
    """Each finding is cited by its mistake, and each citation of a mistake leads to a finding."""
    document, known = _document("evidence"), catalog.mistakes()
    for ref, entry in document.data.items():
        for name, finding in entry["findings"].items():
            place = (ref, "findings", name)
            if name not in known:
                yield document.fault(place, str(catalog.Unknown("mistake", name, list(known))))
            elif ref not in known[name].evidence:
                remedy = f"Add “{ref}” to “evidence” in mistakes/{name}.py, or take the finding out."
                yield document.fault(place, "The mistake does not cite this finding.", remedy)
            if finding["stance"] not in research.STANCES:
                remedy = f"Write one of: {', '.join(research.STANCES)}."
                yield document.fault((*place, "stance"), f"“{finding['stance']}” is no stance.", remedy)
    for name, mistake in known.items():
        for ref in mistake.evidence:
            if name not in document.data.get(ref, {}).get("findings", {}):
                remedy = "Correct the key, or add the finding to evidence.yaml if you have read it in a source."
                message = f"evidence.yaml has no finding of “{ref}” on this mistake."
                yield mistakes.fault(name, "evidence", message, remedy)


@law
def items_are_taught() -> Iterator[Fault]:
    """Each item of each article is taught by a mistake that exists."""
    document, known = _document("sources"), catalog.mistakes()
    for key, source in document.data.items():
        for index, item in enumerate(source["items"]):
            place = (key, "items", index)
            if item["n"] != index + 1:
                yield document.fault((*place, "n"), f"This is item {index + 1} of the list.", f"Write n: {index + 1}.")
            for number, name in enumerate(item["mistakes"]):
                if name not in known:
                    error = catalog.Unknown("mistake", name, list(known))
                    yield document.fault((*place, "mistakes", number), str(error))


@law
def tensions_lead_somewhere() -> Iterator[Fault]:
    """A tension names items and research that exist, and each mistake names tensions that exist."""
    document = _document("tensions")
    items = {(key, item.n) for key, source in research.sources().items() for item in source.items}
    refs = research.read("evidence")
    for key, tension in document.data.items():
        for side in ("side_a", "side_b"):
            for index, source in enumerate(tension[side]["sources"]):
                if tuple(source) not in items:
                    message = f"sources.yaml has no item {source[1:]} of “{source[0]}”."
                    yield document.fault((key, side, "sources", index), message, "Write [article, item].")
        for ref in tension["research"]:
            if ref not in refs:
                yield document.fault((key, "research", ref), str(catalog.Unknown("research entry", ref, list(refs))))
    for name, mistake in catalog.mistakes().items():
        for key in mistake.tensions:
            if key not in document.data:
                error = catalog.Unknown("tension", key, list(document.data))
                yield mistakes.fault(name, "tensions", str(error), "Correct it or take it out.")


def _parts(name: str, entry: object) -> Iterator[tuple[tuple, object, dict]]:
    """The entries within an entry, each with its place and the fields it must have."""
    if not isinstance(entry, dict):
        return
    if name == "evidence":
        yield from ((("findings", key), part, FINDING) for key, part in _items(entry.get("findings")))
    elif name == "sources":
        yield from ((("items", index), part, ITEM) for index, part in _items(entry.get("items")))
    else:
        yield from (((side,), entry.get(side), SIDE) for side in ("side_a", "side_b") if side in entry)


def _items(value: object) -> Collection[tuple]:
    if isinstance(value, dict):
        return value.items()
    return list(enumerate(value)) if isinstance(value, list) else ()


def _fields(entry: object, fields: dict[str, bool], document: Document, place: tuple) -> Iterator[Fault]:
    if not isinstance(entry, dict):
        yield document.fault(place, "This must be a list of fields.", f"Known fields: {', '.join(fields)}.")
        return
    for field, required in fields.items():
        if required and field not in entry:
            yield document.fault(place, f"The field “{field}” is missing.", f"Add a line “{field}: …”.")
        elif field in entry and not entry[field] and field != "doi":
            yield document.fault((*place, field), "This is empty.", "Fill it in.")
    for field in entry:
        if field not in fields:
            remedy = f"Known fields: {', '.join(fields)}."
            yield document.fault((*place, field), f"There is no field “{field}” here.", remedy)


def _document(name: str) -> Document:
    document = documents.load(Path(str(research.FOLDER.joinpath(f"{name}.yaml"))))
    if isinstance(document.data, dict):
        return document
    raise Faulty([document.fault((), "This file is a list of entries by key.", "Start with “key:”.")])
