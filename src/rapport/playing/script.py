"""Turns a play into lines, as in a printed play; widget, terminal and transcript show these."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from .scene import Turn
from .session import Session

TIME, DEED, THEM, YOU, YOUR_DEED, TEXT = "time", "deed", "them", "you", "your deed", "text"
_DIRECTION = re.compile(r"\(([^()]*[.!?…”])\)")
WIDTH = 80


@dataclass(frozen=True)
class Line:
    """One line: when it is, what happens, or what somebody says, does or writes."""

    kind: str
    text: str


def spoken(text: str, mine: bool = False) -> list[Line]:
    """What is said, with each stage direction on a line of its own.

    A stage direction is a whole sentence in parentheses; any other aside stays in its sentence.
    """
    kinds = (YOU, YOUR_DEED) if mine else (THEM, DEED)
    parts = enumerate(_DIRECTION.split(text))  # speech and directions take turns
    return [Line(kinds[index % 2], part.strip()) for index, part in parts if part.strip()]


def opening(turn: Turn) -> list[Line]:
    """What is heard and seen before the learner answers a turn."""
    return [*([Line(TIME, turn.at)] if turn.at else []), *spoken(turn.says)]


def answer(said: object, written: bool) -> list[Line]:
    """What the learner said or did, or the text they wrote."""
    return [Line(TEXT, str(said))] if written else spoken(str(said), mine=True)


def lines(session: Session) -> list[Line]:
    """The whole play so far, up to what waits for an answer or to the ending's text."""
    scene, found = session.scene, []
    for step in session.steps:
        found += opening(scene.turns[step.turn]) + answer(step.said, isinstance(step.move, str)) + spoken(step.reply)
    if session.over:
        return [*found, *spoken(scene.endings[session.ending].says)]
    return found + opening(session.turn)


def transcript(session: Session) -> str:
    """The play so far as plain text, wrapped at 80 columns."""
    scene = session.scene
    head = [scene.title, "=" * len(scene.title), "", *textwrap.wrap(scene.setting, WIDTH), ""]
    return "\n".join([*head, *(as_text(line, scene.counterpart.name) for line in lines(session))]).strip() + "\n"


def as_text(line: Line, name: str) -> str:
    """One line as plain text, ended by an empty line."""
    if line.kind == TIME:
        return f"— {line.text} —\n"
    if line.kind in (DEED, YOUR_DEED):
        who = "You: " if line.kind == YOUR_DEED else ""
        return _wrapped(f"({who}{line.text})")
    return _wrapped(line.text, f"{name}: " if line.kind == THEM else "You write: " if line.kind == TEXT else "You: ")


def _wrapped(text: str, label: str = "") -> str:
    paragraphs = (label + text).splitlines()
    wrapped = (textwrap.wrap(paragraph, WIDTH, subsequent_indent="  ") or [""] for paragraph in paragraphs)
    return "\n".join(line for lines in wrapped for line in lines) + "\n"
