"""The reviews: today's, from the learner's own mistakes, and the one at the end of a unit."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from .. import catalog
from ..render import words
from ..render.markup import element, escape, page, paragraph
from ..reviewing import after, sitting
from ..reviewing.sitting import Sitting
from ..spotting import Misfit, Round
from .spot import SpotWidget
from .spot_opening import opening_html

TODAY = "Today's review"
NOTHING = "Nothing is due today."
OVER = "This was all for today."
ABOUT = "These messages are about mistakes that you have made before. Some are fine as they are."
AGAIN = "You have seen every message about some of them. The one that you saw longest ago comes back."
STATIC = ("Run this cell (the play button, or Shift+Enter). It then shows what is due today: messages about your own"
          " mistakes, a scene, and your plans.")
Today = Callable[[], datetime.date]


class ReviewWidget(SpotWidget):
    """Messages chosen for one sitting; its answers are kept with the sitting and noted for the reviews to come."""

    def __init__(self, chosen: Sitting, today: Today = datetime.date.today):
        self._sitting = chosen
        super().__init__(chosen.messages, today)

    def _resumed(self) -> tuple[tuple[Round, ...], str]:
        return (self._sitting.round,), ""

    def _saved(self) -> bool:
        self._sitting = replace(self._sitting, round=self._rounds[-1])
        return sitting.keep(self._sitting)


class TodayWidget(ReviewWidget):
    """What is due today, and what follows from it."""

    title = TODAY

    def __init__(self, today: Today = datetime.date.today):
        chosen = sitting.today(today())
        self.intro = " ".join([ABOUT] * bool(chosen.picks) + [AGAIN] * sitting.comes_again(chosen))
        super().__init__(chosen, today)

    def __repr__(self) -> str:
        return f"{TODAY}: what went wrong before, in new messages"

    def opening(self) -> str:
        """The same for every learner and on every day."""
        return page(element("h4", escape(TODAY)), paragraph(STATIC, "note"), label=TODAY)

    def _another(self) -> Round:
        raise Misfit(OVER)

    def _end(self) -> dict:
        told = super()._end()
        if self.spots.items:
            return told
        return {**told, "heading": NOTHING, "sureness": after.next_review(self._today())}

    def _closing(self) -> dict:
        chosen, day = self._sitting.mistakes, self._today()
        if not chosen:
            return {"again": "", "parts": []}
        plans = [f"{catalog.mistake(name).title}: {sentence}" for name, sentence in after.plans(chosen)]
        parts = {"A scene to play": [after.scene_to_play(chosen, day)], "Your plans, to read once more": plans,
                 "And then": [after.next_review(day)]}
        kept = {title: [line for line in lines if line] for title, lines in parts.items()}
        return {"again": "", "parts": [{"title": title, "lines": lines} for title, lines in kept.items() if lines]}


class UnitReviewWidget(ReviewWidget):
    """The messages of one unit, mixed; what was got wrong before comes first."""

    title = "Mixed messages"
    intro = "What you got wrong before comes first. Some of these messages are fine as they are."

    def __init__(self, unit: str, today: Today = datetime.date.today):
        self._unit = unit
        super().__init__(sitting.of_unit(unit, today()), today)

    def __repr__(self) -> str:
        return f"{self.title}: {words.UNITS[self._unit]}"

    def opening(self) -> str:
        """The messages that come first for everybody, each answer behind a closed note."""
        return opening_html(sitting.first_of_unit(self._unit), self.title, repr(self))

    def _another(self) -> Round:
        self._sitting = sitting.next_of_unit(self._unit, self._today(), self._sitting.number + 1)
        self.spots = self._sitting.messages
        return self._sitting.round

    def _closing(self) -> dict:
        return {"again": "Once more, with other messages", "parts": []}
