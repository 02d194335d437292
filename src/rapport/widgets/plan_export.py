"""Shows the plans that are kept, as the course reads them, and writes the chosen one as a calendar file and a page."""

from __future__ import annotations

import traitlets

from ..capstone.exporting import NoPlan, export, kept_reading, plan_briefs
from ..reading.brief import Brief
from ..render.markup import element, page, paragraph
from ..render.plan import step_in_words
from ..render.timeline import legend, timeline, timeline_svg
from ..render.tree import tree_of
from ..render.words import NO_DAY, NO_NAME
from .lesson_part import LessonPart, script, sheet

TITLE = "Take your plan with you"
ABOUT = "A calendar file reminds you the evening before each step. A page to print goes on the fridge."
NONE_YET = "No plan is kept yet. Write one in its pad above, one step a line; then press “Look again”."
STATIC = "Run this cell (the play button, or Shift+Enter) to see your plan here and to write it out."


class PlanExportWidget(LessonPart):
    """``view`` is everything that the page shows. Messages have ``do``: look and write, with the ``id`` of a brief."""

    _esm = script("form_fields", "svg_tree", "plan_export")
    _css = sheet("form_fields", "plan_export")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self):
        super().__init__()
        self._show("")
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"{TITLE}\n{ABOUT}\n{STATIC}"

    def opening(self) -> str:
        """What the part is for, without any plan."""
        return page(element("h4", TITLE), paragraph(ABOUT), paragraph(STATIC, "note"), label=TITLE)

    def _receive(self, _widget: object, message: object, _buffers: object) -> None:
        if not isinstance(message, dict):
            return
        if message.get("do") == "look":
            self._show(str(message.get("id") or ""))
        elif message.get("do") == "write":
            self._write(str(message.get("id") or ""))

    def _write(self, name: str) -> None:
        known = next((brief for brief in plan_briefs() if brief.id == name), None)
        try:
            self._show(name, export(known) if known else NONE_YET)
        except NoPlan as error:
            self._show(name, str(error))

    def _show(self, name: str, said: str = "") -> None:
        briefs = plan_briefs()
        shown = next((brief for brief in briefs if brief.id == name), briefs[0] if briefs else None)
        self.view = {
            "title": TITLE, "about": ABOUT, "none": NONE_YET,
            "plans": [{"id": brief.id, "title": brief.title or brief.id} for brief in briefs],
            "shown": _plan(shown) if shown else None,
            "said": said, "count": self.view.get("count", 0) + 1,
        }


def _plan(brief: Brief) -> dict:
    try:
        reading = kept_reading(brief)
    except NoPlan as error:
        return {"id": brief.id, "steps": [], "picture": None, "legend": [], "note": str(error)}
    steps = [
        {"when": when or NO_DAY, "who": who or NO_NAME, "what": what, "does": does}
        for when, who, what, does in (step_in_words(step, reading) for step in reading.plan.steps)
    ]
    shown = timeline(reading)
    return {"id": brief.id, "steps": steps, "picture": tree_of(timeline_svg(shown)),
            "legend": [list(sign) for sign in legend(shown)], "note": ""}
