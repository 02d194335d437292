"""From what single sentences or steps do to what the whole draft does: the marks of a draft's units, pooled."""

from __future__ import annotations

POOLS = ("highest", "second", "sum", "closing", "opening", "place")
"""What is pooled of each mark, in this order."""
CLOSING = 3
"""So many units at the end of a draft are its closing."""


def pooled(marks: list[list[float]], width: int) -> list[float]:
    """For each of ``width`` marks of the units: the highest, the second highest, the sum, the highest of the closing
    and of the opening third, and where the highest stands (0 start, 1 end); all highest first, then all second, …"""
    if not marks:
        return [0.0] * (len(POOLS) * width)
    columns = list(zip(*marks))
    count = len(marks)
    opening = max(1, count // 3)
    ranked = [sorted(column, reverse=True) for column in columns]
    return [
        *(column[0] for column in ranked),
        *(column[1] if count > 1 else 0.0 for column in ranked),
        *(sum(column) for column in columns),
        *(max(column[-CLOSING:]) for column in columns),
        *(max(column[:opening]) for column in columns),
        *(column.index(best[0]) / count for column, best in zip(columns, ranked)),
    ]
