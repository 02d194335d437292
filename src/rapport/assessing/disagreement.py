"""Where results and gold ratings part: brief by brief, and the drafts on which they part most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .accuracy import UNCOUNTED, accuracy
from .model import PLAN_CRITERIA

_UNCOUNTED = {True: UNCOUNTED["plan"], False: UNCOUNTED["message"]}


def by_brief(gold: Iterable[Mapping], results: Iterable[Mapping]) -> str:
    """A line for each brief: its drafts, the mean error of the score in points, F1 of all findings, and the share of
    clean drafts with a stated finding. ``gold`` rows name their ``brief``. Raises KeyError for a row without a result.
    """
    rows, given = list(gold), {result["id"]: result for result in results}
    lines = [f"{'brief':<34}{'drafts':>7}{'error':>7}{'F1':>6}{'clean flagged':>15}"]
    for name in sorted({row["brief"] for row in rows}):
        chosen = [row for row in rows if row["brief"] == name]
        part = accuracy(chosen, [given[row["id"]] for row in chosen]).parts[0]
        flagged = f"{part.clean_flagged:.0%} of {part.clean}"
        lines.append(f"{name:<34}{part.drafts:>7}{part.mean_error:>7.2f}{part.micro.f1:>6.2f}{flagged:>15}")
    return "\n".join(lines)


def worst(gold: Iterable[Mapping], results: Iterable[Mapping], count: int) -> str:
    """The ``count`` drafts whose scores lie farthest apart, the more mistakes are missed or invented the sooner."""
    given = {result["id"]: result for result in results}
    parted = [_parted(row, given[row["id"]]) for row in gold]
    farthest = sorted(parted, key=lambda found: (-found[0], -found[1], found[2]))
    return "\n".join(line for _, _, line in farthest[:count])


def _parted(row: Mapping, result: Mapping) -> tuple[int, int, str]:
    """How far the scores and the mistakes lie apart, and both in one line."""
    uncounted = _UNCOUNTED[set(row["criteria"]) == set(PLAN_CRITERIA)]
    found, gold = {mistake["label"] for mistake in result["mistakes"]} - uncounted, set(row["mistakes"])
    error, missed, invented = abs(row["score"] - result["score"]), sorted(gold - found), sorted(found - gold)
    lower = [f"{name} {result['criteria'][name]} for {points}" for name, points in row["criteria"].items()
             if result["criteria"][name] != points]
    sure = "" if result["sure"] else ", left to a person"
    line = (f"{row['id']} on {row['brief']}: {result['score']} for {row['score']}{sure}; {', '.join(lower)}; "
            f"missed {', '.join(missed) or 'nothing'}; invented {', '.join(invented) or 'nothing'}")
    return error, len(missed) + len(invented), line
