"""The transcript of a finished play, as a learner hands it in.

It is the play as it reads, and a last line with the moves. Whoever holds it can
play those moves again, so that a word changed in either is seen. Every text is
untrusted: it may be long, no JSON at all, or made to break what reads it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..answers import MOVES, answer_text
from .known import are_moves
from .scene import Scene
from .script import transcript
from .session import Misfit, Move, Session

MOST_MOVES = 60
LONGEST_TEXT = 20_000
LONGEST = 200_000
FULL = 10

TOO_LONG = "This is too long to be the transcript of a play."
NO_MOVES = f"The last line of the transcript, which begins with “{MOVES}”, is missing."
NOT_READABLE = f"The line “{MOVES}” cannot be read."
NOT_OF_THIS_SCENE = (
    "The moves in its last line cannot be played in this scene. "
    "They are from another scene, they were changed, or the scene has changed since."
)
UNFINISHED = "The play stops before the end of the scene."
ENDS_EARLY = "The words are not what these moves give: the last words of the play are missing."
DIFFERS = "The words are not what these moves give. They first differ in line {number}: “{line}”"


@dataclass(frozen=True)
class Checked:
    """What a transcript comes to: the play it tells, or None and in plain words the ``reason`` why it tells none."""

    session: Session | None
    reason: str = ""


def write(session: Session) -> str:
    """The transcript of a play: its words, and its moves on the last line."""
    return f"{transcript(session)}\n{MOVES} {json.dumps(list(session.moves), ensure_ascii=False)}"


def check(scene: Scene, text: str) -> Checked:
    """Play the moves of a transcript again and compare the words. White space counts for nothing.

    ``text`` is what ``answers.answer_text`` took out of a cell. Lines are counted in it, from 1.
    """
    if len(text) > LONGEST:
        return Checked(None, TOO_LONG)
    lines = text.split("\n")
    place = next((number for number in reversed(range(len(lines))) if lines[number].strip().startswith(MOVES)), None)
    if place is None:
        return Checked(None, NO_MOVES)
    told, lines[place] = lines[place].strip().removeprefix(MOVES), ""
    try:
        session = replay(scene, _from_json(told))
    except Misfit as error:
        return Checked(None, str(error))
    if not session.over:
        return Checked(None, UNFINISHED)
    reason = _difference(lines, _as_in_a_cell(session))
    return Checked(None if reason else session, reason)


def replay(scene: Scene, moves: object) -> Session:
    """The play of ``moves``, a JSON value from anywhere. Raises Misfit, with a sentence for the learner.

    A number never stands for a text here: what a learner had to write must be there.
    """
    if not are_moves(moves) or len(moves) > MOST_MOVES or not all(map(_can_be_made, moves)):
        raise Misfit(NOT_READABLE)
    try:
        session = Session(scene, tuple(moves))
    except Misfit:
        raise Misfit(NOT_OF_THIS_SCENE) from None
    if any(scene.turns[step.turn].write and not isinstance(step.move, str) for step in session.steps):
        raise Misfit(NOT_OF_THIS_SCENE)
    return session


def mark(session: Session) -> float:
    """What the ending of a finished play is worth, from 0 to 10; the best ending of its scene is worth 10."""
    scene = session.scene
    best = scene.endings[scene.best].score
    return round(FULL * scene.endings[session.ending].score / best, 1) if best else 0.0


def _from_json(text: str) -> object:
    """A JSON value, or None where the text is none or is made to break its reader."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _can_be_made(move: Move) -> bool:
    """Whether a scene takes a text like this: not blank, not endless, and of characters that a file can hold."""
    if not isinstance(move, str):
        return True
    return bool(move.strip()) and len(move) <= LONGEST_TEXT and not any("\ud800" <= one <= "\udfff" for one in move)


def _as_in_a_cell(session: Session) -> str:
    """The words of a play as they come out of an answer: lines that look like a cell's first line do not."""
    return answer_text(f"%%played {session.scene.id}\n{transcript(session)}").prose


def _difference(lines: list[str], expected: str) -> str:
    words = iter(expected.split())
    for number, line in enumerate(lines, start=1):
        if any(word != next(words, None) for word in line.split()):
            return DIFFERS.format(number=number, line=_short(line.strip()))
    return ENDS_EARLY if next(words, None) is not None else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
