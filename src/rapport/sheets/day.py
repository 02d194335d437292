"""What a leader takes into the room: the checklist and the plan of the day."""

from __future__ import annotations

from collections.abc import Iterable

from ..render.markup import element, escape
from ..render.pair_sheet import sheet_body
from ..render.pair_words import Box, Boxes, Heading, Sheet
from ..render.paper import sheet
from .pages import Part, Plan

_HEADS = ("Start", "Minutes", "What happens", "You need", "Done")


def checklist_sheet(groups: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """The boxes to tick before a class."""
    blocks = []
    for title, items in groups:
        blocks += [Heading(title), Boxes(tuple(Box("", text) for text in items))]
    return sheet("Before the class", "", sheet_body(Sheet("Before the class", tuple(blocks))))


def plan_sheet(plan: Plan) -> str:
    """One plan as a table, with a box to tick for each part."""
    head = element("thead", element("tr", "".join(element("th", escape(text), scope="col") for text in _HEADS)))
    body = element("tbody", "".join(map(_row, plan.parts)))
    return sheet(plan.title, f"{plan.minutes} minutes", element("table", head + body, "day"), "sheet-day")


def _row(part: Part) -> str:
    box = element("span", "", "tick", role="img", aria_label="to tick")
    cells = (escape(part.minutes), escape(part.happens), escape(part.needed), box)
    return element("tr", element("th", escape(part.start), scope="row") + "".join(element("td", cell) for cell in cells))
