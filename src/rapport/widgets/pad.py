"""The practice pad: write for a brief and have it read while you type.

All judgement is made here; ``pad.js`` draws what ``reading`` holds and sends
back what the learner types. The text and its kept versions survive a restart.
"""

from __future__ import annotations

from importlib import resources

import anywidget
import traitlets

from ..answers import is_untouched
from ..assessing import assess
from ..reading.brief import Brief
from ..render.assessment import (
    criterion_lines, finding_advice, finding_place, finding_title, groups, shows_score, summary,
)
from ..render.brief import brief_rows
from ..render.changes import word_changes
from ..render.length import is_too_long, length_line
from ..render.marks import pieces
from ..render.markup import style
from ..render.words import NOTHING_FOUND, UNSURE
from .pad_opening import opening_html, plain
from .pad_store import (
    EMPTY, HIDE_STRONG, LONGEST, NOT_KEPT, STRONG, STRONG_HEADING, STRONG_LATER, STRONG_NOTE, PadStore, has_tried,
    strong_answer, version_label,
)


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


class PadWidget(anywidget.AnyWidget):
    """A pad for one brief.

    ``text`` is what stands in the text box; ``reading`` what is shown about it.
    The front end asks with ``{"do": "keep"}`` to keep a version, with
    ``{"do": "back", "version": n}`` to bring back the n-th, counted from 1, and with
    ``{"do": "strong"}`` to see a strong answer, or no longer.
    """

    _esm = _file("pad.js")
    _css = style() + "\n" + _file("pad.css")
    text = traitlets.Unicode().tag(sync=True)
    reading = traitlets.Dict().tag(sync=True)
    brief = traitlets.Dict().tag(sync=True)

    def __init__(self, brief: Brief):
        self._brief = brief
        rows = [{"label": label, "lines": lines} for label, lines in brief_rows(brief)]
        super().__init__(brief={"title": brief.title or "The situation", "rows": rows, "plan": brief.is_plan})
        self._store, self._strong, self._strong_shown = PadStore(brief.id), strong_answer(brief.id), False
        self.text = self._store.text()
        self.reading = self._read(keeps=True)
        self.observe(self._typed, "text")
        self.on_msg(self._asked)

    def keep(self) -> None:
        """Keep the text as a version, unless it is empty or the newest version already."""
        self._store.keep(self.text)
        self._typed()

    def bring_back(self, number: int) -> None:
        """Put the ``number``-th kept version into the text box, after keeping what stands there."""
        chosen = self._store.bring_back(number, self.text)
        if chosen is not None:
            self.text = chosen
            self._typed()

    def __repr__(self) -> str:
        return plain(self._brief)

    def _repr_mimebundle_(self, **options):
        made = super()._repr_mimebundle_(**options)
        bundle, metadata = made if isinstance(made, tuple) else (made or {}, {})
        return {**bundle, "text/html": opening_html(self._brief), "text/plain": plain(self._brief)}, metadata

    def _typed(self, change: object = None) -> None:
        self.reading = self._read(keeps=self._store.save(self.text))

    def _asked(self, widget: object, content: object, buffers: object) -> None:
        if not isinstance(content, dict):
            return
        if content.get("do") == "keep":
            self.keep()
        elif content.get("do") == "back" and isinstance(content.get("version"), int):
            self.bring_back(content["version"])
        elif content.get("do") == "strong":
            self._strong_shown = not self._strong_shown
            self._typed()

    def _read(self, keeps: bool) -> dict:
        text = self.text
        kept = self._store.versions()
        shown = {
            "text": text,
            "length": length_line(text, self._brief),
            "over": is_too_long(text, self._brief),
            "versions": [version_label(number, version) for number, version in enumerate(kept, start=1)],
            "is_kept": bool(kept) and kept[-1] == text,
            "changes": word_changes(kept[-1], text) if kept and kept[-1] != text and len(text) <= LONGEST else [],
            "warning": "" if keeps else NOT_KEPT,
            "strong": self._strong_part(has_tried(text, *kept)),
        }
        return {**shown, **_judged(text, self._brief)}


    def _strong_part(self, tried: bool) -> dict | None:
        """What the page says of a strong answer; None where there is none, and its text only after an own try."""
        if not self._strong:
            return None
        shown = tried and self._strong_shown
        return {
            "can": tried,
            "label": HIDE_STRONG if shown else STRONG if tried else STRONG_LATER,
            "heading": STRONG_HEADING,
            "note": STRONG_NOTE,
            "text": self._strong if shown else "",
        }


def _judged(text: str, brief: Brief) -> dict:
    if is_untouched(text):
        return {"summary": EMPTY, "score": None, "notes": [], "criteria": [], "pieces": [], "groups": []}
    assessment = assess(text, brief)
    scored = shows_score(assessment)
    nothing = NOTHING_FOUND if not assessment.findings and not assessment.notice else ""
    notes = [assessment.notice, UNSURE if scored and not assessment.sure else "", nothing]
    values = assessment.criteria.values()
    return {
        "summary": summary(assessment),
        "score": assessment.score if scored else None,
        "notes": [note for note in notes if note],
        "criteria": [
            {"name": name, "grade": grade, "reason": reason, "value": value}
            for (name, grade, reason), value in zip(criterion_lines(assessment), values)
        ] if scored else [],
        "pieces": [vars(piece) for piece in pieces(text, assessment.findings)],
        "groups": [
            {"title": title, "findings": [_finding(number, finding) for number, finding in group]}
            for title, group in groups(assessment)
        ],
    }


def _finding(number: int, finding) -> dict:
    return {
        "number": number,
        "title": finding_title(finding),
        "place": finding_place(finding),
        "why": finding.why,
        "advice": finding_advice(finding),
    }
