"""The labelled drafts, each with its brief and what it is to be split by, and the sentences with their marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapport.reading.brief import Brief, load_file

FOLDER = Path(__file__).parent / "drafts"


@dataclass(frozen=True)
class Draft:
    """One labelled draft; ``criteria`` are its gold points, ``labels`` its gold mistakes.

    ``author`` is the writer (empty where none was noted), ``sealed`` whether its
    brief is kept from training and rule writing until the end.
    """

    id: str
    part: str
    author: str
    brief: Brief
    text: str
    criteria: dict[str, int]
    labels: frozenset[str]
    sealed: bool
    voice: str = ""

    @property
    def score(self) -> int:
        """The gold score, 0 to 10."""
        return sum(self.criteria.values())


def sets() -> tuple[str, ...]:
    """The names of the sets of drafts: every one that has a file of briefs."""
    return tuple(sorted(path.name.removesuffix(".briefs.yaml") for path in FOLDER.glob("*.briefs.yaml")))


def drafts(plans: bool, sealed: bool = False) -> list[Draft]:
    """The messages, or the plans, of all sets; those on sealed briefs only where ``sealed`` is set."""
    found = [draft for part in sets() for draft in _part(part)]
    return [draft for draft in found if draft.brief.is_plan == plans and (sealed or not draft.sealed)]


@cache
def sealed_briefs() -> frozenset[str]:
    """The ids of the briefs that stay unseen until the end."""
    return frozenset((FOLDER / "sealed.txt").read_text(encoding="utf-8").split())


def marks() -> dict[str, dict[tuple[int, int], str]]:
    """By draft id: the letters of the marks of each unit, by the unit's start and end in the text."""
    rows = _rows(FOLDER / "marks.jsonl")
    return {row["id"]: {(start, end): letters for start, end, letters in row["units"]} for row in rows}


def single_sentences() -> list[tuple[str, str]]:
    """The sentences that stand alone: (letters of the marks, the sentence with the brief's words as {ROLE})."""
    lines = (FOLDER.parent / "sentences" / "marked.txt").read_text(encoding="utf-8").splitlines()
    return [(letters, sentence) for letters, _, sentence in (line.partition(" ") for line in lines if line.strip())]


def requests(part: str = "requests") -> list[tuple[bool, str]]:
    """Sentences of real e-mail: (whether it asks the reader to do, answer or come to something, the sentence).

    ``part`` is the name of the file: requests, or requests-test, which is never trained on.
    """
    lines = (FOLDER.parent / "sentences" / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    return [(truth == "1", text) for truth, _, text in (line.partition("\t") for line in lines[1:])]


def _part(part: str) -> Iterator[Draft]:
    briefs, sealed = load_file(FOLDER / f"{part}.briefs.yaml"), sealed_briefs()
    for row in _rows(FOLDER / f"{part}.jsonl"):
        author, dash, _ = row["id"].partition("-")
        yield Draft(row["id"], part, author if part != "first" else "", briefs[row["brief"]], row["text"],
                    row["criteria"], frozenset(row["mistakes"]), row["brief"] in sealed, row.get("voice", ""))


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
