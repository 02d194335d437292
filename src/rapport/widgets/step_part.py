"""A part of a lesson that asks one thing at a time: what the page sends is done, and the next step is shown."""

from __future__ import annotations

from collections.abc import Callable

import traitlets

from ..spotting import Misfit
from .lesson_part import LessonPart

UNSAVED = "This computer does not let me keep your answers. You can go on all the same."


class StepPart(LessonPart):
    """``view`` is everything that the page shows, with ``step``, which changes whenever something was done.

    Messages from the page have ``do`` and the ``step`` that the page was showing; a message about another step is
    an echo of a double click and is not acted on.
    """

    view = traitlets.Dict().tag(sync=True)

    def __init__(self):
        super().__init__()
        self.on_msg(self._receive)

    def _acts(self) -> dict[str, Callable[[dict], None]]:
        """What can be done, by name; each may raise Misfit and shows what became of it."""
        raise NotImplementedError

    def _show(self, note: str = "", error: str = "") -> None:
        """Set ``view`` anew."""
        raise NotImplementedError

    def _receive(self, _widget, message: object, _buffers) -> None:
        """Do what the page asks; what cannot be done becomes a sentence on the page."""
        act = self._acts().get(str(message.get("do"))) if isinstance(message, dict) else None
        if not act or message.get("step") != self.view["step"]:
            self._show()
            return
        try:
            act(message)
        except Misfit as error:
            self._show(error=str(error))
