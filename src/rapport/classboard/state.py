"""How a class stands: what follows from the rows of its file, and from nothing else.

A row is a dict of JSON values with ``row``, its kind, and ``at``, a time in seconds. Rows about a learner have ``who``,
the learner's key, from which no name can be read. The same rows always give the same state.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Learner:
    """One learner, by the number that the board shows; ``name`` is empty unless it was asked for and agreed to.

    ``lesson`` is where they are, ``since`` when they came there; ``done`` and ``stuck`` are times or None.
    """

    number: int
    named: bool
    joined: float
    spoke: float
    name: str = ""
    lesson: str = ""
    since: float = 0.0
    done: float | None = None
    stuck: float | None = None
    seen: bool = False
    endings: dict[str, set[str]] = field(default_factory=dict)
    rows: int = 1

    @property
    def label(self) -> str:
        """What the board calls them."""
        return self.name or f"Learner {self.number}"


@dataclass
class Poll:
    """What would you say at this turn? ``answers`` holds the index of a choice for each key."""

    id: int
    scene: str
    turn: str
    open: bool = True
    shown: bool = False
    answers: dict[str, int] = field(default_factory=dict)


class State:
    """A class, as ``apply`` has built it row by row."""

    def __init__(self):
        self.salt = ""
        self.asks_names = False
        self.learners: dict[str, Learner] = {}
        self.poll: Poll | None = None

    def apply(self, row: dict) -> None:
        """Take one row in. A row about somebody who is not there changes nothing. Raises KeyError or TypeError for a
        row that is damaged."""
        act = getattr(self, f"_on_{row['row']}")
        if "who" not in row or row["row"] == "join":
            act(row)
        elif learner := self.learners.get(row["who"]):
            learner.rows += 1
            learner.spoke = max(learner.spoke, row["at"])
            act(row, learner)

    def numbered(self, number: int) -> tuple[str, Learner] | None:
        """Key and learner with this number."""
        return next(((key, one) for key, one in self.learners.items() if one.number == number), None)

    def _on_class(self, row: dict) -> None:
        self.salt = row["salt"]

    def _on_names(self, row: dict) -> None:
        self.asks_names = row["ask"]
        if not self.asks_names:
            for learner in self.learners.values():
                learner.name = ""

    def _on_join(self, row: dict) -> None:
        known = self.learners.get(row["who"])
        if known:
            known.named, known.spoke, known.rows = row["named"], row["at"], known.rows + 1
            known.name = known.name if known.named else ""
        else:
            self.learners[row["who"]] = Learner(row["number"], row["named"], row["at"], row["at"])

    def _on_name(self, row: dict, learner: Learner) -> None:
        learner.name = row["name"]

    def _on_lesson(self, row: dict, learner: Learner) -> None:
        learner.lesson, learner.since, learner.done = row["lesson"], row["at"], None

    def _on_ending(self, row: dict, learner: Learner) -> None:
        learner.endings.setdefault(row["scene"], set()).add(row["ending"])

    def _on_stuck(self, row: dict, learner: Learner) -> None:
        learner.stuck, learner.seen, learner.done = row["at"], False, None

    def _on_going(self, row: dict, learner: Learner) -> None:
        learner.stuck, learner.seen, learner.done = None, False, None

    def _on_done(self, row: dict, learner: Learner) -> None:
        learner.stuck, learner.seen, learner.done = None, False, row["at"]

    def _on_seen(self, row: dict, learner: Learner) -> None:
        learner.seen = True

    def _on_answer(self, row: dict, learner: Learner) -> None:
        if self.poll and self.poll.open and self.poll.id == row["poll"]:
            self.poll.answers[row["who"]] = row["choice"]

    def _on_open(self, row: dict) -> None:
        self.poll = Poll(row["poll"], row["scene"], row["turn"])

    def _on_close(self, row: dict) -> None:
        self.poll.open = False

    def _on_show(self, row: dict) -> None:
        self.poll.shown = True

    def _on_hide(self, row: dict) -> None:
        self.poll.shown = False

    def _on_away(self, row: dict) -> None:
        self.poll = None
