"""The sentence that says what a criterion's points rest on: the rules' own where they agree, else a general one."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from ..reading import Reading

Judged = tuple[int, str]


def reasoned(given: dict[str, int], ruled: dict[str, Judged], reading: Reading) -> dict[str, Judged]:
    """The points ``given``, each with its reason; ``ruled`` is what the rules give, in the order of the criteria."""
    general = _general()[reading.kind]
    return {
        name: (given[name], reason if points == given[name] else general[name][given[name]].replace(
            "{name}", reading.person))
        for name, (points, reason) in ruled.items()
    }


@cache
def _general() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load(resources.files(__package__).joinpath("reasons.yaml").read_text(encoding="utf-8"))
