"""Everything that the trees see of a draft: the reading, the brief, what the rules found, and the linear models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..reading import Reading
from ..reading.text import tokens
from . import message_features, plan_features
from .grams import in_place, of_draft, of_unit
from .linear import Linear
from .pooling import POOLS
from .roles import played, roles


@dataclass(frozen=True)
class Parts:
    """A draft in its units (sentences of a message, steps of a plan): the words played, and their n-grams."""

    words: list[list[str]]
    grams: list[list[str]]


def parts(reading: Reading) -> Parts:
    """The units of a reading."""
    known = roles(reading.brief)
    if reading.plan:
        found = [tokens(step.text, step.start) for step in reading.plan.steps]
    else:
        found = [sentence.tokens for sentence in reading.sentences]
    words = [played(unit, reading.text, known) for unit in found]
    return Parts(words, [of_unit(unit) for unit in words])


def plain(reading: Reading, found: Parts, rules: Mapping[str, bool], points: Mapping[str, int]) -> dict[str, float]:
    """The features that need no training: ``rules`` is whether each label found by a rule is sure, ``points`` what
    the rules give for each criterion."""
    kind = plan_features if reading.plan else message_features
    values = kind.of_brief(reading) | kind.of_reading(reading) | kind.of_acts(reading) | kind.of_words(found.words)
    values |= {f"rule: {label}": 2.0 if sure else 1.0 for label, sure in rules.items()}
    values |= {f"points: {name}": value for name, value in points.items()}
    return {name: float(value) for name, value in values.items()}


def marked(found: Parts, marks: Linear) -> list[list[float]]:
    """The probability of each mark for each unit."""
    count = len(found.grams)
    return [marks.probabilities(in_place(grams, at, count)) for at, grams in enumerate(found.grams)]


def pool_names(names: Iterable[str]) -> list[str]:
    """The names of the pooled marks, in the order of ``pooled``."""
    return [f"{pool}: {name}" for pool in POOLS for name in names]


def guessed(found: Parts, draft: Linear) -> list[float]:
    """The draft model's probability of each target."""
    return draft.probabilities(of_draft(found.words, found.grams))

