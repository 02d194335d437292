"""Pieces that several parts of the page are made of. Whatever a learner wrote is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...render.markup import element, escape, prose

LONGEST = 4_000
"""A longer text is cut, and says so."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], caption: str) -> str:
    """A table with a caption; the first cell of each row heads it. Everything in it is escaped."""
    top = element("thead", element("tr", "".join(element("th", escape(head), scope="col") for head in heads)))
    body = element("tbody", "".join(map(_row, rows)))
    made = element("table", element("caption", escape(caption)) + top + body, "table")
    # A wide table scrolls by itself; by keyboard too.
    return element("div", made, "scroll", tabindex="0", role="region", aria_label=caption)


def _row(cells: Sequence[object]) -> str:
    first, *others = (escape(clean(str(cell))) for cell in cells)
    return element("tr", element("th", first, scope="row") + "".join(element("td", cell) for cell in others))


def name(text: str) -> str:
    """A learner's name: escaped, and kept from turning the direction of what stands beside it."""
    return element("bdi", escape(clean(text)))


def written(text: str, places: Sequence[tuple[int, int]] = ()) -> str:
    """A learner's words as a block, with the words at ``places`` (from, to) marked."""
    shown, at, parts = text[:LONGEST], 0, []
    for start, end in places:
        if end <= len(shown):
            parts += [prose(clean(shown[at:start])), element("mark", prose(clean(shown[start:end])))]
            at = end
    parts.append(prose(clean(shown[at:])))
    more = "" if len(text) <= LONGEST else element("p", "The rest is left out here.", "soft")
    return element("blockquote", "".join(parts) + more, "words", dir="auto")


def clean(text: str) -> str:
    """Text without characters that would not show, or would turn the lines round."""
    return _CONTROL.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))


def side_by_side(*columns: str) -> str:
    """Blocks beside each other, below each other on a narrow screen."""
    return element("div", "".join(element("div", column) for column in columns), "beside")


def picture(svg: str, below: str = "") -> str:
    """A picture with a line below it."""
    return element("figure", svg + (element("figcaption", escape(below)) if below else ""))
