"""Plays a scene in every way there is, to see what an author has written.

A written turn branches over every reply that some text could draw. What follows
from a turn depends on the turn and the state alone, so each pair is worked out
once; that keeps scenes with many thousands of plays fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from . import rules
from .scene import END, Scene, State

Node = tuple[str, tuple]
MOST_NODES = 50_000


class Endless(ValueError):
    """A scene that can be played for ever; ``turn`` is where it goes round."""

    def __init__(self, turn: str):
        self.turn = turn
        super().__init__(f"A play can go round for ever at “{turn}”.")


@dataclass(frozen=True)
class Outcome:
    """Plays that end alike: how many, their fewest and most moves, and the moves of one of them."""

    plays: int
    shortest: int
    longest: int
    moves: tuple[int, ...]


@dataclass
class Exploration:
    """What every possible play of a scene comes to.

    ``outcomes`` is keyed by (ending, number of mistakes made on the way);
    ``visited`` holds (turn, index of the choice or reply); ``dead_ends`` holds
    turns in which a play can find nothing to choose; ``ranges`` gives the lowest
    and highest value that each number of the state can reach.
    """

    outcomes: dict[tuple[str, int], Outcome] = field(default_factory=dict)
    turns: set[str] = field(default_factory=set)
    visited: set[tuple[str, int]] = field(default_factory=set)
    dead_ends: set[str] = field(default_factory=set)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def paths(self) -> int:
        """The number of different plays."""
        return sum(outcome.plays for outcome in self.outcomes.values())

    @property
    def endings(self) -> set[str]:
        """The endings that some play reaches."""
        return {ending for ending, _ in self.outcomes}

    @property
    def lengths(self) -> tuple[int, int]:
        """The fewest and most moves that a play takes."""
        found = self.outcomes.values()
        return min(one.shortest for one in found), max(one.longest for one in found)


_explored: dict[str, Exploration] = {}


def explore(scene: Scene) -> Exploration:
    """Every possible play, worked out once for scenes of the same content. Raises Endless."""
    content = scene.model_dump_json()
    if content not in _explored:
        _explored[content] = _Explorer(scene).run()
    return _explored[content]


class _Explorer:
    """A depth-first walk that remembers what follows from each turn and state."""

    def __init__(self, scene: Scene):
        self.scene, self.found = scene, Exploration()
        self.known: dict[Node, dict] = {}
        self.under_way: set[Node] = set()

    def run(self) -> Exploration:
        self.found.outcomes = self.follow(self.scene.start, dict(self.scene.state))
        return self.found

    def follow(self, slug: str, state: State) -> dict:
        """The outcomes from here on, by (ending, mistakes from here on)."""
        if slug == END:
            self.note_range(state)
            return {(rules.ending_of(self.scene, state), 0): Outcome(1, 0, 0, ())}
        node = (slug, tuple(state.items()))
        if node in self.under_way or len(self.known) > MOST_NODES or len(self.under_way) > 200:
            raise Endless(slug)
        if node not in self.known:
            self.under_way.add(node)
            self.known[node] = self.branch(slug, state)
            self.under_way.remove(node)
        return self.known[node]

    def branch(self, slug: str, state: State) -> dict:
        self.found.turns.add(slug)
        self.note_range(state)
        outcomes: dict[tuple[str, int], Outcome] = {}
        moves = list(self.moves(slug, state))
        if not moves:
            self.found.dead_ends.add(slug)
        for index, goto, effect, slips in moves:
            self.found.visited.add((slug, index))
            for (ending, mistakes), outcome in self.follow(goto, rules.changed(state, effect)).items():
                key = (ending, mistakes + slips)
                outcomes[key] = _joined(outcomes.get(key), _after(index, outcome))
        return outcomes

    def moves(self, slug: str, state: State) -> Iterator[tuple]:
        turn = self.scene.turns[slug]
        for index in rules.possible_replies(turn, state):
            reply = turn.replies[index]
            yield index, reply.goto or turn.goto, reply.effect, 0
        for index in rules.open_choices(turn, state):
            choice = turn.choices[index]
            yield index, choice.goto, choice.effect, int(choice.mistake is not None)

    def note_range(self, state: State) -> None:
        for name, value in state.items():
            if not isinstance(value, bool):
                low, high = self.found.ranges.get(name, (value, value))
                self.found.ranges[name] = (min(low, value), max(high, value))


def _after(index: int, outcome: Outcome) -> Outcome:
    return Outcome(outcome.plays, outcome.shortest + 1, outcome.longest + 1, (index, *outcome.moves))


def _joined(one: Outcome | None, other: Outcome) -> Outcome:
    if one is None:
        return other
    shortest, longest = min(one.shortest, other.shortest), max(one.longest, other.longest)
    return Outcome(one.plays + other.plays, shortest, longest, one.moves)
