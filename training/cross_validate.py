"""How good the reader is on briefs that it has not seen: everything is fitted anew without the briefs of each fold.

`python training/cross_validate.py` prints the figures of messages and plans, in all and by set of drafts. The rules
were written while looking at the first set, so its figures are a little too good.
"""

from __future__ import annotations

import argparse

import fitting
import numpy
from families import ordinary
from stack import first
from tables import Table, table
from train import decide, problems

from rapport.assessing.accuracy import accuracy
from rapport.assessing.points import points, spread
from rapport.estimating.estimate import Estimate


def unseen(rows: Table, plans: bool, count: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The probability of each target for each draft by models that have not seen its brief, and each draft's fold."""
    shares = [column.mean() for column in rows.targets.values()]
    chances, fold_of = numpy.zeros((len(rows.drafts), len(shares))), numpy.zeros(len(rows.drafts), dtype=int)
    for number, (known, unknown) in enumerate(fitting.folds(rows.briefs, count)):
        below = first(rows, known, with_marks=not plans)
        grown = fitting.forest(problems(rows, below, known))
        chances[unknown] = fitting.predict(grown, below.values[unknown], shares)
        fold_of[unknown] = number
    return chances, fold_of


def results(rows: Table, chances: numpy.ndarray, fold_of: numpy.ndarray) -> list[dict]:
    """What would be said of each draft, with thresholds chosen on the other folds."""
    found: list[dict] = [{}] * len(rows.drafts)
    for fold in sorted(set(fold_of)):
        chosen = decide(rows, chances, numpy.intersect1d(ordinary(rows), numpy.flatnonzero(fold_of != fold)))
        for row in numpy.flatnonzero(fold_of == fold):
            found[row] = _result(rows.drafts[row].id, dict(zip(rows.targets, chances[row].tolist())), chosen)
    return found


def _result(name: str, told: dict[str, float], chosen: dict) -> dict:
    labels = {target.removeprefix("label "): value for target, value in told.items() if target.startswith("label ")}
    ones = [target.removesuffix(" >=1") for target in told if target.endswith(" >=1")]
    chances = {name: (told[f"{name} >=1"], told[f"{name} >=2"]) for name in ones}
    given = points(Estimate(labels, chances, (), (0, 0)))
    mistakes = [{"label": label, "sure": chance >= chosen["stated"]}
                for label, chance in labels.items() if chance >= chosen["asked"]]
    return {"id": name, "criteria": given, "score": sum(given.values()), "mistakes": mistakes,
            "sure": spread(chances) <= chosen["certain"]}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=6)
    count = parser.parse_args().folds
    for plans in (True, False):
        rows = table(plans)
        given = results(rows, *unseen(rows, plans, count))
        gold = [{"id": draft.id, "criteria": draft.criteria, "score": draft.score, "mistakes": sorted(draft.labels)}
                for draft in rows.drafts]
        parts = {draft.part for draft in rows.drafts}
        for part in ("", *sorted(parts)):
            chosen = [at for at, draft in enumerate(rows.drafts) if part in ("", draft.part)]
            print(f"\n== {part or 'all sets'}", flush=True)
            print(accuracy([gold[at] for at in chosen], [given[at] for at in chosen]).table(), flush=True)


if __name__ == "__main__":
    main()
