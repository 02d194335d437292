"""A network as a picture: you in the middle, three rings of closeness, a sector for each place you know people from.

The picture is a tree of SVG elements. A page writes it as text with every name escaped, a widget's script builds it
element by element; neither ever takes a name for markup.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from .describing import summary
from .network import CLOSE, HOW, LAST, Network, Person

SIZE = 560
_EDGE, _LABELS, _YOU = 236, 250, 24
_BANDS = {"close": (30, 104), "know": (104, 170), "barely": (170, _EDGE)}
_WIDTH = 360 / len(HOW)
_SPARE = 10
"""Degrees of a sector that stay free, so that dots of two sectors never touch."""
_DOTS = (17, 14, 12, 10, 8, 6, 4)
_SMALLEST_WITH_LETTERS = 12
_RING_NAMES = {"close": "close", "know": "know", "barely": "barely know"}


def picture(network: Network) -> Element:
    """The picture; role img, with its words as the text alternative."""
    half = SIZE / 2
    drawn = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "class": "rapport-people-map", "role": "img",
        "viewBox": f"{-half:g} {-half:g} {SIZE} {SIZE}", "aria-label": " ".join(summary(network)),
    })
    for ring, (_, outer) in reversed(_BANDS.items()):
        SubElement(drawn, "circle", {
            "class": f"rapport-ring rapport-ring-{ring}", "r": str(outer), "fill": "none", "stroke": "currentColor"})
    for number, how in enumerate(HOW):
        _sector(drawn, network, how, number)
    for ring, (_, outer) in _BANDS.items():
        _text(drawn, _RING_NAMES[ring], 0, -outer + 13, "rapport-ring-name")
    SubElement(drawn, "circle", {"class": "rapport-you", "r": str(_YOU), "fill": "none", "stroke": "currentColor"})
    _text(drawn, "you", 0, 5, "rapport-you-name")
    size, marks = dot_size(network), initials(network)
    for person, x, y in _places(network, size):
        _dot(drawn, person, marks[person.id] if size >= _SMALLEST_WITH_LETTERS else "", x, y, size)
    return drawn


def as_html(drawn: Element) -> str:
    """The picture as text for a page; ElementTree escapes every name."""
    return ElementTree.tostring(drawn, encoding="unicode", short_empty_elements=True)


def initials(network: Network) -> dict[int, str]:
    """Two letters for each person that nobody else on the map has."""
    found: dict[int, str] = {}
    for person in network.people:
        taken = set(found.values())
        found[person.id] = next(mark for mark in _marks(person.name) if mark not in taken)
    return found


def _marks(name: str) -> Iterator[str]:
    words = [word for word in (_letters(word) for word in name.split()) if word] or ["?"]
    first, last = words[0], words[-1]
    if len(words) > 1:
        yield first[0].upper() + last[0].upper()
    yield first[:2].capitalize() if len(first) > 2 or len(words) > 1 else first[:2]
    yield from (first[0].upper() + letter.lower() for letter in "".join(words)[1:])
    yield from (f"{first[0].upper()}{count}" for count in range(2, 10))
    yield from (str(count) for count in range(10, 1000))


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isalnum())


def dot_size(network: Network) -> int:
    """The largest dot with which every cell of sector and ring holds its people."""
    most = {ring: max((len(_cell(network, how, ring)) for how in HOW), default=0) for ring in _BANDS}
    return next((size for size in _DOTS if all(sum(_rows(ring, size).values()) >= most[ring] for ring in _BANDS)),
                _DOTS[-1])


def _rows(ring: str, size: int) -> dict[float, int]:
    """The rows of dots of one cell: how far each is from the middle, and how many dots it holds."""
    inner, outer = _BANDS[ring]
    step = 2 * size + 3
    count = max(1, int((outer - inner - 4) // step))
    space = (outer - inner) / count
    rows = (inner + space * (row + 0.5) for row in range(count))
    usable = math.radians(_WIDTH - _SPARE)
    return {away: max(1, int(usable * away / step)) for away in rows}


def _cell(network: Network, how: str, ring: str) -> list[Person]:
    return [person for person in network.people if person.how == how and person.close == ring]


def _places(network: Network, size: int) -> Iterator[tuple[Person, float, float]]:
    """Where each dot stands: the people of a cell fill its rows in proportion, and each row is spread evenly."""
    for number, how in enumerate(HOW):
        middle = -90 + _WIDTH * (number + 0.5)
        for ring in _BANDS:
            people, rows = _cell(network, how, ring), _rows(ring, size)
            for away, group in zip(rows, _shared(people, list(rows.values()))):
                for at, person in enumerate(group):
                    turn = (at + 0.5) / len(group) - 0.5
                    angle = math.radians(middle + turn * (_WIDTH - _SPARE))
                    yield person, away * math.cos(angle), away * math.sin(angle)


def _shared(people: list[Person], room: list[int]) -> list[list[Person]]:
    """The people dealt to the rows of a cell: one row where one has the room, else each row by the room in it."""
    wide_enough = [at for at, count in enumerate(room) if count >= len(people)]
    if wide_enough:
        chosen = wide_enough[len(wide_enough) // 2]
        return [people if at == chosen else [] for at in range(len(room))]
    groups, rest = [], people
    for at, count in enumerate(room):
        is_last = at == len(room) - 1
        share = len(rest) if is_last else min(count, math.ceil(len(rest) * count / sum(room[at:])))
        groups.append(rest[:share])
        rest = rest[share:]
    return groups


def _sector(drawn: Element, network: Network, how: str, number: int) -> None:
    start = -90 + _WIDTH * number
    SubElement(drawn, "line", {"class": "rapport-border", "stroke": "currentColor", **_from_to(start, _YOU, _EDGE)})
    count = sum(person.how == how for person in network.people)
    below = math.sin(math.radians(start + _WIDTH / 2)) > 0  # there the letters would stand on their heads
    turned = (start + _WIDTH, start, 0) if below else (start, start + _WIDTH, 1)
    radius = _LABELS + 11 if below else _LABELS
    name = f"rapport-map-{how}"
    (x1, y1), (x2, y2) = _point(turned[0], radius), _point(turned[1], radius)
    SubElement(drawn, "path", {
        "id": name, "class": "rapport-arc", "fill": "none",
        "d": f"M {x1:.1f} {y1:.1f} A {radius} {radius} 0 0 {turned[2]} {x2:.1f} {y2:.1f}",
    })
    label = SubElement(drawn, "text", {"class": "rapport-sector"})
    path = SubElement(label, "textPath", {"href": f"#{name}", "startOffset": "50%", "text-anchor": "middle"})
    path.text = f"{HOW[how]} · {count}"


def _dot(drawn: Element, person: Person, mark: str, x: float, y: float, size: int) -> None:
    kinds = ["rapport-dot"] + ["rapport-hollow"] * person.dormant + ["rapport-chosen"] * person.chosen
    group = SubElement(drawn, "g", {"class": " ".join(kinds), "transform": f"translate({x:.1f},{y:.1f})"})
    title = SubElement(group, "title")
    title.text = f"{person.name}: {HOW[person.how]}, {CLOSE[person.close]}, {LAST[person.last]}"
    if person.chosen:
        SubElement(group, "circle", {"class": "rapport-halo", "r": str(size + 4)})
    SubElement(group, "circle", {"r": str(size)})
    if mark:
        _text(group, mark, 0, 5, "rapport-initials")


def _text(drawn: Element, said: str, x: float, y: float, kind: str) -> None:
    text = SubElement(drawn, "text", {"class": kind, "x": f"{x:g}", "y": f"{y:g}", "text-anchor": "middle"})
    text.text = said


def _from_to(angle: float, inner: float, outer: float) -> dict[str, str]:
    (x1, y1), (x2, y2) = _point(angle, inner), _point(angle, outer)
    return {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}


def _point(angle: float, away: float) -> tuple[float, float]:
    return away * math.cos(math.radians(angle)), away * math.sin(math.radians(angle))
