"""A learner's progress, drawn anew from what is kept each time it is shown."""

from __future__ import annotations

import datetime

import traitlets

from ..render.markup import element, escape, page, paragraph
from ..render.progress import TITLE, progress_html
from ..reviewing.overview import overview
from .lesson_part import LessonPart, script, sheet

STATIC = "Run this cell (the play button, or Shift+Enter). It then shows your mistakes, made and mended, over time."


class ProgressWidget(LessonPart):
    """``card`` is finished HTML. It holds titles of the course, days and counts, and no word that a learner wrote."""

    _esm = script("progress")
    _css = sheet("progress")
    card = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode(TITLE).tag(sync=True)

    def __init__(self, today: datetime.date | None = None):
        super().__init__(card=progress_html(overview(today or datetime.date.today())))

    def __repr__(self) -> str:
        return f"{TITLE}: mistakes made and mended over time"

    def opening(self) -> str:
        """The same for every learner and on every day."""
        return page(element("h4", escape(TITLE)), paragraph(STATIC, "note"), label=TITLE)
