"""Spot the mistake: messages to judge one by one, and how sure one is each time."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from ..spotting import Item, Messages, Misfit, Round, keeping, rounds, telling
from ..spotting.hints import hints
from .lesson_part import script, sheet
from .spot_opening import INTRO, TITLE, opening_html, plain
from .step_part import UNSAVED, StepPart


class SpotWidget(StepPart):
    """Goes through a mistake's messages, and goes on where the learner left them.

    The page sends answer (with ``answer`` and ``sure``), next or again.
    """

    _esm = script("steps", "spot")
    _css = sheet("steps", "spot")
    title, intro = TITLE, INTRO

    def __init__(self, spots: Messages, today: Callable[[], datetime.date] = datetime.date.today):
        super().__init__()
        self.spots, self._today = spots, today
        self._rounds, note = self._resumed()
        self._told = False  # whether the page shows what became of the last answer
        self._show(note=note)

    def __repr__(self) -> str:
        return plain(self.spots)

    def opening(self) -> str:
        """Every message with its answers, and what a careful reader would say behind a closed note."""
        return opening_html(self.spots, self.title, plain(self.spots))

    def _resumed(self) -> tuple[tuple[Round, ...], str]:
        """The rounds so far, the present one last, and a note on them."""
        return keeping.resume(self.spots)

    def _saved(self) -> bool:
        """Keep the rounds; False where that cannot be done."""
        return keeping.keep(self.spots, self._rounds)

    def _another(self) -> Round:
        """The round that follows one that is over."""
        return rounds.start(self.spots, len(self._rounds) + 1, self._rounds[-1].order)

    def _closing(self) -> dict:
        """What the end says besides the result: the words for ``again``, and ``parts`` with ``title`` and ``lines``."""
        return {"again": "Once more, in a new order", "parts": []}

    def _acts(self) -> dict[str, Callable[[dict], None]]:
        return {"answer": self._answer, "next": self._next, "again": self._again}

    def _answer(self, message: dict) -> None:
        if self._told:
            raise Misfit("This message is answered already.")
        day = self._today().isoformat()
        present = self._rounds[-1].answered(self.spots, message.get("answer"), message.get("sure"), day)
        self._rounds, self._told = (*self._rounds[:-1], present), True
        self._keep()

    def _next(self, _message: dict) -> None:
        self._told = False
        self._show()

    def _again(self, _message: dict) -> None:
        if not self._rounds[-1].over:
            raise Misfit("Some messages of this round are not answered yet.")
        self._rounds = (*self._rounds, self._another())
        self._told = False
        self._keep()

    def _keep(self) -> None:
        self._show(note="" if self._saved() else UNSAVED)

    def _show(self, note: str = "", error: str = "") -> None:
        present = self._rounds[-1]
        at_end = present.over and not self._told
        number = len(present.answers) + (0 if self._told or at_end else 1)
        item = None if at_end else self.spots.items[present.order[number - 1]]
        self.view = {
            "title": self.title,
            "intro": self.intro,
            "step": f"{len(self._rounds)}.{len(present.answers)}.{self._told}",
            "heading": f"Message {number} of {len(present.order)}",
            "item": _shown(item, marked=self._told) if item else None,
            "outcome": self._outcome(item) if self._told else None,
            "end": self._end() if at_end else None,
            "note": note,
            "error": error,
            "count": self.view.get("count", 0) + 1,
        }

    def _outcome(self, item: Item) -> dict:
        present = self._rounds[-1]
        given = present.answers[-1]
        return {
            "fits": given.answer == item.answer,
            "heading": telling.FITS if given.answer == item.answer else telling.FITS_NOT,
            "said": telling.said(item, given.answer, given.sure),
            "why": item.why,
            "mended": telling.BETTER,
            "better": (item.better or "").strip(),
            "next": "See how it went" if present.over else "Next message",
        }

    def _end(self) -> dict:
        present = self._rounds[-1]
        of_these = [one for one in self._rounds[:-1] if one.spots == present.spots and one.over]
        return {
            "heading": telling.result(self.spots, present),
            "sureness": telling.sureness(self.spots, present),
            "before": f"The time before: {telling.result(self.spots, of_these[-1])}" if of_these else "",
            "missed": [
                {"situation": item.situation, "title": telling.title(item.answer)}
                for item in telling.missed(self.spots, present)
            ],
            **self._closing(),
        }


def _shown(item: Item, marked: bool) -> dict:
    text = item.message
    start, end = (marked and item.quoted) or (len(text), len(text))
    return {
        "situation": item.situation,
        "text": [text[:start], text[start:end], text[end:]],
        "offered": [{"answer": answer, "label": telling.title(answer)} for answer in telling.offered(item)],
        "sureness": [{"sure": sure, "label": label} for sure, label in telling.SURE.items()],
        "hints": [] if marked else hints(item),
    }
