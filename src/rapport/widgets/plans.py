"""The learner's if-then plans of one unit, to read again."""

from __future__ import annotations

import traitlets

from .. import catalog
from ..render import words
from ..render.markup import element, escape, page, paragraph
from ..reviewing import after
from .lesson_part import LessonPart, script, sheet

TITLE = "Your plans"
NONE_YET = "You have not written a plan in this part yet. Each lesson has a place for one near its end."
STATIC = "Run this cell (the play button, or Shift+Enter) to read the plans that you wrote in the lessons."


class PlansWidget(LessonPart):
    """``view`` holds the title, and a row a plan: the mistake's title and the sentence; or ``empty``, a sentence."""

    _esm = script("plans")
    _css = sheet("plans")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, unit: str):
        super().__init__()
        self._unit = unit
        of_unit = [name for name, mistake in catalog.mistakes().items() if mistake.unit == unit]
        rows = [{"title": catalog.mistake(name).title, "plan": plan} for name, plan in after.plans(of_unit)]
        self.view = {"title": TITLE, "plans": rows, "empty": "" if rows else NONE_YET}

    def __repr__(self) -> str:
        return f"{TITLE}: {words.UNITS[self._unit]}"

    def opening(self) -> str:
        """Where the plans will stand."""
        return page(element("h4", escape(TITLE)), paragraph(STATIC, "note"), label=repr(self))
