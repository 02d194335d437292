"""Sends messages to the board one after another, beside the lesson, which never waits for it nor fails with it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from . import channel, consent

MOST_WAITING = 30
FIRST_PAUSE, LONGEST_PAUSE = 5, 120
"""Seconds until what could not be sent is tried again, the first time and at most."""
LEAVE = {"do": "leave"}

Message = dict | Callable[[], dict | None]
"""What to send, or how to find it out; the finding is done beside the lesson too."""


@dataclass(frozen=True)
class News:
    """What became of a message: the board's ``answer``, None where there was none, and what it ``refused``."""

    answer: dict | None
    refused: str = ""


class Messenger:
    """Messages go out in their order. One that the board does not hear waits, and later ones wait behind it.

    ``hear`` is called with News of each, from another thread.
    """

    def __init__(self, send: Callable[[dict], dict] = channel.send, pause: float = FIRST_PAUSE):
        self.hear: Callable[[News], None] = lambda news: None
        self._send, self._pause = send, pause
        self._waiting: deque[Message] = deque(maxlen=MOST_WAITING)
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None

    def tell(self, message: Message) -> None:
        """Send a message as soon as it can be."""
        with self._turn:
            self._waiting.append(message)
            self._work()

    def look(self) -> None:
        """Ask how things stand; where something waits already, trying that again is enough."""
        with self._turn:
            if not self._waiting:
                self._waiting.append({"do": "look"})
            self._work()

    def leave(self) -> None:
        """Take everything back: what waits is not sent any more, and the board is asked to forget."""
        with self._turn:
            self._waiting.clear()
            self._waiting.append(LEAVE)
            self._work()

    def _work(self) -> None:
        """Wake the thread that sends, or start one; it ends with the kernel, whatever it is doing."""
        if not (self._thread and self._thread.is_alive()):
            self._thread = threading.Thread(target=self._run, name="rapport-board", daemon=True)
            self._thread.start()
        self._turn.notify()

    def _run(self) -> None:
        pause = self._pause
        while True:
            with self._turn:
                while not self._waiting:
                    self._turn.wait()
                message = self._waiting[0]
            news = self._deliver(message)
            self._told(news)
            with self._turn:
                if news.answer is None and not news.refused:
                    self._turn.wait(pause)  # a new message is a reason to try at once
                    pause = min(2 * pause, LONGEST_PAUSE)
                    continue
                pause = self._pause
                if self._waiting and self._waiting[0] is message:
                    self._waiting.popleft()

    def _deliver(self, message: Message) -> News:
        """Send one message if the learner still agrees; a message that cannot be found out is passed over."""
        try:
            found = message() if callable(message) else message
            if found is None or consent.agreed() is (found is LEAVE):  # perhaps the learner has thought better of it
                return News({})
            return self._heard(found, self._send(found))
        except channel.Unreachable:
            return News(None)
        except channel.Refused as refused:
            return News({}, str(refused) or "The board does not take that.")
        except Exception:  # nothing that goes wrong here may reach a lesson
            return News({})

    def _heard(self, message: dict, answer: dict) -> News:
        if message is LEAVE:
            consent.told()
        elif answer.get("joined") is not True:
            consent.ended()
        return News(answer)

    def _told(self, news: News) -> None:
        try:
            self.hear(news)
        except Exception:  # the page may be gone
            pass


THE = Messenger()
"""The one of this kernel."""
