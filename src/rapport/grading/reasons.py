"""Says why two readings of the same words differ: the lines of one that are not in the other."""

from __future__ import annotations

MOST_LINES = 6
LONGEST = 160


def why(old: str, new: str, old_most: float, new_most: float) -> str:
    """What the old reading said and the new one does not, and the other way about, a line each.

    ``old`` and ``new`` are the comments as the gradebook keeps them; ``old_most`` and ``new_most`` are what the answer
    was and is worth.
    """
    before, after = _said(old), _said(new)
    gone = [f"no longer: {line}" for line in before if line not in after]
    come = [f"now: {line}" for line in after if line not in before]
    worth = [] if old_most == new_most else [f"worth {new_most:g} points now, {old_most:g} before"]
    found = [*worth, *_paired(gone, come)]
    more = len(found) - MOST_LINES
    return "\n".join([*found[:MOST_LINES], *([f"and {more} more lines"] if more > 0 else [])])


def _said(comment: str) -> list[str]:
    lines = (" ".join(line.split()) for line in comment.splitlines())
    return [line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…" for line in lines if line]


def _paired(gone: list[str], come: list[str]) -> list[str]:
    """One after the other, so that what replaced a line stands below it."""
    longest = max(len(gone), len(come))
    pairs = zip(gone + [""] * (longest - len(gone)), come + [""] * (longest - len(come)), strict=True)
    return [line for pair in pairs for line in pair if line]
