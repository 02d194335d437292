"""The sentence that says what a criterion's points rest on: the rules' own where they agree, else a general one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

from ..reading import Reading
from .model import Finding

Judged = tuple[int, str]
FULL = 2
COUNTS_AGAINST = {"bad-impression": "courtesy"}
"""The criterion whose two points ask for the absence of a label: by training/LABELS.md courtesy needs the right name."""


def reasoned(given: dict[str, int], ruled: dict[str, Judged], reading: Reading) -> dict[str, Judged]:
    """The points ``given``, each with its reason; ``ruled`` is what the rules give, in the order of the criteria."""
    general = _general()[reading.kind]
    return {
        name: (given[name], reason if points == given[name] else general[name][given[name]].replace(
            "{name}", reading.person))
        for name, (points, reason) in ruled.items()
    }


def held_back(judged: dict[str, Judged], certain: Iterable[Finding]) -> dict[str, Judged]:
    """The points without full ones where a certain finding stands against them, with that finding as the reason."""
    for finding in certain:
        name = COUNTS_AGAINST.get(finding.label)
        if name and judged[name][0] == FULL:
            judged = judged | {name: (FULL - 1, finding.why)}
    return judged


@cache
def _general() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load(resources.files(__package__).joinpath("reasons.yaml").read_text(encoding="utf-8"))
