"""How likely each label and each point of a criterion is, from the trained weights."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat

from ..reading import Reading
from .features import by_itself, guessed, known_pairs, looked_up, marked, parts, plain, pool_names
from .pooling import pooled
from .weights import weights


@dataclass(frozen=True)
class Estimate:
    """What the weights make of one draft.

    ``labels`` is the probability of each mistake. ``points`` is, for each criterion, the probabilities of at least one
    point and of two. ``marks`` is, for each unit of the draft, the probability of each mark by its letter; empty where
    the weights know no marks. ``pairs`` is how many pairs of neighbouring words the weights know, and how many there
    are.
    """

    labels: Mapping[str, float]
    points: Mapping[str, tuple[float, float]]
    marks: tuple[Mapping[str, float], ...]
    pairs: tuple[int, int]

    def strongest(self, letters: str) -> tuple[int, float] | None:
        """The unit that most likely carries one of these marks, with that probability; None without marks."""
        values = [max(unit[letter] for letter in letters) for unit in self.marks] if letters else []
        return max(enumerate(values), key=lambda pair: pair[1]) if values else None


REQUESTING = 0.7
"""From this probability on a sentence is taken for a request. Of the sentences of real e-mail that training did not
see, about seven in eight that reach it are requests (`tests/training/test_requests.py`)."""


def requesting(text: str) -> float:
    """The probability that a sentence by itself asks its reader to do, answer or come to something."""
    trained = weights("message")
    return trained.marks.probabilities(trained.rows.known(by_itself(text)))[trained.marks.names.index("J")]


def estimate(reading: Reading, rules: Mapping[str, bool], points: Mapping[str, int]) -> Estimate:
    """The estimate for a reading; ``rules`` and ``points`` as in ``features.plain``."""
    trained = weights(reading.kind)
    found, rows = parts(reading), trained.rows
    values = plain(reading, found, rules, points)
    looked = looked_up(found, rows)
    own = [list(filter(None, unit)) for unit in looked]
    marks = marked(found, own, trained.signed_terms, trained.marks) if trained.marks else []
    names = trained.marks.names if trained.marks else ()
    values |= zip(pool_names(names), pooled(marks, len(names)))
    guesses = guessed(found, own, trained.signed_rows, trained.draft)
    values |= {f"draft: {name}": value for name, value in zip(trained.draft.names, guesses)}
    row = array("f", map(values.get, trained.features, repeat(0.0)))  # as exact as in training
    units = tuple(dict(zip(names, unit)) for unit in marks)
    return _told(trained.forest.probabilities(row), units, known_pairs(found, looked, trained.draft))


def _told(told: dict[str, float], marks: tuple[dict[str, float], ...], pairs: tuple[int, int]) -> Estimate:
    labels = {name.removeprefix("label "): value for name, value in told.items() if name.startswith("label ")}
    criteria = dict.fromkeys(name.rpartition(" ")[0] for name in told if " >=" in name)
    points = {name: (told[f"{name} >=1"], told[f"{name} >=2"]) for name in criteria}
    return Estimate(labels, points, marks, pairs)
