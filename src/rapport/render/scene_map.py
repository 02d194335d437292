"""A scene as a picture for its author: every turn below all that lead to it, every choice as a line.

One SVG without script, whole in itself. Lines of choices that are mistakes are red and dashed; the list of all turns and
where they lead stands in the picture's description, for those who do not see it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..playing.scene import END, Scene
from ..playing.ways import rows, ways
from .markup import element, escape

_WIDE, _HIGH, _ACROSS, _DOWN, _EDGE = 190, 62, 34, 58, 24
_ASIDE = 120
"""Rows stand a little aside of each other, so that lines which pass a row by do not run behind its turns."""
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1c2733}.name{font-weight:600}.small{font-size:11px;fill:#4a5866}"
    "rect{fill:#f5f2ec;stroke:#8a8172}.write{fill:#e6f0f5}.ending{fill:#eaf3e6}path{fill:none;stroke:#5b6b7a;"
    "stroke-width:1.4}.mistake{stroke:#b3372f;stroke-dasharray:5 4}.bar{stroke-width:4;stroke-linecap:round}.ground{fill:#fff;stroke:none}"
)


def scene_map(scene: Scene) -> str:
    """The picture as SVG."""
    grid = [*rows(scene), list(scene.endings)]
    across = max(map(len, grid))
    width, height = (_EDGE + _ASIDE) * 2 + across * (_WIDE + _ACROSS) - _ACROSS, _EDGE * 2 + len(grid) * (_HIGH + _DOWN) - _DOWN
    place = {slug: _place(row, at, len(slugs), width, _ASIDE * (row % 3 - 1)) for row, slugs in enumerate(grid[:-1])
             for at, slug in enumerate(slugs)}
    low = _EDGE + (len(grid) - 1) * (_HIGH + _DOWN)
    drawn = [element("title", escape(f"{scene.title}: turns and choices")), element("desc", escape(in_words(scene))),
             element("style", _STYLE), f'<rect class="ground" width="{width}" height="{height}"/>']
    drawn += _lines(scene, place, low)
    drawn += [_box(*place[slug], slug, turn.says, "write" if turn.write else "turn") for slug, turn in
              scene.turns.items()]
    drawn += [_box(*_place(len(grid) - 1, at, len(scene.endings), width), slug, ending.says, "ending")
              for at, (slug, ending) in enumerate(scene.endings.items())]
    return element("svg", "".join(drawn), xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}",
                   width=str(width), height=str(height), role="img")


def in_words(scene: Scene) -> str:
    """Each turn with where its choices lead."""
    told = {slug: dict.fromkeys(way.goal for way in ways(scene) if way.start == slug) for slug in scene.turns}
    endings = f"Endings: {', '.join(scene.endings)}."
    return " ".join([*(f"{slug} leads to {', '.join(goals)}." for slug, goals in told.items()), endings])


def _place(row: int, at: int, count: int, width: int, aside: int = 0) -> tuple[float, float]:
    start = (width - count * (_WIDE + _ACROSS) + _ACROSS) / 2 + aside
    return start + at * (_WIDE + _ACROSS), _EDGE + row * (_HIGH + _DOWN)


def _lines(scene: Scene, place: dict[str, tuple[float, float]], low: int) -> Iterator[str]:
    ends = []
    for way in ways(scene):
        x, y = place[way.start][0] + _WIDE * way.share, place[way.start][1] + _HIGH
        goal = (x, low - _DOWN / 3) if way.goal == END else (place[way.goal][0] + _WIDE / 2, place[way.goal][1])
        ends += [x] if way.goal == END else []
        bend = max(abs(goal[1] - y) / 2, 20)
        kind = ' class="mistake"' if way.mistake else ""
        yield f'<path{kind} d="M{x:.0f} {y:.0f}C{x:.0f} {y + bend:.0f} {goal[0]:.0f} {goal[1] - bend:.0f} ' \
              f'{goal[0]:.0f} {goal[1]:.0f}"/>'
    if ends:
        yield f'<path class="bar" d="M{min(ends) - 20:.0f} {low - _DOWN / 3:.0f}H{max(ends) + 20:.0f}"/>'


def _box(x: float, y: float, slug: str, says: str, kind: str) -> str:
    lines = textwrap.wrap(says, 30, max_lines=2, placeholder=" …")
    texts = [f'<text class="name" x="{x + 10:.0f}" y="{y + 18:.0f}">{escape(slug)}</text>']
    texts += [f'<text class="small" x="{x + 10:.0f}" y="{y + 34 + 14 * at:.0f}">{escape(line)}</text>'
              for at, line in enumerate(lines)]
    return f'<rect class="{kind}" x="{x:.0f}" y="{y:.0f}" width="{_WIDE}" height="{_HIGH}" rx="8"/>{"".join(texts)}'
