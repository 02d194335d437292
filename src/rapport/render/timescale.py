"""A scale of days for pictures in time: its places are per cent of the width, its letters of fixed size."""

from __future__ import annotations

from datetime import date, timedelta

from .days import short_day
from .markup import escape

LEFT, RIGHT = 3.0, 97.0
FOOT = 24


class Scale:
    """Turns the days from ``first`` to ``last`` into per cent of the width, from ``left`` on."""

    def __init__(self, first: date, last: date, left: float = LEFT) -> None:
        self.first, self.days, self.left = first, max((last - first).days, 1), left
        self.last = last

    def at(self, day: date) -> float:
        """The place of a day; days outside stand at the edge."""
        share = min(max((day - self.first).days / self.days, 0), 1)
        return self.left + share * (RIGHT - self.left)


def weeks(first: date, last: date, place: Scale, height: int, from_top: int = 20, named: bool = True) -> str:
    """A line for each Monday; some of them, where they are to be ``named``, with their day."""
    monday = first + timedelta(days=-first.weekday() % 7)
    mondays = [monday + timedelta(days=7 * week) for week in range((last - monday).days // 7 + 1)]
    every = max(1, -(-len(mondays) // 4))
    drawn = []
    for number, day in enumerate(mondays):
        chosen = number % every == 0 and place.at(day) < 93
        drawn.append(line(place.at(day), from_top, height - FOOT, "month" if chosen else "week"))
        anchor = "start" if place.at(day) < place.left + 6 else "middle"
        drawn += [text(short_day(day), place.at(day), 14, anchor, "tick")] if chosen and named else []
    return "".join(drawn)


def text(said: str, x: float, y: int, anchor: str, kind: str, aside: int = 0) -> str:
    """Escaped words at a place, ``aside`` so many pixels beside it."""
    moved = f' dx="{aside}"' if aside else ""
    return f'<text class="rapport-{kind}" x="{x:.1f}%" y="{y}"{moved} text-anchor="{anchor}">{escape(said)}</text>'


def line(x: float, top: int, foot: int, kind: str) -> str:
    """An upright line."""
    return f'<line class="rapport-{kind}" x1="{x:.2f}%" x2="{x:.2f}%" y1="{top}" y2="{foot}"/>'


def track(left: float, y: int) -> str:
    """A line across, on which a row's dots stand."""
    return f'<line class="rapport-track" x1="{left:.1f}%" x2="{RIGHT:.1f}%" y1="{y}" y2="{y}"/>'
