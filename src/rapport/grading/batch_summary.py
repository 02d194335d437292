"""Tells in plain words what came of ``rapport grade``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .batch import Summary
from .refused import LEFT_OUT

NAMED = 12
"""How many learners are named for one reason; the rest are counted."""


def as_text(summary: Summary, assignment: str) -> str:
    """The lines to print after a run; names of learners are shown without characters that a terminal would act upon."""
    waiting = {review.student for review in summary.reviews}
    lines = [
        f"Graded: {summary.graded}. Of these for a person to look at: {len(waiting)}.",
        f"Passed over, because nothing has changed: {summary.passed_over}. Failed: {len(summary.failed)}.",
    ]
    lines += _listed("For a person:", _by_reason((f"{each.student} ({each.answer})", each.why) for each in summary.reviews))
    lines += _listed("Failed, without marks and marked for review:", _by_reason(summary.failed.items()))
    lines += [LEFT_OUT.format(ascii(folder)) for folder in summary.left_out]
    return "\n".join([*lines, *_next(summary, assignment)])


def _listed(title: str, reasons: Mapping[str, list[str]]) -> list[str]:
    if not reasons:
        return []
    return [title, *(f"- {why} {_names(who)}" for why, who in sorted(reasons.items()))]


def _by_reason(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    reasons: dict[str, list[str]] = {}
    for who, why in pairs:
        reasons.setdefault(why, []).append(who)
    return reasons


def _names(who: list[str]) -> str:
    shown = ", ".join("".join(letter if letter.isprintable() else "?" for letter in name) for name in sorted(who)[:NAMED])
    return shown + (f" and {len(who) - NAMED} more" if len(who) > NAMED else "")


def _next(summary: Summary, assignment: str) -> list[str]:
    lines = []
    if summary.failed:
        lines.append("Mend or remove what failed under submitted/, and run the same command again.")
    if summary.reviews:
        lines.append("Give marks in formgrader, under “Manual Grading”: make teach.")
    return [*lines, f"Then: nbgrader generate_feedback {assignment}"] if summary.graded or summary.passed_over else lines
