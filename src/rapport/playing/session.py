"""A play of a scene: the list of its moves, from which everything else follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from . import rules
from .scene import END, Choice, Scene, State, Turn, Value
from .written import Assess, Judged, judge, read_draft

Move = int | str
"""The index of a choice in the file's order, or the text that was written.

In a turn that is answered by a text, a number stands for whichever text draws
the reply of that index; that is how a play is listed without its texts.
"""

UNWRITTEN = "(You write your message.)"


class Misfit(ValueError):
    """A move that the scene does not allow there; the text says why."""


@dataclass(frozen=True)
class Step:
    """One move and what came of it; ``mistake`` is an id of the catalog.

    ``index`` is that of the choice, or of the reply that a text drew, in the file's order.
    """

    turn: str
    index: int
    move: Move
    said: str
    reply: str
    why: str | None
    mistake: str | None
    effect: Mapping[str, Value]
    after: State
    goto: str
    judged: Judged | None = None


@dataclass(frozen=True)
class Session:
    """An immutable play. Raises Misfit where a move does not fit the scene.

    ``assess`` judges what is written in free-text turns; it is the course's own
    reader unless another is given.
    """

    scene: Scene
    moves: tuple[Move, ...] = ()
    assess: Assess = field(default=read_draft, compare=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "moves", tuple(self.moves))
        self.steps  # a session that exists is one that can be played

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every move so far with its reply, feedback and consequences."""
        steps, slug, state = [], self.scene.start, dict(self.scene.state)
        for number, move in enumerate(self.moves, start=1):
            if slug == END:
                raise Misfit(f"The scene has ended; there is no place for move {number} ({_short(move)}).")
            steps.append(self._step(slug, state, move))
            slug, state = steps[-1].goto, steps[-1].after
        return tuple(steps)

    def _step(self, slug: str, state: State, move: Move) -> Step:
        turn = self.scene.turns[slug]
        if turn.write:
            return self._written(slug, turn, state, move)
        index = _chosen(slug, turn, state, move)
        choice = turn.choices[index]
        after = rules.changed(state, choice.effect)
        return Step(slug, index, move, choice.say, choice.reply, choice.why, choice.mistake, choice.effect, after,
                    choice.goto)

    def _written(self, slug: str, turn: Turn, state: State, move: Move) -> Step:
        if isinstance(move, str):
            judged = judge(move, turn.write.brief, self.assess)
            index = rules.reply_to(turn, {**judged.values, **state}, judged.sure)
        else:
            judged, index = None, _listed(slug, rules.possible_replies(turn, state), len(turn.replies), move, "reply")
        reply = turn.replies[index]
        said = move if isinstance(move, str) else UNWRITTEN
        after = rules.changed(state, reply.effect)
        goto = reply.goto or turn.goto
        return Step(slug, index, move, said, reply.says, reply.why, None, reply.effect, after, goto, judged)

    @property
    def state(self) -> State:
        """The state now."""
        return self.steps[-1].after if self.steps else self.scene.state

    @property
    def slug(self) -> str:
        """The id of the turn that waits for a move, or ``end``."""
        return self.steps[-1].goto if self.steps else self.scene.start

    @property
    def turn(self) -> Turn | None:
        """The turn that waits for a move; None at the end."""
        return None if self.over else self.scene.turns[self.slug]

    @property
    def over(self) -> bool:
        """Whether the scene has ended."""
        return self.slug == END

    @property
    def ending(self) -> str | None:
        """The id of the ending that was reached, if one was."""
        return rules.ending_of(self.scene, self.state) if self.over else None

    @property
    def choices(self) -> dict[int, Choice]:
        """The choices that are open now, by their index in the file's order."""
        if self.over:
            return {}
        return {index: self.turn.choices[index] for index in rules.open_choices(self.turn, self.state)}

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The ids of the mistakes made so far, in order."""
        return tuple(step.mistake for step in self.steps if step.mistake)

    def choose(self, index: int) -> Session:
        """The play after this choice. Raises Misfit."""
        if self.turn and self.turn.write:
            raise Misfit("Here you write something in your own words.")
        return self._with(index)

    def write(self, text: str) -> Session:
        """The play after this text was sent. Raises Misfit for an empty one, or where a choice is asked for."""
        if self.turn and not self.turn.write:
            raise Misfit("Here you choose one of the lines.")
        if not text.strip():
            raise Misfit("There is nothing to send yet. Write a sentence or two first.")
        return self._with(text)

    def undo(self) -> Session:
        """The play without its last move; the same play where there is none."""
        return self.back_to(len(self.moves) - 1)

    def back_to(self, count: int) -> Session:
        """The play as it was after its first ``count`` moves."""
        return Session(self.scene, self.moves[: max(0, count)], self.assess)

    def restart(self) -> Session:
        """The same scene from its beginning."""
        return self.back_to(0)

    def _with(self, move: Move) -> Session:
        return Session(self.scene, (*self.moves, move), self.assess)


def _chosen(slug: str, turn: Turn, state: State, move: Move) -> int:
    if isinstance(move, str):
        raise Misfit(f"The turn “{slug}” asks for a choice, not for a text ({_short(move)}).")
    return _listed(slug, rules.open_choices(turn, state), len(turn.choices), move, "choice")


def _listed(slug: str, allowed: tuple[int, ...], count: int, move: int, kind: str) -> int:
    if not 0 <= move < count:
        raise Misfit(f"The turn “{slug}” has no {kind} {move}; its {kind} numbers are 0 to {count - 1}.")
    if move not in allowed:
        numbers = ", ".join(map(str, allowed))
        raise Misfit(f"In the turn “{slug}”, {kind} {move} is not open at this point. Open: {numbers}.")
    return move


def _short(move: Move) -> str:
    text = str(move)
    return text if len(text) <= 30 else f"{text[:29]}…"
