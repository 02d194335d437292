"""How well results agree with gold ratings, for messages and plans apart.

A figure from drafts that language models wrote and rated says how well the
reader follows the rating guide, not how people would judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .kappa import quadratic_kappa
from .model import MESSAGE_CRITERIA, PLAN_CRITERIA

UNCOUNTED = {"message": frozenset({"broken-promise"}), "plan": frozenset()}
"""Labels that the gold does not rate for a kind, so that they count neither way."""


@dataclass(frozen=True)
class Counts:
    """Right, wrong and missed findings."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of findings that the gold has too; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's mistakes that were found; 0 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@dataclass(frozen=True)
class KindAccuracy:
    """Agreement on the drafts of one kind. ``labels`` and ``micro`` count sure and asked findings together."""

    kind: str
    drafts: int
    score_kappa: float
    criteria_kappa: dict[str, float]
    mean_error: float
    labels: dict[str, Counts]
    micro: Counts
    micro_sure: Counts
    clean: int
    clean_flagged: float
    called_sure: float
    sure_within_one: float


@dataclass(frozen=True)
class Accuracy:
    """Agreement of results with gold, one part a kind of draft that occurs."""

    parts: tuple[KindAccuracy, ...]

    def table(self) -> str:
        """The figures as plain text."""
        return "\n\n".join(_table(part) for part in self.parts)


def accuracy(gold: Iterable[Mapping], results: Iterable[Mapping]) -> Accuracy:
    """Compare gold rows (id, criteria, score, mistakes) with results of ``assess_lines``, matched by id.

    Raises KeyError for a gold row that has no result.
    """
    given = {result["id"]: result for result in results}
    pairs = [(row, given[row["id"]]) for row in gold]
    kinds = (("message", MESSAGE_CRITERIA), ("plan", PLAN_CRITERIA))
    sorted_pairs = ((kind, names, [p for p in pairs if set(p[0]["criteria"]) == set(names)]) for kind, names in kinds)
    return Accuracy(tuple(_part(kind, names, found) for kind, names, found in sorted_pairs if found))


def _part(kind: str, names: tuple[str, ...], pairs: list[tuple[Mapping, Mapping]]) -> KindAccuracy:
    labels = sorted({label for row, result in pairs for label in (*row["mistakes"], *_found(result))} - UNCOUNTED[kind])
    every = {label: _count(pairs, label, sure_only=False) for label in labels}
    stated = [_count(pairs, label, sure_only=True) for label in labels]
    clean = [result for row, result in pairs if not row["mistakes"]]
    flagged = [result for result in clean if _found(result, sure_only=True) - UNCOUNTED[kind]]
    errors = [abs(row["score"] - result["score"]) for row, result in pairs]
    trusted = [error for error, (_, result) in zip(errors, pairs) if result["sure"]]
    return KindAccuracy(
        kind, len(pairs),
        quadratic_kappa([row["score"] for row, _ in pairs], [result["score"] for _, result in pairs]),
        {name: _kappa_of(name, pairs) for name in names},
        sum(errors) / len(errors), every, sum(every.values(), Counts()), sum(stated, Counts()),
        len(clean), _share(len(flagged), len(clean)),
        len(trusted) / len(pairs), _share(sum(error <= 1 for error in trusted), len(trusted)),
    )


def _kappa_of(name: str, pairs) -> float:
    gold = [row["criteria"][name] for row, _ in pairs]
    return quadratic_kappa(gold, [result["criteria"][name] for _, result in pairs])


def _found(result: Mapping, sure_only: bool = False) -> set[str]:
    return {finding["label"] for finding in result["mistakes"] if finding["sure"] or not sure_only}


def _count(pairs, label: str, sure_only: bool) -> Counts:
    right = wrong = missed = 0
    for row, result in pairs:
        has, says = label in row["mistakes"], label in _found(result, sure_only)
        right += has and says
        wrong += says and not has
        missed += has and not says
    return Counts(right, wrong, missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _table(part: KindAccuracy) -> str:
    lines = [
        f"{part.kind}s: {part.drafts}",
        f"  score    QWK {part.score_kappa:.2f}   mean error {part.mean_error:.2f} points",
        *(f"  {name:<12} QWK {kappa:.2f}" for name, kappa in part.criteria_kappa.items()),
        f"  {'label':<18} {'gold':>5} {'prec':>6} {'recall':>6} {'F1':>6}",
        *(_row(label, counts) for label, counts in part.labels.items()),
        _row("all, sure or asked", part.micro),
        _row("all, sure only", part.micro_sure),
        f"  clean drafts with a sure finding: {part.clean_flagged:.0%} of {part.clean}",
        f"  called sure: {part.called_sure:.0%}, of these within 1 point: {part.sure_within_one:.0%}",
    ]
    return "\n".join(lines)


def _row(label: str, counts: Counts) -> str:
    gold = counts.right + counts.missed
    return f"  {label:<18} {gold:>5} {counts.precision:>6.2f} {counts.recall:>6.2f} {counts.f1:>6.2f}"
