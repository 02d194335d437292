"""The rules of play: what is open, what changes, and where a move leads."""

from __future__ import annotations

from collections.abc import Mapping

from .scene import Scene, State, Turn, Value


def open_choices(turn: Turn, state: State) -> tuple[int, ...]:
    """The choices that the state allows, by their index in the file's order."""
    return tuple(
        index for index, choice in enumerate(turn.choices) if choice.condition is None or choice.condition.holds(state)
    )


def changed(state: State, effect: Mapping[str, Value]) -> dict[str, Value]:
    """The state after an effect: numbers are added, flags are set."""
    after = dict(state)
    for name, value in effect.items():
        after[name] = value if isinstance(value, bool) else after[name] + value
    return after


def ending_of(scene: Scene, state: State) -> str:
    """The first ending whose condition holds."""
    return next(slug for slug, ending in scene.endings.items() if ending.else_ or ending.condition.holds(state))


def reply_to(turn: Turn, values: State, sure: bool) -> int:
    """The reply to a written text, by its index in the file's order.

    ``values`` are the state and what the reading found. Where it is not ``sure`` as a whole, only the
    state and what it states are known, and ``unsure`` comes before ``else``.
    """
    for index, reply in enumerate(turn.replies):
        if reply.else_ or (reply.unsure and not sure) or (reply.condition and reply.condition.holds(values)):
            return index
    raise LookupError("a turn's last reply has “else: true”")


def possible_replies(turn: Turn, state: State) -> tuple[int, ...]:
    """The replies that some text could draw in this state, by their index in the file's order."""
    found = []
    for index, reply in enumerate(turn.replies):
        holds = reply.condition.holds(state) if reply.condition else None
        if holds is False:
            continue
        found.append(index)
        if holds or reply.else_:
            break
    return tuple(found)
