"""Who is right? Small situations, one at a time; first the learner says where they stand, then come both sides."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from ..dilemmas import Dilemma, Position, keeping, positions, telling
from ..spotting.telling import SURE
from .dilemma_opening import opening_html, plain
from .lesson_part import script, sheet
from .step_part import UNSAVED, StepPart

RESUMED = "You were here. Go on where you stopped."
SITTING = 5
"""So many questions make one sitting."""


class DilemmaWidget(StepPart):
    """Goes through situations, and goes on where the learner left them; with one alone there is no overview.

    The page sends commit (with ``choice``, ``sure`` and ``on``), next, overview or open (with ``which``).
    """

    _esm = script("steps", "dilemma")
    _css = sheet("steps", "dilemma")

    def __init__(self, dilemmas: tuple[Dilemma, ...], today: Callable[[], datetime.date] = datetime.date.today):
        super().__init__()
        self.dilemmas, self._today = dilemmas, today
        self._said = {one.tension: keeping.kept(one) for one in dilemmas}
        self._turn = 0  # changes with everything that is done
        self._rests = False  # whether the last answer ended a sitting
        self._at = self._first_open(0)
        if self._is_single:
            self._at = 0
        self._show(note=RESUMED if self._at is not None and any(self._said.values()) and not self._is_single else "")

    def __repr__(self) -> str:
        return plain(self.dilemmas)

    def opening(self) -> str:
        """Every situation, and what there is to tell of it behind a closed note."""
        return opening_html(self.dilemmas)

    def _acts(self) -> dict[str, Callable[[dict], None]]:
        return {"commit": self._commit, "next": self._next, "overview": self._overview, "open": self._open}

    @property
    def _is_single(self) -> bool:
        return len(self.dilemmas) == 1

    def _commit(self, message: dict) -> None:
        if self._at is None:
            raise positions.Misfit(positions.NO_CHOICE)
        dilemma = self.dilemmas[self._at]
        before = self._said[dilemma.tension]
        answer = (message.get(name) for name in ("choice", "sure", "on"))
        now = positions.committed(before, *answer, self._today().isoformat())
        self._said[dilemma.tension] = now
        answered = sum(map(bool, self._said.values()))
        self._rests = not before and answered % SITTING == 0 and answered < len(self.dilemmas)
        note = telling.CHANGED if before else ""
        self._step(note if keeping.keep(dilemma, now) else UNSAVED)

    def _next(self, _message: dict) -> None:
        self._at = self._first_open(0 if self._at is None else self._at)
        self._step()

    def _overview(self, _message: dict) -> None:
        if not self._is_single:
            self._at = None
        self._step()

    def _open(self, message: dict) -> None:
        found = [index for index, one in enumerate(self.dilemmas) if one.tension == message.get("which")]
        self._at = found[0] if found else self._at
        self._rests = False
        self._step()

    def _step(self, note: str = "") -> None:
        self._turn += 1
        self._show(note)

    def _first_open(self, start: int) -> int | None:
        """The next situation without an answer, from ``start`` on and then from the first; None where all have one."""
        places = [*range(start, len(self.dilemmas)), *range(start)]
        return next((place for place in places if not self._said[self.dilemmas[place].tension]), None)

    def _show(self, note: str = "", error: str = "") -> None:
        dilemma = None if self._at is None else self.dilemmas[self._at]
        said = self._said[dilemma.tension] if dilemma else ()
        self.view = {
            "title": telling.TITLE,
            "intro": telling.INTRO,
            "step": str(self._turn),
            "heading": "" if self._is_single or not dilemma else f"Question {self._at + 1} of {len(self.dilemmas)}",
            "asked": self._asked(dilemma) if dilemma else None,
            "told": self._told(dilemma, said) if said else None,
            "overview": None if dilemma else self._answers(),
            "all": "" if self._is_single else "Your answers so far",
            "note": note,
            "error": error,
            "count": self.view.get("count", 0) + 1,
        }

    def _asked(self, dilemma: Dilemma) -> dict:
        return {
            "situation": dilemma.situation,
            "question": dilemma.question,
            "options": telling.choices(dilemma),
            "on": telling.ON,
            "note": telling.ON_NOTE,
            "sureness": [{"sure": sure, "label": label} for sure, label in SURE.items()],
        }

    def _told(self, dilemma: Dilemma, said: tuple[Position, ...]) -> dict:
        more = self._first_open(self._at) is not None
        return {
            **telling.told(dilemma),
            "heading": telling.said(said[-1]),
            "said": [line for line in (telling.on(said[-1]), telling.before(said)) if line],
            "yours": {"choice": said[-1].choice, "label": telling.YOURS},
            "otherwise": telling.OTHERWISE,
            "rest": telling.rest(sum(map(bool, self._said.values()))) if self._rests else "",
            "next": "" if self._is_single else "Next question" if more else "See all your answers",
        }

    def _answers(self) -> dict:
        return {
            "heading": "Your answers",
            "summary": telling.summary(self._said, len(self.dilemmas)),
            "rows": [telling.row(one, self._said[one.tension]) for one in self.dilemmas],
            "go": "" if self._first_open(0) is None else "Go on",
        }
