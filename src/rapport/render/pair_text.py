"""The three sheets of a scene on paper as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from functools import singledispatch

from ..playing.pairing import Answer, Track
from ..playing.script import DEED, WIDTH, YOU, YOUR_DEED, Line
from ..playing.telling import number
from .pair_words import Answers, Block, Box, Boxes, Heading, Items, Room, Said, Sheet, Words

BLANK = "_" * 60


def sheets_text(title: str, sheets: Iterable[Sheet]) -> str:
    """All sheets below each other, wrapped at 80 columns."""
    parts = [title]
    for sheet in sheets:
        parts += [f"{sheet.title}\n{'=' * len(sheet.title)}", *map(_shown, sheet.blocks)]
    return "\n\n".join(parts) + "\n"


def in_print(line: Line) -> str:
    """A line as in a printed play: directions and deeds in brackets, what the player says between quotes."""
    if line.kind in (DEED, YOUR_DEED):
        return f"({line.text})"
    return f"“{line.text}”" if line.kind == YOU else line.text


def _lines(lines: Iterable[Line]) -> str:
    return " ".join(map(in_print, lines))


def _wrapped(text: str, first: str = "") -> str:
    later = " " * len(first)
    paragraphs = text.splitlines() or [""]
    return "\n".join(textwrap.fill(part, WIDTH, initial_indent=first if at == 0 else later, subsequent_indent=later)
                     for at, part in enumerate(paragraphs))


@singledispatch
def _shown(block: Block) -> str:
    raise TypeError(f"no plain text for {type(block).__name__}")


@_shown.register
def _(block: Heading) -> str:
    return f"{block.text}\n{'-' * len(block.text)}"


@_shown.register
def _(block: Words) -> str:
    return _wrapped(block.text)


@_shown.register
def _(block: Items) -> str:
    marks = (f"{at}. " if block.numbered else "- " for at in range(1, len(block.texts) + 1))
    return "\n".join(_wrapped(text, mark) for mark, text in zip(marks, block.texts, strict=True))


@_shown.register
def _(block: Said) -> str:
    return _wrapped(f"{block.before} {_lines(block.lines)}".strip())


@_shown.register
def _(block: Boxes) -> str:
    return "\n".join(map(_box, block.boxes))


def _box(box: Box) -> str:
    name = box.name + (":" if box.words and not box.lines else ".")
    return _wrapped(" ".join(filter(None, (name, box.words, _lines(box.lines)))), "[x] " if box.ticked else "[ ] ")


@_shown.register
def _(block: Track) -> str:
    words = f" ({block.words})" if block.words else ""
    return _wrapped(f"{block.name}{words} starts at {number(block.start)}: ____")


@_shown.register
def _(block: Answers) -> str:
    return "\n".join(_answer(answer, "If " if block.written else "") for answer in block.answers)


def _answer(answer: Answer, before: str) -> str:
    only = f" [only if {answer.only}]" if answer.only else ""
    first = f"{answer.key:<4}"
    reply = _wrapped(_lines(answer.reply), " " * len(first) + "-> ")
    onward = _wrapped("; ".join((*answer.count, answer.onward)), " " * len(first) + "=  ")
    return f"{_wrapped(before + _lines(answer.heard) + only, first)}\n{reply}\n{onward}"


@_shown.register
def _(block: Room) -> str:
    return f"{block.question}\n{BLANK}\n{BLANK}"
