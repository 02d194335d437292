"""Takes in what learners and the instructor say, keeps what follows from it, and forgets what is taken back."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable

from . import messages, picture
from .ledger import LOG, Ledger
from .material import Material
from .state import Learner, State

MOST_LEARNERS, MOST_ROWS = 500, 1000
"""A class is smaller than the one, and nobody has reason to say more than the other."""
LONGEST_NAME = 60
NO_ROOM = "The board is full."
TOO_MUCH = "That was too much for one class. Ask the person who teaches you to begin the board anew."
UNKNOWN = "The board does not know this part of the course. It may be older than yours."
NO_POLL = "There is no such question open now."
GONE = "That is not there any more."


class Refused(ValueError):
    """Something that cannot be done as things stand; the text says why."""


class Desk:
    """The one place that changes a class. ``changed`` is called after every change; ``clock`` gives seconds."""

    def __init__(self, ledger: Ledger, material: Material, clock: Callable[[], float] = time.time):
        self.material, self.state = material, State()
        self.changed: Callable[[], None] = lambda: None
        self._ledger, self._clock = ledger, clock
        for row in ledger.rows():
            self._take(row)
        if (poll := self.state.poll) and not material.turn(poll.scene, poll.turn):
            self.state.poll = None  # the course has changed since
        if not self.state.salt:
            self._begin()

    def heard(self, user: str, report: messages.Message) -> dict:
        """What a learner's kernel said, and the answer to it: how things stand for this learner. Raises Refused.

        Nothing is kept about somebody who has not joined.
        """
        key = self._key(user)
        if report.do == "join":
            self._join(key, report.named)
        elif report.do == "leave":
            self._forget(key)
        if not (learner := self.state.learners.get(key)):
            return {"joined": False}
        learner.spoke = self._clock()
        self._say(key, learner, report)
        if self.state.asks_names and learner.named and learner.name != user[:LONGEST_NAME]:
            self._add({"row": "name", "who": key, "name": user[:LONGEST_NAME]})
        return picture.for_learner(self.state, self.material, key)

    def told(self, order: messages.Message) -> None:
        """Do what the instructor asks for. Raises Refused."""
        if order.do == "forget":
            self._begin()
        elif order.do == "open":
            if not self.material.turn(order.scene, order.turn):
                raise Refused(UNKNOWN)
            poll = {"poll": secrets.randbelow(1_000_000), "scene": order.scene, "turn": order.turn}
            self._add({"row": "open", **poll})
        elif order.do == "seen":
            self._seen(order.number)
        elif order.do == "names":
            self._ask_names(order.ask)
        elif not self.state.poll:
            raise Refused(GONE)
        else:
            self._add({"row": order.do})

    def picture(self) -> dict:
        """All that the instructor's page shows, as JSON values."""
        return picture.for_instructor(self.state, self.material, self._clock())

    def expire(self, seconds: float) -> None:
        """Forget everybody who has not been heard of for so long."""
        last = self._clock() - seconds
        for key in [key for key, learner in self.state.learners.items() if learner.spoke < last]:
            self._forget(key)

    def _say(self, key: str, learner: Learner, report: messages.Message) -> None:
        """Keep what is new in a report; what the board knows already is passed over."""
        match report:
            case messages.Lesson(lesson=lesson):
                if lesson not in self.material.places:
                    raise Refused(UNKNOWN)
                self._news(learner.lesson != lesson, learner, row="lesson", who=key, lesson=lesson)
            case messages.Ending(scene=scene, ending=ending):
                if scene not in self.material.scenes or ending not in self.material.scenes[scene].endings:
                    raise Refused(UNKNOWN)
                is_new = ending not in learner.endings.get(scene, ())
                self._news(is_new, learner, row="ending", who=key, scene=scene, ending=ending)
            case messages.Answer(poll=poll, choice=choice):
                self._answer(key, learner, poll, choice)
            case messages.Word(do="stuck"):
                self._news(learner.stuck is None, learner, row="stuck", who=key)
            case messages.Word(do="done"):
                self._news(learner.done is None, learner, row="done", who=key)
            case messages.Word(do="going"):
                self._news(learner.stuck is not None or learner.done is not None, learner, row="going", who=key)

    def _answer(self, key: str, learner: Learner, number: int, choice: int) -> None:
        poll = self.state.poll
        if not poll or not poll.open or poll.id != number:
            raise Refused(NO_POLL)
        if choice >= len(self.material.turn(poll.scene, poll.turn).choices):
            raise Refused(UNKNOWN)
        self._news(poll.answers.get(key) != choice, learner, row="answer", who=key, poll=number, choice=choice)

    def _news(self, is_new: bool, learner: Learner, **row) -> None:
        if is_new and learner.rows >= MOST_ROWS:
            raise Refused(TOO_MUCH)
        if is_new:
            self._add(row)

    def _join(self, key: str, named: bool) -> None:
        known = self.state.learners.get(key)
        if not known and len(self.state.learners) >= MOST_LEARNERS:
            raise Refused(NO_ROOM)
        if known and named and known.rows >= MOST_ROWS:
            raise Refused(TOO_MUCH)
        if known and known.named and not named:
            self._ledger.keep(lambda row: not (row.get("row") == "name" and row.get("who") == key))
        if not known or known.named != named:
            self._add({"row": "join", "who": key, "named": named, "number": known.number if known else self._number()})

    def _number(self) -> int:
        """A number that nobody has, drawn by lot, so that it does not tell who came first."""
        taken = {learner.number for learner in self.state.learners.values()}
        return secrets.choice([number for number in range(1, max(30, 2 * len(taken) + 2)) if number not in taken])

    def _seen(self, number: int) -> None:
        found = self.state.numbered(number)
        if not found or found[1].stuck is None:
            raise Refused(GONE)
        if not found[1].seen:
            self._add({"row": "seen", "who": found[0]})

    def _ask_names(self, ask: bool) -> None:
        if not ask:
            self._ledger.keep(lambda row: row.get("row") != "name")
        self._add({"row": "names", "ask": ask})

    def _forget(self, key: str) -> None:
        """Take everything about a learner out, of the file as well."""
        if self.state.learners.pop(key, None):
            self._ledger.keep(lambda row: row.get("who") != key)
            if self.state.poll:
                self.state.poll.answers.pop(key, None)
            self.changed()

    def _begin(self) -> None:
        """A class of which nothing is known; its new salt gives everybody another key than before."""
        self._ledger.keep(lambda row: False)
        self.state = State()
        self._add({"row": "class", "salt": secrets.token_hex(32)})

    def _key(self, user: str) -> str:
        """The key that stands for a learner in this class; without the salt nobody can tell whose it is."""
        return hmac.new(bytes.fromhex(self.state.salt), user.encode(), hashlib.sha256).hexdigest()[:32]

    def _add(self, row: dict) -> None:
        row = {**row, "at": round(self._clock(), 1)}
        self._ledger.add(row)
        self.state.apply(row)
        self.changed()

    def _take(self, row: dict) -> None:
        """A row of the file; one that fits nothing is left out."""
        try:
            self.state.apply(row)
        except (AttributeError, KeyError, TypeError):
            LOG.warning("A row of the kind %r was left out: it is damaged.", row.get("row"))
