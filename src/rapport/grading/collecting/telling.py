"""What came of collecting, as somebody reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..terminal import plain
from .collect import Collected
from .placing import OLDER, RENEWED, TAKEN, THERE, Placed

_WORDS = {
    TAKEN: "taken",
    RENEWED: "taken in place of an earlier one",
    THERE: "already there",
    OLDER: "left as it is: this one is older",
}
_NO_TIME = "no time"


def lines(found: Collected, assignment: str, dry_run: bool) -> Iterator[str]:
    """The table of those who handed in, what is unclear and why, who is missing, and the sums."""
    if dry_run:
        yield "Nothing is written: this is what would be done."
    yield from _table([_row(placed) for placed in found.placed])
    if found.unclear:
        yield ""
        yield "Unclear, and not taken:"
        for one in sorted(found.unclear, key=lambda one: one.place):
            whose = f" [{one.person.name}]" if one.person else ""
            yield f"  {plain(_shown(one.place) + whose)}"
            yield f"    {plain(f'{one.why} {one.remedy}')}"
    yield from _people("There from before, and nothing new:", found.before)
    yield from _people("Missing:", found.missing)
    if found.passed_over:
        yield ""
        yield f"Passed over, since they are for something else: {len(found.passed_over)}."
        yield from (f"  {plain(_shown(one.place))}: {one.why}" for one in found.passed_over if one.meant)
    yield ""
    yield (f"{assignment}: {len(found.placed)} here, {len(found.unclear)} unclear, {len(found.before)} from before, "
           f"{len(found.missing)} missing.")


def _row(placed: Placed) -> tuple[str, ...]:
    claim = placed.claim
    when = f"{claim.when.astimezone():%Y-%m-%d %H:%M}" if claim.when else _NO_TIME
    remarks = [_WORDS[placed.what]]
    if placed.kept:
        remarks.append(f"{placed.kept} kept aside")
    if claim.late:
        remarks.append("late, says Canvas")
    return tuple(map(plain, (claim.person.id, claim.person.name, when, "; ".join(remarks), _shown(claim.found.place))))


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()


def _people(heading: str, people: Sequence) -> Iterator[str]:
    if people:
        yield ""
        yield heading
        yield from (f"  {row}" for row in _table([(person.id, plain(person.name)) for person in people]))


def _shown(place: tuple[str, ...]) -> str:
    return "/".join(place)
