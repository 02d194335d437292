"""What a page says to a scene, and the view it gets back: the state behind every player, without any widget."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from ..playing import Misfit, Scene, Session, keeping
from ..playing.comparing import comparison
from ..playing.explore import explore
from ..playing.play import Play
from ..playing.script import transcript
from ..playing.tried import tried_map
from ..playing.view import view
from ..playing.written import Assess, read_draft
from ..reviewing import logs

UNSAVED = "This computer does not let me keep your place. You can play on all the same."
PANELS = ("transcript", "map", "compare")


class Player:
    """Plays one scene, move by move, and goes on where the learner left it.

    ``view`` is everything that a page shows; each answer is a new one. Messages
    have ``do`` and ``moves``, the number of moves that the page was showing; a
    message about another point is an echo of a double click and is not acted on.
    What goes wrong is told in the view. ``do`` is one of

    - choose (with ``move``), write (``text``), and in an exam sure (``level``) or think, which confirm an answer or not;
    - undo, restart, back (``count`` of moves), mode (``exam``, before the first move);
    - transcript, map and compare, which open and close a panel, and pick (``one``, ``other``), two plays to compare.
    """

    def __init__(self, scene: Scene, assess: Assess = read_draft):
        self.view: dict = {}
        self._explored = explore(scene)
        kept = keeping.resume(scene, assess)
        self.play, self.known = kept.play, kept.known
        self._left: Play | None = None
        self._draft, self._panel, self._picked = "", "", None
        self._acts: dict[str, Callable[[dict], None]] = {
            "choose": lambda message: self._answer(_whole(message, "move")),
            "write": self._write,
            "sure": lambda message: self._go(self.play.confirm(_whole(message, "level"))),
            "think": self._think_again,
            "undo": self._undo,
            "restart": self._restart,
            "mode": lambda message: self._go(self.play.as_exam(message.get("exam") is True)),
            "back": lambda message: self._go(self.play.to(self.session.back_to(_whole(message, "count")))),
            "pick": self._pick,
            **{name: self._toggle for name in PANELS},
        }
        self._show(note=kept.note)

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.play.session

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

    def _answer(self, move: int | str) -> None:
        if self.play.pending is not None:  # the echo of a double click
            self._show()
            return
        after = self.play.answer(move)
        self._go(after, draft=self._draft if after.pending is not None else "")

    def _write(self, message: dict) -> None:
        text = message.get("text")
        self._draft = text if isinstance(text, str) else ""  # kept in the field if it cannot be sent
        self._answer(self._draft)

    def _think_again(self, _message: dict) -> None:
        self._go(self.play.think_again(), draft=self._draft)

    def _undo(self, _message: dict) -> None:
        if not self.session.moves and self._left:
            self._go(self._left)
            return
        last = self.session.moves[-1] if self.session.moves else ""
        self._go(self.play.to(self.session.undo()), draft=last if isinstance(last, str) else "")

    def _restart(self, _message: dict) -> None:
        left = self.play.think_again()
        self._go(self.play.restart())
        self._left = left
        self._show()

    def _toggle(self, message: dict) -> None:
        self._panel = "" if self._panel == message["do"] else message["do"]
        self._show()

    def _pick(self, message: dict) -> None:
        self._picked = (_whole(message, "one"), _whole(message, "other"))
        self._show()

    def _go(self, play: Play, draft: str = "") -> None:
        """Make ``play`` the present one, keep it, and show it."""
        self.play, self._left, self._draft = play, None, draft
        if play.session.over and play.session.moves not in self.known.plays:
            logs.scene_ended(play.session, datetime.date.today())
        self.known = self.known.after(play.session)
        saved = keeping.keep(play, self.known)
        self._show(note="" if saved else UNSAVED)

    def _show(self, note: str = "", error: str = "") -> None:
        self.view = {
            **view(self.play, self._explored, self.known, self._draft),
            **self._open_panel(),
            "can_undo": self._can_undo(),
            "can_compare": len(self.known.plays) > 1 and not self.play.is_sat,
            "note": note,
            "error": error,
            "answer": self.view.get("answer", 0) + 1,
        }

    def _can_undo(self) -> bool:
        if self.play.is_sat:
            return bool(self._left)
        return bool(self.session.moves or self._left)

    def _open_panel(self) -> dict:
        """The panel that is open, if one is; in an exam under way only the transcript tells nothing."""
        name = "" if self.play.is_sat and self._panel != "transcript" else self._panel
        return {
            "transcript": transcript(self.session) if name == "transcript" else "",
            "map": tried_map(self.session, self.known) if name == "map" else None,
            "compare": comparison(self.session, self.known, self._picked) if name == "compare" else None,
        }


def _whole(message: dict, name: str) -> int:
    value = message.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Misfit("The page did not say which one was meant. Please try again.")
    return value
