"""A line of the learner's own: kept while it is typed, and judged by nobody."""

from __future__ import annotations

import traitlets

from .. import catalog, memory
from ..render.markup import element, escape, page, paragraph
from .lesson_part import KEPT, NOT_KEPT, LessonPart, as_hints, script, sheet

LABEL = "Your line"
STATIC = "Run this cell (the play button, or Shift+Enter) to write a line here. Paper will do as well."
PAUSE = "This is a good place to stop. The second half, about twelve minutes more, waits for you here."
"""What a lesson says at its middle; pages about nothing in particular have no halves."""
HINTS = (
    ("Nothing comes to mind?",
     "Take the last person you wrote to, or did not. A name and a day are enough. Nobody marks this line."),
    ("Still nothing? Ways to begin",
     "“Last week I nearly …” · “I always …, and so …” · “I would like to ask … about …”"),
)


class JotWidget(LessonPart):
    """One field about one mistake, or one page. ``text`` is the line; ``told`` what the page says of it: label, pause, status and warning."""

    _esm = script("jot")
    _css = sheet("jot")
    text = traitlets.Unicode().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)

    def __init__(self, about: str):
        super().__init__()
        self._key = f"jots/{about}"
        self._pause = PAUSE if about in catalog.mistakes() else ""
        saved = memory.load(self._key)
        self.text = saved if isinstance(saved, str) else ""
        self._tell(keeps=True)
        self.observe(self._typed, "text")

    def __repr__(self) -> str:
        return f"{LABEL}: …"

    def opening(self) -> str:
        """The empty line."""
        return page(element("p", f"<strong>{escape(LABEL)}:</strong> …"), paragraph(STATIC, "note"),
                    paragraph(self._pause, "soft"), label=LABEL)

    def _typed(self, _change: object) -> None:
        if self.text.strip():
            self._tell(keeps=memory.save(self._key, self.text))
        else:
            memory.forget(self._key)
            self._tell(keeps=True)

    def _tell(self, keeps: bool) -> None:
        status = KEPT if keeps and self.text.strip() else ""
        self.told = {"label": LABEL, "pause": self._pause, "hints": as_hints(HINTS), "status": status,
                     "warning": "" if keeps else NOT_KEPT}
