"""The comment bank: short comments that a grader may send, by finding and by criterion.

The comments are data, comments.yaml beside this file; what its fields mean
stands at its head.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from .. import catalog
from ..assessing.model import MESSAGE_CRITERIA, PLAN_CRITERIA
from ..documents import load

WELL = 2
CRITERIA = (*(f"message.{name}" for name in MESSAGE_CRITERIA), *(f"plan.{name}" for name in PLAN_CRITERIA))


@dataclass(frozen=True)
class BankComment:
    """One comment; it has ``labels``, or a ``criterion`` such as ``plan.when`` with its ``grade`` (2 well, 1 less)."""

    text: str
    labels: tuple[str, ...] = ()
    criterion: str = ""
    grade: int = 0

    @property
    def heading(self) -> str:
        """What the comment is for, in the words of the file."""
        return ", ".join(self.labels) or f"{self.criterion}, {'done well' if self.grade == WELL else 'partly or not yet'}"


@cache
def bank() -> tuple[BankComment, ...]:
    """Every comment in the order of the file. Raises documents.Faulty where that is broken."""
    path = Path(str(resources.files(__package__).joinpath("comments.yaml")))
    return tuple(BankComment(**entry | {"labels": tuple(entry.get("labels", ()))}) for entry in load(path).data)


def for_label(label: str) -> BankComment:
    """The comment on a finding. Raises catalog.Unknown for a label that has none."""
    return _first("label with a comment", label, {name: one for one in bank() for name in one.labels})


def for_criterion(criterion: str, grade: int) -> BankComment:
    """The comment on a criterion (``message.close``) met with 0, 1 or 2. Raises catalog.Unknown."""
    wanted = WELL if grade == WELL else 1
    return _first("criterion", criterion, {one.criterion: one for one in bank() if one.grade == wanted})


def chosen(labels: Iterable[str] = (), criteria: Iterable[str] = ()) -> list[BankComment]:
    """The comments on these labels and criteria in the order of the file; all where none is named.

    Raises catalog.Unknown.
    """
    wanted = [for_label(label) for label in labels]
    wanted += [for_criterion(name, grade) for name in criteria for grade in (WELL, 1)]
    return [one for one in bank() if one in wanted] if wanted else list(bank())


def _first(kind: str, name: str, known: dict[str, BankComment]) -> BankComment:
    if name not in known:
        raise catalog.Unknown(kind, name, list(known))
    return known[name]
