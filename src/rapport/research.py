"""The research behind the mistakes: findings, the five source articles, and where those articles disagree.

The data are evidence.yaml, sources.yaml and tensions.yaml beside this file; what
their fields mean stands at the head of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from . import catalog

FOLDER = resources.files(__package__)
STANCES = ("supports", "qualifies", "contradicts")


@dataclass(frozen=True)
class Finding:
    """What one paper says about one mistake.

    ``stance`` is towards the articles' advice: supports, qualifies or contradicts.
    ``cautions`` must be shown wherever the finding is. ``read_as`` says what was
    read of the paper; ``doi`` is empty where none is known, ``kind`` where it is
    an ordinary journal article.
    """

    ref: str
    mistake: str
    stance: str
    finding: str
    citation: str
    read_as: str
    doi: str = ""
    kind: str = ""
    note: str = ""
    cautions: tuple[str, ...] = ()

    @property
    def caution(self) -> str:
        """The cautions in one text, empty where there are none."""
        return " ".join(self.cautions)


@dataclass(frozen=True)
class Item:
    """One mistake as a source article names it; ``mistakes`` are the ids that teach it."""

    n: int
    gist: str
    mistakes: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """One of the five articles that the course starts from."""

    key: str
    title: str
    frame: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Side:
    """One side of a contradiction; ``sources`` are (article key, item number) pairs."""

    says: str
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Bearing:
    """How the paper ``ref`` bears on a tension, with the cautions that must go with it.

    ``study`` is what evidence.yaml tells of the paper, with who was asked or watched where it is known; the
    other fields are those of a Finding.
    """

    ref: str
    bears: str
    study: str
    citation: str
    read_as: str
    doi: str = ""
    kind: str = ""
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tension:
    """A point where the articles contradict each other, or one contradicts itself."""

    id: str
    title: str
    side_a: Side
    side_b: Side
    research: tuple[Bearing, ...]
    suggested_reading: str


@cache
def read(name: str) -> dict:
    """The plain data of ``name``.yaml. Raises OSError, or yaml.YAMLError where the file is broken."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(FOLDER.joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)


def finding(ref: str, mistake: str) -> Finding:
    """What the paper ``ref`` says about the mistake. Raises catalog.Unknown."""
    entry = _named("research entry", ref, read("evidence"))
    here = _named(f"finding of {ref} on a mistake", mistake, entry["findings"])
    return Finding(
        ref=ref,
        mistake=mistake,
        stance=here["stance"],
        finding=here["finding"],
        citation=entry["citation"],
        read_as=entry["read_as"],
        doi=entry["doi"] or "",
        kind=entry.get("kind", ""),
        note=here.get("note", ""),
        cautions=tuple(part["caution"] for part in (entry, here) if "caution" in part),
    )


def evidence_for(mistake: str) -> tuple[Finding, ...]:
    """Every finding on a mistake, in the order of its file. Raises catalog.Unknown."""
    return tuple(finding(ref, mistake) for ref in catalog.mistake(mistake).evidence)


@cache
def sources() -> dict[str, Source]:
    """The five articles by key."""
    return {key: _source(key, data) for key, data in read("sources").items()}


@cache
def tensions() -> dict[str, Tension]:
    """Every tension by id."""
    return {key: _tension(key, data) for key, data in read("tensions").items()}


def tension(key: str) -> Tension:
    """The tension with this id. Raises catalog.Unknown."""
    return _named("tension", key, tensions())


def tensions_of(mistake: str) -> tuple[Tension, ...]:
    """The tensions that bear on a mistake. Raises catalog.Unknown."""
    return tuple(tension(key) for key in catalog.mistake(mistake).tensions)


def _source(key: str, data: dict) -> Source:
    items = tuple(Item(item["n"], item["gist"], tuple(item["mistakes"])) for item in data["items"])
    return Source(key, data["title"], data["frame"], items)


def _tension(key: str, data: dict) -> Tension:
    sides = (Side(side["says"], tuple(map(tuple, side["sources"]))) for side in (data["side_a"], data["side_b"]))
    research = tuple(_bearing(ref, bears, key) for ref, bears in data["research"].items())
    return Tension(key, data["title"], *sides, research, data["suggested_reading"])


def _bearing(ref: str, bears: str, tension: str) -> Bearing:
    """A tension sums a paper up, so every caution on it goes along, whichever finding it stands with."""
    entry = _named("research entry", ref, read("evidence"))
    findings = entry["findings"]
    near = (name for name, one in catalog.mistakes().items() if name in findings and tension in one.tensions)
    return Bearing(
        ref=ref,
        bears=bears,
        study=findings[next(near, next(iter(findings)))]["finding"],
        citation=entry["citation"],
        read_as=entry["read_as"],
        doi=entry["doi"] or "",
        kind=entry.get("kind", ""),
        cautions=tuple(part["caution"] for part in (entry, *findings.values()) if "caution" in part),
    )


def _named(kind: str, name: str, known: dict):
    if name not in known:
        raise catalog.Unknown(kind, name, list(known))
    return known[name]
