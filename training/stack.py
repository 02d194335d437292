"""The stack: marks of sentences and a guess from all n-grams, out of fold, beside the plain features; then trees."""

from __future__ import annotations

from dataclasses import dataclass

import fitting
import numpy
from fitting import LinearModels
from tables import LETTERS, REQUEST, Table, alone, marked_units

from rapport.estimating.features import pool_names
from rapport.estimating.pooling import pooled

MARK_GRAMS, DRAFT_GRAMS = 32_000, 14_000
MARK_STRENGTH, REQUEST_STRENGTH, DRAFT_STRENGTH = 3.0, 1.0, 4.0


@dataclass(frozen=True)
class First:
    """The first storey of a kind of draft: linear models, and what they say of rows that they have not seen."""

    marks: LinearModels | None
    draft: LinearModels
    names: list[str]
    values: numpy.ndarray


def first(rows: Table, known: numpy.ndarray, with_marks: bool) -> First:
    """The first storey, fitted on the rows ``known``; ``values`` has all rows, those in ``known`` out of fold."""
    names = sorted({name for row in known for name in rows.plain[row]})
    plain = numpy.array([[values.get(name, 0.0) for name in names] for values in rows.plain])
    draft, guesses = _draft(rows, known)
    parts, columns = [plain], list(names)
    marks = None
    if with_marks:
        marks, pools = _marks(rows, known)
        parts.append(pools)
        columns += pool_names(LETTERS)
    return First(marks, draft, columns + [f"draft: {name}" for name in rows.targets], numpy.hstack([*parts, guesses]))


def _draft(rows: Table, known: numpy.ndarray) -> tuple[LinearModels, numpy.ndarray]:
    targets = numpy.column_stack(list(rows.targets.values()))

    def fit(some: numpy.ndarray) -> LinearModels:
        return fitting.linear([rows.whole[row] for row in some], targets[some], DRAFT_GRAMS,
                              [DRAFT_STRENGTH] * len(rows.targets))

    whole = fit(known)
    guesses = whole.predict(rows.whole)
    guesses[known] = fitting.out_of_fold(
        rows.briefs[known], targets.shape[1],
        lambda some, other: fit(known[some]).predict([rows.whole[row] for row in known[other]]))
    return whole, guesses


def _marks(rows: Table, known: numpy.ndarray) -> tuple[LinearModels, numpy.ndarray]:
    """The model of marks, and for every row its units' marks, pooled."""
    places, found = marked_units(rows)
    owners = numpy.array([row for row, _ in places])
    texts = [rows.units[row][at] for row, at in places]
    others, other_marks = alone()
    strengths = [REQUEST_STRENGTH if letter == REQUEST else MARK_STRENGTH for letter in LETTERS]

    def fit(some: set[int]) -> LinearModels:
        chosen = [at for at, owner in enumerate(owners) if owner in some]
        return fitting.linear([texts[at] for at in chosen] + others, numpy.vstack([found[chosen], other_marks]),
                              MARK_GRAMS, strengths)

    whole = fit(set(known))
    pools = _pools(whole, rows, range(len(rows.units)))
    for some, other in fitting.folds(rows.briefs[known]):
        pools[known[other]] = _pools(fit(set(known[some])), rows, known[other])
    return whole, pools


def _pools(model: LinearModels, rows: Table, which) -> numpy.ndarray:
    units = [rows.units[row] for row in which]
    ends = numpy.cumsum([len(of) for of in units])
    marks = model.predict([unit for of in units for unit in of])
    parts = [marks[end - len(of):end].tolist() for end, of in zip(ends, units)]
    return numpy.array([pooled(part, len(LETTERS)) for part in parts])
