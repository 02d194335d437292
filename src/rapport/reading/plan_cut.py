"""Cuts a plan into the pieces that are steps: lines, bullets, numbered lines, table rows, or parts of a paragraph.

A new step begins where the writer turns to another time or another person, as a line's start, a sentence or, in one
long breath without stops, a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from .dates import When
from .plan_people import Mention
from .text import fold, sentence_spans

RUN_ON = 190
"""A sentence of more characters than this, with several times or people in it, is cut at its clauses."""
CLOSE = 260
"""A step of a paragraph takes in what follows without a time up to this many characters."""

MARKED = re.compile(r"\s*(?:[-*•–—>▪·+]|\(?\d{1,2}[.):]|\(?[a-z]\)|[ivxIVX]{1,4}[.)]|[A-Z]\d?[.)]|step \d+"
                    r"|item the \w+)"
                    r"\s*", re.IGNORECASE)
_RETRY = re.compile(
    r"\W*(?:and |but |or |then )*(?:if|unless|whether|no |not |nothing|silence|quiet|without|still |otherwise"
    r"|should|in case"
    r"|when (?:he|she|they|nobody|no one)|whoever|failing|else|missed|away|busy|closed|shut)")
_NUMBERED = re.compile(r"\d|(?:st|nd|rd|th|ieth)\b")
_ASKED = re.compile(
    r"\b(?:closed|shut|away|busy|out|quiet|silent|silence|no \w+|not \w+|nothing|missed \w+)\?\s*$")
_LEAD = re.compile(
    r"(?:\W|\b(?:and|then|so|first|next|also|on|the|by|in|at|after|before|about|around|i|we|ill|i'll|i|ask|tell|ring"
    r"|call|see|write|to|text|message|go|till|until|say|of|that|is|this|but|well|ok|now|mid|early|late|end|start)\b)*")
_CLAUSE = re.compile(r"(?:[,;]|(?<=\s)(?:and )?then(?=\s)|\sand(?=\s)|\safter that(?=\s))\s*")


@dataclass(frozen=True)
class Piece:
    """``text[start:end]``: a candidate for a step; ``line`` counts the written lines.

    ``joined`` says that it goes on in the same breath: cut off at "and" or a comma within a sentence;
    ``room`` is the length of its whole line.
    """

    start: int
    end: int
    line: int
    joined: bool = False
    room: int = 0


def cut(text: str, whens: tuple[When, ...], spoken: tuple[Mention, ...]) -> tuple[Piece, ...]:
    """The pieces of a plan, in order; together they hold every word of it."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if re.search(r"\w", m.group())]
    places = _Places(fold(text), whens, spoken)
    listed = len(lines) > 2
    found = []
    for number, (start, end) in enumerate(lines):
        for low, high in _within_line(text, start, end, places, listed):
            stopped = text[:low].rstrip()[-1:] in ".!?;…" or "then" in text[max(0, low - 6):low].lower()
            joined = low > start and not stopped
            found.append(Piece(low, high, number, joined, end - start))
    return tuple(found)


def between(placed: tuple, start: int, end: int) -> tuple:
    """Those of ``placed`` (in order of place) that begin within ``start`` to ``end``."""
    low = bisect_left(placed, start, key=_START)
    return placed[low:bisect_left(placed, end, low, key=_START)]


_START = attrgetter("start")


@dataclass(frozen=True)
class _Places:
    folded: str
    whens: tuple[When, ...]
    spoken: tuple[Mention, ...]

    def times(self, start: int, end: int) -> list[When]:
        return [when for when in between(self.whens, start, end) if not when.past]

    def people(self, start: int, end: int) -> tuple[Mention, ...]:
        return between(self.spoken, start, end)

    def opening(self, start: int, end: int) -> int:
        """Where the first weighty word after a piece's lead words stands."""
        return _LEAD.match(self.folded, start, end).end()

    def timed_at_once(self, start: int, end: int) -> bool:
        """Whether a piece begins with a time."""
        return any(when.start <= self.opening(start, end) + 1 for when in self.times(start, end))

    def turned_to(self, start: int, end: int) -> set[str]:
        """Whom a piece begins with, as the one it goes to."""
        return {one.name for one in self.people(start, end) if one.toward and one.start <= self.opening(start, end) + 6}


def _within_line(text: str, start: int, end: int, places: _Places, listed: bool) -> Iterator[tuple[int, int]]:
    inside = [(start + low, start + high) for low, high in sentence_spans(text[start:end])]
    parts = [part for low, high in inside for part in _clauses(low, high, places)]
    if not parts:
        return
    current = [start, parts[0][1]]
    for low, high in parts[1:]:
        turns = _turns_in_list(current, low, high, places) if listed else _turns(current, low, high, places)
        if turns:
            yield current[0], current[1]
            current = [low, high]
        else:
            current[1] = high
    yield current[0], max(current[1], current[1])


def _turns_in_list(current: list[int], low: int, high: int, places: _Places) -> bool:
    """In a list a line is one step, unless it goes on with another time, or a long one with another person."""
    if _RETRY.match(places.folded, low, high) or _ASKED.search(places.folded, *current):
        return False
    if _only_time(low, high, places):
        return False
    here = places.times(*current)
    if places.timed_at_once(low, high) and here:
        return True
    return high - current[0] > RUN_ON and bool(places.turned_to(low, high)) and _is_another(current, low, high, places)


def _only_time(low: int, high: int, places: _Places) -> bool:
    """Whether a sentence such as "Before 15." says a time and nothing else."""
    return sum(when.end - when.start for when in places.times(low, high)) >= high - low - 3


def _turns(current: list[int], low: int, high: int, places: _Places) -> bool:
    if _RETRY.match(places.folded, low, high):
        before = {one.name for one in places.people(*current)}
        return bool(before) and bool(now := {one.name for one in places.people(low, high)}) and not now & before
    now = places.times(low, high)
    if now and (places.times(*current) or places.people(*current)):
        return True
    if now:
        return high - current[0] > CLOSE
    return _is_another(current, low, high, places) or high - current[0] > 2 * CLOSE


def _is_another(current: list[int], low: int, high: int, places: _Places) -> bool:
    """Whether a piece begins with a person whom the step so far does not go to."""
    before = {one.name for one in places.people(*current)}
    return bool(before) and bool(places.turned_to(low, high) - before)


def _clauses(start: int, end: int, places: _Places) -> Iterator[tuple[int, int]]:
    """A sentence, or the clauses of one that runs on through several times or people."""
    busy = len(places.times(start, end)) + len({one.name for one in places.people(start, end)})
    if end - start <= RUN_ON or busy < 3:
        yield start, end
        return
    marks = [found for found in _CLAUSE.finditer(places.folded, start, end) if found.end() > start]
    stops = [found.end() for found in marks] + [end]
    low = start
    for mark, stop in zip(marks, stops[1:]):
        at = mark.end()
        near = min(stop, at + 60)
        then = "then" in mark.group() and bool(places.times(at, stop) or places.people(at, stop))
        turns = (then or _has_other_day(low, at, stop, places) or places.timed_at_once(at, near)
                 or _opens_another(low, at, near, places))
        if turns and not _RETRY.match(places.folded, at, stop) and not _only_time(low, at, places):
            yield low, max(low + 1, mark.start())
            low = at
    yield low, end


def _opens_another(low: int, at: int, near: int, places: _Places) -> bool:
    now = places.turned_to(at, near)
    if re.match(r"\W*(?:for|of|from|with|by)\b", places.folded[at:near]):
        return False
    begun = places.people(low, at) or places.times(low, at)
    return bool(now) and at - low > 25 and bool(begun) and not now & {
        one.name for one in places.people(low, at)
    }


def _has_other_day(low: int, at: int, stop: int, places: _Places) -> bool:
    """Whether a clause names a day by its number after the step so far has one; "by the 9th" is only a limit."""
    def days(start: int, end: int) -> list[When]:
        return [when for when in places.times(start, end) if when.kind == "day" and _NUMBERED.search(
            places.folded, when.start, when.end) and not places.folded.startswith(("by ", "before "), when.start)]
    return bool(days(low, at)) and bool(days(at, stop))
