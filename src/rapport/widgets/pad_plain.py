"""The practice pad for servers that have ipywidgets but not anywidget.

It has no script of its own, so the text is read when the learner leaves the text
box or asks for it, and not while they type.
"""

from __future__ import annotations

from ipywidgets import HTML, Button, HBox, Textarea, VBox

from .. import render
from ..answers import is_untouched
from ..assessing import assess
from ..reading.brief import Brief
from ..render.length import length_line
from ..render.markup import element, escape, heading, paragraph
from .pad_opening import opening_html, plain
from .pad_store import (
    EMPTY, LONGEST, NOT_KEPT, STRONG, STRONG_HEADING, STRONG_NOTE, PadStore, has_tried, strong_answer, version_label,
)
from .plain_parts import button, focus, replace, style

HOW = "It is read, and kept, when you leave the box or press “Read it now”."
ROWS = 12


class PlainPad(VBox):
    """A pad for one brief, with the same text, versions and reading as ``PadWidget``."""

    def __init__(self, brief: Brief):
        self._brief, self._store = brief, PadStore(brief.id)
        self._field = Textarea(
            self._store.text(), description="Your plan" if brief.is_plan else "Your message", rows=ROWS,
            placeholder="One step a line: who, when, what." if brief.is_plan else "Write your message here.",
            continuous_update=False,
        )
        self._keep = button("Keep this version", self._keep_version)
        self._status, self._reading, self._strong, self._versions = HTML(), HTML(), HTML(), VBox()
        self._listed: list[str] = []
        super().__init__([HTML(render.brief_html(brief)), self._desk(), self._reading])
        self.add_class("rapport-plain")
        self._show(keeps=True)
        self._field.observe(self._typed, "value")

    @property
    def text(self) -> str:
        """What stands in the text box."""
        return self._field.value

    def __repr__(self) -> str:
        return plain(self._brief)

    def _repr_mimebundle_(self, **options):
        """The live pad, and for pages without one the situation."""
        data = super()._repr_mimebundle_(**options)
        return {**data, "text/html": opening_html(self._brief), "text/plain": plain(self._brief)}

    def _desk(self) -> VBox:
        line = HBox([button("Read it now", self._typed), self._keep])
        line.add_class("rapport-line")
        sheets, how = HTML(style("pad.css", "plain.css")), HTML(paragraph(HOW, "soft"))
        desk = VBox([sheets, self._field, line, how, self._status, self._strong, self._versions])
        for name in ("rapport", "rapport-pad"):
            desk.add_class(name)
        return desk

    def _typed(self, _change: object = None) -> None:
        self._show(keeps=self._store.save(self.text))

    def _keep_version(self) -> None:
        self._store.keep(self.text)
        self._typed()

    def _bring_back(self, number: int) -> None:
        chosen = self._store.bring_back(number, self.text)
        if chosen is not None:
            self._field.value = chosen
            self._typed()
            focus(self._field)

    def _show(self, keeps: bool) -> None:
        kept = self._store.versions()
        said, self._reading.value = self._judged(kept[-1] if kept else None)
        length = element("p", escape(length_line(self.text, self._brief)), "soft")
        warning = "" if keeps else element("p", escape(NOT_KEPT), "note", role="alert")
        self._status.value = length + element("p", escape(said), "status", role="status") + warning
        self._keep.description = "Kept" if kept and kept[-1] == self.text else "Keep this version"
        if self._listed != kept:
            self._listed = kept
            replace(self._versions, [self._version(number, text) for number, text in enumerate(kept, start=1)])
        self._strong.value = self._strong_html(has_tried(self.text, *kept))

    def _strong_html(self, tried: bool) -> str:
        """A strong answer, folded, for those who have tried; nothing where there is none."""
        text = strong_answer(self._brief.id) if tried else ""
        inside = element("summary", escape(STRONG)) + heading(STRONG_HEADING) + paragraph(STRONG_NOTE, "soft")
        return element("details", inside + paragraph(text, "draft")) if text else ""

    def _judged(self, last: str | None) -> tuple[str, str]:
        """The reading in one line and as a card, compared with the last kept version where that differs."""
        text, brief = self.text, self._brief
        if is_untouched(text):
            return EMPTY, ""
        assessment, earlier = assess(text, brief), None
        if last not in (None, text) and len(text) <= LONGEST:
            earlier = render.Earlier(last, assess(last, brief))
        return render.summary(assessment), render.assessment_html(assessment, text, brief, earlier)

    def _version(self, number: int, text: str) -> Button:
        return button(f"Bring back {version_label(number, text)}", lambda: self._bring_back(number))

