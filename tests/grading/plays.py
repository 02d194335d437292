"""An assignment that asks for a played scene, and a class that hands it in: honest, clumsy or hostile."""

import copy
import json
from pathlib import Path

import yaml

from rapport.answers import MOVES
from rapport.playing import Session, load_scene
from rapport.playing.transcripts import write

from submissions import SCRIPT, cell_of

NAME, ANSWER, SCENE, POINTS = "a-play", "the-play", "the-strap", 20
WRITTEN = Path(__file__).resolve().parents[1] / "playing/written.yaml"


def text() -> str:
    """A good message for the scene's written turn."""
    return yaml.safe_load(WRITTEN.read_text("utf-8"))[SCENE][0]["text"]


def play(scene: str, *picks: int, words: str = "") -> Session:
    """A finished play: these choices first, then always the first open one; ``words`` where something is written."""
    session, picks = Session(load_scene(scene)), list(picks)
    while not session.over:
        if session.turn.write:
            session = session.write(words or text())
        else:
            session = session.choose(picks.pop(0) if picks else min(session.choices))
    return session


def best() -> Session:
    """The play of the source assignment, which reaches the best ending."""
    return play(SCENE, 1, 0, 1, 2, 2, 1)


def middling() -> Session:
    """A play with mistakes that reaches an ending in between."""
    return play(SCENE, 0, 0, 1, 0, 0, 1)


def assignment() -> str:
    """The source notebook, as an instructor writes it."""
    settings = {"grade": True, "solution": True, "grade_id": ANSWER, "points": POINTS, "locked": False,
                "schema_version": 3, "task": False, "cell_type": "code"}
    source = f"%%played {SCENE}\n### BEGIN SOLUTION\n{write(best())}\n### END SOLUTION"
    cells = [
        {"id": "task", "cell_type": "markdown", "metadata": {}, "source": "# A play\n\nPlay the scene to its end."},
        _code("scene", f'rapport.play("{SCENE}")', tags=["hidden"]),
        _code(ANSWER, source, nbgrader=settings),
    ]
    metadata = {"rapport": {"course": True},
                "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _code(name: str, source: str, **metadata: object) -> dict:
    return {"id": name, "cell_type": "code", "metadata": metadata, "source": source, "outputs": [],
            "execution_count": None}


def forged_ending() -> str:
    """The words of the best ending under the moves of another."""
    scene, told = load_scene(SCENE), write(middling())
    words, _, moves = told.rpartition(f"\n{MOVES}")
    ending = scene.endings[middling().ending].says.split(" ", 3)[0]
    start = words.rindex(ending)
    return f"{words[:start]}{scene.endings[scene.best].says}\n{MOVES}{moves}"


def edited_line() -> str:
    """One line of a middling play says something wiser, and holds a script."""
    session = middling()
    return write(session).replace("stay in touch!", f"talk on Thursday! {SCRIPT}", 1)


def swapped_moves() -> str:
    """The words of a middling play over the moves of the best one."""
    words, _, _ = write(middling()).rpartition(f"\n{MOVES}")
    _, _, moves = write(best()).rpartition(f"\n{MOVES}")
    return f"{words}\n{MOVES}{moves}"


def number_for_text() -> str:
    """The best play with the number of the best reply in place of the message."""
    session = best()
    moves = [2 if isinstance(move, str) else move for move in session.moves]
    return write(Session(session.scene, moves))


def with_moves(moves: str) -> str:
    """The words of the best play over whatever stands in place of its moves."""
    words, _, _ = write(best()).rpartition(f"\n{MOVES}")
    return f"{words}\n{MOVES} {moves}"


def unfinished() -> str:
    """A play that was left before its end."""
    return write(best().undo())


FORGED = {
    "another-scene": lambda: write(play("the-heart-ward")),
    "bomb": lambda: with_moves("[" * 100_000),
    "edited-line": edited_line,
    "forged-ending": forged_ending,
    "huge-number": lambda: with_moves(f"[{'9' * 100_000}]"),
    "million": lambda: "Well. " * 170_000 + write(best()),
    "no-json": lambda: with_moves("__import__('os').abort()"),
    "no-moves": lambda: write(best()).rpartition(f"\n{MOVES}")[0],
    "not-a-number": lambda: with_moves("[NaN, Infinity, true]"),
    "null-bytes": lambda: write(best()).replace("You: ", "You: \x00", 1),
    "number-for-text": number_for_text,
    "surrogates": lambda: with_moves('[1, 0, 1, "\\ud800", 2, 2, 1]') + "\ud800",
    "swapped-moves": swapped_moves,
    "truncated": lambda: write(best())[: len(write(best())) // 2],
    "unfinished": unfinished,
}
"""What brings no marks and waits for a person, by the learner who hands it in."""

HONEST = {
    "best": lambda: f"%%played {SCENE}\n{write(best())}",
    "lost-line": lambda: write(best()),
    "middling": lambda: f"%%played {SCENE}\n{write(middling())}",
    "mistyped-line": lambda: f"%Played the strap\n{write(best())}",
    "script-in-message": lambda: f"%%played {SCENE}\n{write(play(SCENE, 1, 0, 1, words=f'Dear Mr Demir {SCRIPT}'))}",
    "spaced": lambda: f"%%played {SCENE}\n" + write(best()).replace("\n\n", "\n \n\n"),
}

CLASS = {name: lambda make=make: f"%%played {SCENE}\n{make()}" for name, make in FORGED.items()} | HONEST


def hand_in(released: dict, source: str) -> str:
    """The released notebook with ``source`` in the answer's cell."""
    notebook = copy.deepcopy(released)
    cell_of(notebook, ANSWER)["source"] = source
    return json.dumps(notebook)
