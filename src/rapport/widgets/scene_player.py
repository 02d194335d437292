"""What a page says to a scene, and the view it gets back: the state behind every player, without any widget."""

from __future__ import annotations

from collections.abc import Callable

from ..playing import Misfit, Scene, Session, keeping
from ..playing.explore import explore
from ..playing.script import transcript
from ..playing.view import view
from ..playing.written import Assess, read_draft

UNSAVED = "This computer does not let me keep your place. You can play on all the same."


class Player:
    """Plays one scene, move by move, and goes on where the learner left it.

    ``view`` is everything that a page shows; each answer is a new one. Messages
    have ``do`` (choose, write, undo, restart, back or transcript) and ``moves``,
    the number of moves that the page was showing; a message about another point
    is an echo of a double click and is not acted on. What goes wrong is told in
    the view.
    """

    def __init__(self, scene: Scene, assess: Assess = read_draft):
        self.view: dict = {}
        self._explored = explore(scene)
        kept = keeping.resume(scene, assess)
        self.session, self._endings = kept.session, kept.endings
        self._left: Session | None = None
        self._draft, self._transcript_open = "", False
        self._acts: dict[str, Callable[[dict], None]] = {
            "choose": lambda message: self._go(self.session.choose(_whole(message, "move"))),
            "write": self._write,
            "undo": self._undo,
            "restart": self._restart,
            "back": lambda message: self._go(self.session.back_to(_whole(message, "count"))),
            "transcript": self._toggle_transcript,
        }
        self._show(note=kept.note)

    def receive(self, message: object) -> dict:
        """Do what the page asks and return the new view; a failure becomes a sentence in it."""
        try:
            act = self._acts[message["do"]]
            if message.get("moves") == len(self.session.moves):
                act(message)
            else:
                self._show()
        except Misfit as error:
            self._show(error=str(error))
        except Exception as error:  # a handler's errors would otherwise reach nobody
            told = f"{type(error).__name__}: {error}"
            self._show(error=f"That did not work ({told}). You are where you were; try again, or start again.")
        return self.view

    def _write(self, message: dict) -> None:
        text = message.get("text")
        self._draft = text if isinstance(text, str) else ""  # kept in the field if it cannot be sent
        self._go(self.session.write(self._draft))

    def _undo(self, _message: dict) -> None:
        if not self.session.moves and self._left:
            self._go(self._left)
            return
        last = self.session.moves[-1] if self.session.moves else ""
        self._go(self.session.undo(), draft=last if isinstance(last, str) else "")

    def _restart(self, _message: dict) -> None:
        left = self.session
        self._go(self.session.restart())
        self._left = left
        self._show()

    def _toggle_transcript(self, _message: dict) -> None:
        self._transcript_open = not self._transcript_open
        self._show()

    def _go(self, session: Session, draft: str = "") -> None:
        """Make ``session`` the present one, keep it, and show it."""
        self.session, self._left, self._draft = session, None, draft
        if session.over and session.ending not in self._endings:
            self._endings = (*self._endings, session.ending)
        saved = keeping.keep(session, self._endings)
        self._show(note="" if saved else UNSAVED)

    def _show(self, note: str = "", error: str = "") -> None:
        self.view = {
            **view(self.session, self._explored, self._endings, self._draft),
            "can_undo": bool(self.session.moves or self._left),
            "note": note,
            "error": error,
            "transcript": transcript(self.session) if self._transcript_open else "",
            "answer": self.view.get("answer", 0) + 1,
        }


def _whole(message: dict, name: str) -> int:
    value = message.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Misfit("The page did not say which one was meant. Please try again.")
    return value
