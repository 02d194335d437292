"""The pictures of the page: SVG without script, with letters of fixed size and places in per cent, so that each stays
readable on a narrow screen and on paper. What is told by colour is told by shape too."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...render.markup import element, escape
from .gathered import TEN

_ROW, _HEAD, _LETTERS = 21, 32, 17
_LINE = 42
"""So many letters go on one line of a narrow screen."""
_COLUMNS_HIGH = 130


@dataclass(frozen=True)
class Bar:
    """A bar of a whole part and, behind it, a hollow one; ``told`` stands at its end."""

    label: str
    whole: int
    hollow: int
    told: str


def bars(groups: Iterable[tuple[str, Sequence[Bar]]], most: int, label: str) -> str:
    """Bars one below the other under their headings; ``most`` is the number that fills the width."""
    parts, y = [], 0
    for heading, own in groups:
        parts.append(_text(heading, 0, y + 20, "head"))
        y += _HEAD
        for bar in own:
            lines = textwrap.wrap(bar.label, _LINE) or [""]
            parts += [_text(line, 0, y + 12 + _LETTERS * number) for number, line in enumerate(lines)]
            y += _LETTERS * len(lines)
            parts.append(_bar(bar, y, most))
            y += _ROW
    return _svg("".join(parts), y, label)


def _bar(bar: Bar, y: int, most: int) -> str:
    """A bar with its number at its end, for which the last tenth of the width is left."""
    whole, both = 90 * bar.whole / most, 90 * (bar.whole + bar.hollow) / most
    return (
        (_rect(whole, y, both - whole, 13, "hollow") if bar.hollow else "")
        + (_rect(0, y, whole, 13, "solid") if bar.whole else "")
        + _text(bar.told, both + 1, y + 11, "figure")
    )


def columns(counts: Sequence[int], label: str) -> str:
    """A column for each mark from 0 to 10, with how many have it above and the mark below."""
    wide, most = 100 / len(counts), max(*counts, 1)
    foot = _COLUMNS_HIGH - 22
    parts = [f'<line class="rapport-axis" x1="0" x2="100%" y1="{foot}" y2="{foot}"/>']
    for mark, count in enumerate(counts):
        middle, high = wide * (mark + 0.5), (foot - 22) * count / most
        parts.append(_text(str(mark), middle, foot + 16, "tick", "middle"))
        if count:
            parts.append(_rect(wide * mark + 0.8, foot - high, wide - 1.6, high, "solid"))
            parts.append(_text(str(count), middle, foot - high - 6, "figure", "middle"))
    return _svg("".join(parts), _COLUMNS_HIGH, label)


def meeting(meet: Mapping[tuple[int, int], int], label: str) -> str:
    """How often two marks of the same answer meet: across the machine's, upwards the person's; a larger dot is more."""
    left, base, step = 40, 300, 26.6
    parts = [f'<line class="rapport-same" x1="{left}" y1="{base}" x2="{left + TEN * step}" y2="{base - TEN * step}"/>']
    for mark in range(0, TEN + 1, 2):
        x, y = left + mark * step, base - mark * step
        parts += [_label(str(mark), x, base + 20, "middle"), _label(str(mark), left - 14, y + 4, "end")]
        parts.append(f'<line class="rapport-axis" x1="{x:.1f}" x2="{x:.1f}" y1="{base - TEN * step}" y2="{base}"/>')
        parts.append(f'<line class="rapport-axis" x1="{left}" x2="{left + TEN * step}" y1="{y:.1f}" y2="{y:.1f}"/>')
    parts += [_label("machine", left + TEN * step, base + 38, "end"), _label("person", 0, 14, "start")]
    for (machine, person), count in sorted(meet.items()):
        size = min(3.5 + 1.6 * count**0.5, 12)
        at = f'cx="{left + machine * step:.1f}" cy="{base - person * step:.1f}" r="{size:.1f}"'
        parts.append(f'<circle class="rapport-dot" {at}/>')
    return element("svg", "".join(parts), "chart rapport-square", role="img", aria_label=label,
                   viewBox="0 0 320 344", xmlns="http://www.w3.org/2000/svg")


def spans(rows: Sequence[tuple[str, float, float]], label: str) -> str:
    """From a first mark (a ring) to a last one (a dot), of 10, a row each."""
    parts = []
    for number, (name, first, last) in enumerate(rows):
        y = number * 46
        parts.append(_text(name, 0, y + 14) + _text(f"{first:.1f} → {last:.1f}", 100, y + 14, "figure", "end"))
        parts.append(f'<line class="rapport-axis" x1="2%" x2="98%" y1="{y + 30}" y2="{y + 30}"/>')
        at = [2 + 96 * mark / TEN for mark in (first, last)]
        parts.append(f'<line class="rapport-way" x1="{at[0]:.1f}%" x2="{at[1]:.1f}%" y1="{y + 30}" y2="{y + 30}"/>')
        parts.append(f'<circle class="rapport-ring" cx="{at[0]:.1f}%" cy="{y + 30}" r="6"/>')
        parts.append(f'<circle class="rapport-dot" cx="{at[1]:.1f}%" cy="{y + 30}" r="6"/>')
    return _svg("".join(parts), 46 * len(rows), label)


def _svg(content: str, height: int, label: str) -> str:
    return element("svg", content, "chart", role="img", aria_label=label, width="100%", height=str(height),
                   xmlns="http://www.w3.org/2000/svg")


def _text(said: str, x: float, y: float, kind: str = "label", anchor: str = "start") -> str:
    return f'<text class="rapport-{kind}" x="{x:.1f}%" y="{y:.0f}" text-anchor="{anchor}">{escape(said)}</text>'


def _label(said: str, x: float, y: float, anchor: str) -> str:
    """A text in a picture that keeps its shape, where places are not in per cent."""
    return f'<text class="rapport-tick" x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(said)}</text>'


def _rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    return f'<rect class="rapport-{kind}" x="{x:.2f}%" y="{y:.1f}" width="{width:.2f}%" height="{height:.1f}" rx="2"/>'
