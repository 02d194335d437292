"""The if-then plan: two halves, kept while they are typed, and shown as one sentence."""

from __future__ import annotations

import datetime

import traitlets

from .. import intentions, memory
from ..render.markup import element, escape, page, paragraph
from .lesson_part import KEPT, NOT_KEPT, LessonPart, as_hints, script, sheet

LABEL = "Your plan"
LABELS = {"if": "If …", "then": "then I will …"}
STATIC = "Run this cell (the play button, or Shift+Enter) to write your plan here. Paper will do as well."
HINTS = (
    ("Stuck on the first half?",
     "Name a moment that you cannot miss: a day, a door, a sound. “When I have time” never comes."),
    ("Stuck on the second half?",
     "One thing that takes two minutes. Begin with a word such as ask, write, send or thank."),
    ("One from another trade",
     "If the last guest has paid on Friday, then I will write one line to somebody who helped me that week."),
)


class IfThenWidget(LessonPart):
    """Two fields for one mistake.

    ``if_text`` and ``then_text`` are the halves; ``told`` what the page says: labels, the
    finished ``sentence``, a question (``ask``) where a half is missing, status and warning.
    """

    _esm = script("if_then")
    _css = sheet("if_then")
    if_text = traitlets.Unicode().tag(sync=True)
    then_text = traitlets.Unicode().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)

    def __init__(self, mistake: str):
        super().__init__()
        self._key = f"plans/{mistake}"
        saved = memory.load(self._key)
        halves = saved if isinstance(saved, dict) else {}
        self.if_text, self.then_text = (_text(halves.get(half)) for half in ("if", "then"))
        self._tell(keeps=True)
        self.observe(self._typed, ["if_text", "then_text"])

    def __repr__(self) -> str:
        return f"{LABEL}: {LABELS['if']} {LABELS['then']}"

    def opening(self) -> str:
        """The empty plan."""
        halves = element("p", f"<strong>{escape(LABELS['if'])}</strong><br>\n<strong>{escape(LABELS['then'])}</strong>")
        return page(halves, paragraph(STATIC, "note"), label=LABEL)

    @property
    def _is_empty(self) -> bool:
        return not (self.if_text.strip() or self.then_text.strip())

    def _typed(self, _change: object) -> None:
        if self._is_empty:
            memory.forget(self._key)
            self._tell(keeps=True)
            return
        today = datetime.date.today().isoformat()
        self._tell(keeps=memory.save(self._key, {"if": self.if_text, "then": self.then_text, "date": today}))

    def _tell(self, keeps: bool) -> None:
        question = intentions.ask(self.if_text, self.then_text)
        kept = KEPT if keeps and not self._is_empty else ""
        self.told = {
            "label": LABEL,
            "labels": LABELS,
            "hints": as_hints(HINTS),
            "sentence": "" if question else intentions.sentence(self.if_text, self.then_text),
            "ask": question,
            "status": kept,
            "warning": "" if keeps else NOT_KEPT,
        }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
