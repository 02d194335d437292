"""A session and the manner in which it is played: for practice, or as an exam."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .session import Misfit, Move, Session

SURENESS = ("a guess", "fairly sure", "very sure")
"""How sure somebody can say they are of an answer, from little to much."""


@dataclass(frozen=True)
class Play:
    """In practice every answer is followed by what it did. In an exam that comes at the end: each answer waits, as
    ``pending``, until the learner has said how sure they are of it (``sureness``: an index of SURENESS for each move),
    and none can be taken back.
    """

    session: Session
    exam: bool = False
    sureness: tuple[int, ...] = ()
    pending: Move | None = None

    @property
    def is_sat(self) -> bool:
        """Whether an exam is under way, so that nothing may be told yet."""
        return self.exam and not self.session.over

    def answer(self, move: Move) -> Play:
        """The play after a choice or a text, which in an exam waits to be confirmed. Raises Misfit."""
        after = self.session.write(move) if isinstance(move, str) else self.session.choose(move)
        return replace(self, pending=move) if self.exam else self.to(after)

    def confirm(self, sureness: int) -> Play:
        """The play after the answer that waited. Raises Misfit where none does."""
        if self.pending is None:
            raise Misfit("Choose or write an answer first.")
        if not 0 <= sureness < len(SURENESS):
            raise Misfit("The page did not say how sure you are. Please try again.")
        after = Session(self.session.scene, (*self.session.moves, self.pending), self.session.assess)
        return Play(after, True, (*self.sureness, sureness))

    def think_again(self) -> Play:
        """The play without the answer that waited."""
        return replace(self, pending=None)

    def to(self, session: Session) -> Play:
        """Another point of the same scene; what was told at the end of an exam makes the rest of it practice.

        Raises Misfit where an exam would be walked back.
        """
        if self.is_sat:
            raise Misfit("In an exam no answer can be taken back. You can start again.")
        return Play(session)

    def restart(self) -> Play:
        """The scene from its beginning, in the same manner."""
        return Play(self.session.restart(), self.exam)

    def as_exam(self, exam: bool) -> Play:
        """The play as an exam or for practice. Raises Misfit once it has begun."""
        if self.session.moves:
            raise Misfit("Start again first. Then you can change between practice and exam.")
        return Play(self.session, exam)
