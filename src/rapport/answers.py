"""Finds a learner's prose, and what it answers, in the source of a cell.

An answer is a code cell whose first line names a brief (``%%draft BRIEF`` or
``%%plan BRIEF``) with prose under it, a scene (``%%played SCENE``) with the
transcript of a play, or a question to look back on (``%%reflect SLUG``) that a
person reads. Learners mistype that line, type above it or lose it;
nbgrader adds marker lines of its own. The page and the grader both take the
prose from here, so that they read the same text.
"""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

COMMANDS = ("draft", "plan", "played", "reflect")
PLACEHOLDERS = (
    "Write your message here.",
    "Write your plan here, one step a line.",
    "Play the scene above to its end, then run this cell.",
    "Write here what you think, looking back.",
)
"""What stands in an answer that nobody has begun, by its command."""
BRIEF, SCENE, QUESTION = "brief", "scene", "question"
"""What an answer can be to."""
MOVES = "Moves, for checking:"
"""How the last line of a transcript begins."""

_KINDS = {"draft": BRIEF, "plan": BRIEF, "played": SCENE, "reflect": QUESTION}
_MAGIC = re.compile(r"\s*[%％]{1,3}[ \t]*(?P<command>[A-Za-z]{3,8})\b[:.,]?[ \t]*(?P<rest>.*)")
_BARE = re.compile(r"\s*(?P<command>draft|plan|played|reflect)[ \t]+(?P<rest>[a-z0-9]+(?:-[a-z0-9]+)+)\s*")
_MARKER = re.compile(r"\s*#+\s*(?:BEGIN|END)\s+SOLUTION\s*", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Answer(NamedTuple):
    """The id of the brief, scene or question (None where no line names one) and the prose alone."""

    subject: str | None
    prose: str


class _Line(NamedTuple):
    command: str
    subject: str | None
    prose: str


def answer_text(source: str) -> Answer:
    """Take what is answered, and the prose, out of a cell's ``source``.

    A slightly mistyped first line (``%draft``, ``%% Draft``, ``%%darft``) still
    counts; prose above it, or after the id on the same line, is kept. The id is
    only read here, not looked up; ``kind_named`` says what it is an id of.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found, kept, begun = None, [], False
    for line in lines:
        if _MARKER.fullmatch(line):
            continue
        seen = _read_line(line, first=not begun)
        begun = begun or seen is not None or bool(line.strip())
        if seen is None:
            kept.append(line)
            continue
        if found is None or found.subject is None:
            found = seen
        if seen.prose:
            kept.append(seen.prose)
    return Answer(found.subject if found else None, _without_placeholder(kept))


def command_named(source: str) -> str | None:
    """Which of the commands the cell's source names; None where it names none."""
    lines = [line for line in source.splitlines() if line.strip() and not _MARKER.fullmatch(line)]
    seen = (_read_line(line, first=number == 0) for number, line in enumerate(lines))
    return next((line.command for line in seen if line), None)


def kind_named(source: str) -> str | None:
    """What the cell's source answers, BRIEF, SCENE or QUESTION; None where it names no command."""
    return _KINDS.get(command_named(source) or "")


def holds_moves(source: str) -> bool:
    """Whether a line of the text begins as the last line of a transcript does."""
    return any(line.lstrip().startswith(MOVES) for line in source.split("\n"))


def is_untouched(prose: str) -> bool:
    """Whether nothing has been written: an empty answer or the text that stood there to be replaced."""
    return not prose.strip() or _plain(prose) in _UNTOUCHED


def _read_line(line: str, first: bool) -> _Line | None:
    match = _MAGIC.fullmatch(line) or (_BARE.fullmatch(line) if first else None)
    if not match:
        return None
    command = difflib.get_close_matches(match["command"].lower(), COMMANDS, n=1, cutoff=0.7)
    return _Line(command[0], *_subject_and_prose(match["rest"])) if command else None


def _subject_and_prose(rest: str) -> tuple[str | None, str]:
    """Split what follows the command; ``after the event`` and ``After_the_Event`` are ``after-the-event``."""
    first, _, prose = rest.strip().partition(" ")
    name = first.strip("\"'“”‘’`<>.,:;").lower().replace("_", "-")
    if prose and "-" not in name:
        name, prose = "-".join(rest.lower().split()), ""
        if not _SLUG.fullmatch(name) or name.count("-") > 5:
            return None, rest.strip()
    return (name, prose.strip()) if _SLUG.fullmatch(name) else (None, rest.strip())


def _without_placeholder(lines: list[str]) -> str:
    prose = "\n".join(lines).strip()
    if is_untouched(prose):
        return prose
    return "\n".join(line for line in lines if not line.strip() or not is_untouched(line)).strip()


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


_UNTOUCHED = frozenset(map(_plain, PLACEHOLDERS))
