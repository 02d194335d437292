"""Picks one file for each learner where several were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from .claims import Claim, Unclear

TWO_HANDS = "Files for {} came from different places: {}."
SAME_TIME = "Two different files of {} have the same time, so the later one cannot be told."
REMEDY = "Collect the right one alone, with --replace."
_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Choice:
    """The latest file of one learner, and those before it, the latest first."""

    latest: Claim
    earlier: tuple[Claim, ...] = ()


def choose(claims: Iterable[Claim]) -> tuple[list[Choice], list[Unclear]]:
    """One choice for each learner, by id, and the files between which nobody but a person can choose."""
    by_person: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_person[claim.person.id].append(claim)
    choices, unclear = [], []
    for _, own in sorted(by_person.items()):
        ordered = _without_copies(sorted(own, key=_time, reverse=True))
        if why := _doubt(ordered):
            unclear += [Unclear(claim.found.place, why, REMEDY, claim.person) for claim in ordered]
        else:
            choices.append(Choice(ordered[0], tuple(ordered[1:])))
    return choices, unclear


def _time(claim: Claim) -> datetime:
    return claim.when or _LONG_AGO


def _without_copies(claims: list[Claim]) -> list[Claim]:
    """Each content once: the same file twice is no second version."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.digest, claim)
    return list(found.values())


def _doubt(claims: list[Claim]) -> str:
    person, sources = claims[0].person, dict.fromkeys(claim.source for claim in claims)
    if len(sources) > 1:
        return TWO_HANDS.format(person.name, ", ".join(f"“{source}”" for source in sources))
    if len(claims) > 1 and _time(claims[0]) == _time(claims[1]):
        return SAME_TIME.format(person.name)
    return ""
