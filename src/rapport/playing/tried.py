"""A map of what a learner has tried of a scene, which gives away nothing of the rest."""

from __future__ import annotations

import textwrap

from . import feedback, script
from .known import Known, options
from .scene import END, Scene, Turn
from .session import Session
from .ways import rows

_SHORT = 60


def tried_map(session: Session, known: Known) -> dict:
    """Every turn as a place in a row, with how many of its answers were tried, and the endings found.

    Turns that were never reached have no words, answers that were never tried lead nowhere on it.
    """
    scene = session.scene
    reached = {session.scene.start, *(turn for turn, _ in known.tried), *_goals(scene, known)} & set(scene.turns)
    places = [[_place(session, slug, known, slug in reached) for slug in row] for row in rows(scene)]
    return {
        "told": _told(scene, known),
        "rows": places,
        "ways": _ways(scene, known),
        "endings": [_ending(scene, slug, known) for slug in _by_score(scene)],
    }


def _told(scene: Scene, known: Known) -> str:
    every = sum(options(scene, slug) for slug in scene.turns)
    return (f"You have tried {len(known.tried)} of {every} answers "
            f"and found {len(known.endings)} of {len(scene.endings)} endings.")


def _place(session: Session, slug: str, known: Known, reached: bool) -> dict:
    turn = session.scene.turns[slug]
    tried = [(slug, index) in known.tried for index in range(options(session.scene, slug))]
    return {
        "turn": slug,
        "here": slug == session.slug,
        "reached": reached,
        "opening": _short(turn) if reached else "",
        "tried": [_answer(turn, index) for index, was in enumerate(tried) if was],
        "open": tried.count(False),
    }


def _answer(turn: Turn, index: int) -> str:
    if turn.write:
        return f"You wrote. The answer: {_shortened(turn.replies[index].says)}"
    return _shortened(turn.choices[index].say)


def _short(turn: Turn) -> str:
    heard = [line.text for line in script.opening(turn) if line.kind == script.THEM]
    return _shortened(heard[0] if heard else turn.says)


def _shortened(text: str) -> str:
    return textwrap.shorten(text, _SHORT, placeholder=" …")


def _goals(scene: Scene, known: Known) -> set[str]:
    return {_goal(scene, turn, index) for turn, index in known.tried}


def _goal(scene: Scene, slug: str, index: int) -> str:
    turn = scene.turns[slug]
    return (turn.replies[index].goto or turn.goto) if turn.write else turn.choices[index].goto


def _ways(scene: Scene, known: Known) -> list[list[str]]:
    """The ways between turns that were gone, each once."""
    gone = ((turn, _goal(scene, turn, index)) for turn, index in sorted(known.tried))
    return [list(way) for way in dict.fromkeys(gone) if way[1] != END]


def _by_score(scene: Scene) -> list[str]:
    return sorted(scene.endings, key=lambda slug: -scene.endings[slug].score)


def _ending(scene: Scene, slug: str, known: Known) -> dict:
    found = slug in known.endings
    return {"found": found, "words": feedback.outcome(scene, slug) if found else "Not found yet"}
