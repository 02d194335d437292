"""What a learner has found of a scene, over all the times that they played it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .scene import Scene
from .session import Move, Session

MOST_PLAYS = 12


@dataclass(frozen=True)
class Known:
    """``tried`` holds (turn, index of the choice or reply), as ``Step`` has them; ``endings`` their ids in the order
    found; ``plays`` the moves of finished plays, the newest last."""

    endings: tuple[str, ...] = ()
    tried: frozenset[tuple[str, int]] = frozenset()
    plays: tuple[tuple[Move, ...], ...] = ()

    def after(self, session: Session) -> Known:
        """The same with all that this play has found."""
        tried = self.tried | {(step.turn, step.index) for step in session.steps}
        if not session.over:
            return replace(self, tried=tried)
        endings = tuple(dict.fromkeys((*self.endings, session.ending)))
        others = (moves for moves in self.plays if moves != session.moves)
        return Known(endings, tried, (*others, session.moves)[-MOST_PLAYS:])

    def as_json(self) -> dict:
        """Plain values to keep."""
        return {
            "endings": list(self.endings),
            "tried": sorted(map(list, self.tried)),
            "plays": [list(moves) for moves in self.plays],
        }


def from_json(scene: Scene, saved: dict) -> Known:
    """What ``as_json`` kept; whatever is damaged, or is no longer in the scene, is left out."""
    endings = (slug for slug in _list(saved.get("endings")) if isinstance(slug, str) and slug in scene.endings)
    tried = (pair for pair in _list(saved.get("tried")) if _is_option(scene, pair))
    plays = (tuple(moves) for moves in _list(saved.get("plays")) if are_moves(moves))
    return Known(tuple(endings), frozenset(map(tuple, tried)), tuple(plays)[-MOST_PLAYS:])


def are_moves(value: object) -> bool:
    """Whether a JSON value is a list of moves, fitting or not."""
    return isinstance(value, list) and all(isinstance(one, (int, str)) and not isinstance(one, bool) for one in value)


def options(scene: Scene, slug: str) -> int:
    """How many different answers a turn has: its choices, or the replies that a text can draw."""
    turn = scene.turns[slug]
    return len(turn.choices) + len(turn.replies)


def _is_option(scene: Scene, pair: object) -> bool:
    if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and type(pair[1]) is int):
        return False
    return pair[0] in scene.turns and 0 <= pair[1] < options(scene, pair[0])


def _list(value: object) -> Iterable:
    return value if isinstance(value, list) else ()
