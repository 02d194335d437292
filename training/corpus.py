"""The labelled drafts, each with its brief and what it is to be split by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.reading.brief import Brief, load_file

FOLDER = Path(__file__).parent / "drafts"
SETS = ("first", "second")


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

    @property
    def score(self) -> int:
        """The gold score, 0 to 10."""
        return sum(self.criteria.values())


def drafts(plans: bool, sealed: bool = False) -> list[Draft]:
    """The messages, or the plans, of both sets; those on sealed briefs only where ``sealed`` is set."""
    found = [draft for part in SETS for draft in _part(part)]
    return [draft for draft in found if draft.brief.is_plan == plans and (sealed or not draft.sealed)]


def sealed_briefs() -> frozenset[str]:
    """The ids of the briefs that stay unseen until the end."""
    return frozenset((FOLDER / "sealed.txt").read_text(encoding="utf-8").split())


def _part(part: str) -> Iterator[Draft]:
    briefs, sealed = load_file(FOLDER / f"{part}.briefs.yaml"), sealed_briefs()
    for line in (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        author = row["id"].split("-")[0] if part == "second" else ""
        yield Draft(row["id"], part, author, briefs[row["brief"]], row["text"], row["criteria"],
                    frozenset(row["mistakes"]), row["brief"] in sealed)
