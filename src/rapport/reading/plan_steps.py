"""The steps of a plan, made one after the other: what stands before lends headings, pronouns and distances."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .cues import Act, lexicon, tag
from .dates import When
from .matter import stem, weight
from .plan_clock import Clock
from .plan_cut import MARKED, Piece
from .plan_own_time import own_time
from .plan_people import Cast, Mention, carried
from .plan_signs import LEFT_OUT, SILENT, has_blank_cell, is_heading, is_table_head, silence
from .plan_times import Told, settle
from .situation import Situation, names_in
from .text import Sentence, Token, fold, sentence_spans

_NO_PERSON = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|w/c|week|wk|linkedin|easter"
    r"|christmas)")
_SAME_BREATH = re.compile(r"\W*(?:and )?(?:to|with|also|ask|tell|thank|send|give|write|bring|ring|text)\b")


@dataclass(frozen=True)
class PlanStep:
    """One step: the people of the brief it names, others it names, its times, and what it does.

    ``toward`` are those the step goes to, first named first; others of ``people`` and ``others`` are only spoken of.
    ``words`` are all its words as they were meant. ``when`` is the time of the step itself, ``retry`` the one set for
    the case that no answer comes, and ``silence`` the words for that case. ``left_out`` says that the step sets
    somebody aside on purpose.
    """

    start: int
    end: int
    text: str
    people: frozenset[str]
    others: frozenset[str]
    new_person: bool
    whens: tuple[When, ...]
    acts: frozenset[str]
    words: tuple[Token, ...]
    toward: tuple[str, ...] = ()
    when: When | None = None
    retry: When | None = None
    silence: str = ""
    left_out: bool = False

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its weighty words."""
        return frozenset(stem(word.key) for word in self.words if weight(word.key))

    @property
    def first(self) -> date | None:
        """The earliest day of the step's own time, where it can be resolved."""
        return self.when.first if self.when else None

    @property
    def last(self) -> date | None:
        """The latest day of its own time and of its second try, where they can be resolved."""
        return max((when.last for when in (self.when, self.retry) if when and when.last), default=None)

    def names(self, *who: str) -> bool:
        """Whether it names one of these people."""
        return bool((self.people | self.others) & set(who))


class StepMaker:
    """Makes the steps one after the other: headings, pronouns and distances carry on from what stands before."""

    def __init__(self, text: str, words: tuple[Token, ...], place: Situation, company: Cast, whens: tuple[When, ...],
                 spoken: tuple[Mention, ...], at: Clock) -> None:
        self.text, self.place, self.company, self.whens, self.spoken, self.at = text, place, company, whens, spoken, at
        self.words, self.starts = words, [word.start for word in words]
        self.steps: list[PlanStep] = []
        self.acts: list[Act] = []
        self.told: tuple[Told, ...] = ()
        self.heading: tuple[tuple[When, ...], tuple[Mention, ...]] = ((), ())
        self.known = frozenset().union(*(p.forms for p in place.people), place.sender.forms)
        self.line = self.seen = -1

    def take(self, piece: Piece, whens: tuple[When, ...], spoken: tuple[Mention, ...]) -> None:
        """The next piece: a heading, a title or a step."""
        line = self.text[piece.start:piece.end]
        found = self._sentences(piece)
        words = [token for sentence in found for token in sentence.tokens]
        if not words or is_table_head(line, words, whens, spoken):
            return
        whole = piece.line != self.seen and self.text[piece.end:].lstrip(" \t")[:1] in ("", "\n")
        self.seen = piece.line
        if whole and is_heading(line, piece.start, whens, spoken, words):
            settled = settle(self.text, whens, self.told, frozenset(one.name for one in spoken), self.at)
            self.heading = (settled or (() if spoken else self.heading[0]), spoken)
            return
        tagged = [act for sentence in found for act in tag(sentence, lexicon("cues-plan.txt"))]
        if self._is_title(piece, line, whens, spoken, {act.kind for act in tagged}):
            return
        if re.search(r"\n\s*\n", self.text[:piece.start][-3:]) and not MARKED.match(line):
            self.heading = ((), ())
        self.acts += [Act(act.kind, act.start, act.end, len(self.steps)) for act in tagged]
        self._add(piece, whens, spoken, words, tagged)

    def _sentences(self, piece: Piece) -> list[Sentence]:
        """The sentences of a piece, with the words that were found once for the whole text."""
        found = []
        for low, high in sentence_spans(self.text[piece.start:piece.end]):
            start, end = piece.start + low, piece.start + high
            inside = self.words[bisect_left(self.starts, start):bisect_left(self.starts, end)]
            if inside:
                found.append(Sentence(len(found), start, end, self.text[start:end], inside))
        return found

    def _add(self, piece: Piece, whens, spoken, words: list[Token], tagged: list[Act]) -> None:
        text = self.text[piece.start:piece.end]
        people = {one.name for one in spoken}
        toward = tuple(dict.fromkeys(one.name for one in spoken if one.toward)) or tuple(one.name for one in spoken[:1])
        if not people and self.heading[1]:
            toward = tuple(dict.fromkeys(one.name for one in self.heading[1]))
        elif not people:
            toward = self._carried(piece, whens)
        people |= set(toward)
        settled = settle(self.text, whens, self.told, frozenset(people), self.at)
        aligned = settled or self.heading[0] or self._column(piece)
        kinds = frozenset(act.kind for act in tagged)
        silent = silence(text, piece.start)
        when, retry = own_time(aligned, self.text, piece, silent)
        self.steps.append(PlanStep(
            piece.start, piece.end, text, frozenset(people - self.company.thirds) | self._also(people),
            frozenset(people & self.company.thirds), "new-person" in kinds or self._names_another(text), aligned, kinds,
            tuple(words), toward, when, retry, self.text[silent[0]:silent[1]] if silent else "",
            bool(LEFT_OUT.search(fold(text))) and not (whens and _is_timed(when, self.at.anchor)) and not silent,
        ))
        self.line = piece.line
        if when and when.first and not when.past:
            self.told += (Told(when.first, self.steps[-1].stems),)

    def _also(self, people: set[str]) -> frozenset[str]:
        """People of the brief who were also passed on as a name."""
        return frozenset(who.first for who in self.place.people if who.first in people)

    def _carried(self, piece: Piece, whens: tuple[When, ...]) -> tuple[str, ...]:
        text = self.text[piece.start:piece.end]
        last = self.steps[-1].toward if self.steps and not self.steps[-1].left_out else ()
        same_line, self.line = piece.line == self.line, piece.line
        lead = max((when.end - piece.start for when in whens if when.start - piece.start < 8), default=0)
        listed = same_line and lead and len(last) == 1 and piece.room < 300 and self.text.count("\n") > 1
        return last if listed or has_blank_cell(text) else carried(fold(text[lead:]), last, same_line)

    def _column(self, piece: Piece) -> tuple[When, ...]:
        """The time of the row above, where a table row leaves its first cell empty; or of the same breath."""
        text = self.text[piece.start:piece.end]
        blank = re.match(r"\s*\|\s*\||\t", text)
        breath = piece.joined and _SAME_BREATH.match(fold(text))
        last = self.steps[-1] if self.steps else None
        return (last.when,) if last and last.when and (blank or breath) else ()

    def _names_another(self, text: str) -> bool:
        names = (fold(name) for name in names_in(text)[:6])
        return any(not set(name.split()) & self.known and not _NO_PERSON.match(name) for name in names)

    def _next_word(self, at: int) -> int:
        """Where the first word of the next line stands; 0 where there is none."""
        found = re.compile(r"[^\n]*\n\s*(?:[-*•–] )?(?=\w)").match(self.text, at)
        return found.end() if found else 0

    def _is_title(self, piece: Piece, line: str, whens, spoken, kinds: set[str]) -> bool:
        """A line above a list that is no step: no person, no day, nothing done."""
        opens = any(when.first and when.start < piece.start + 12 for when in whens)
        if self.steps or spoken or opens:
            return False
        rest = self.text[piece.end:]
        counts = "everyone" in kinds and re.search(r"\d", line)
        if not rest.strip() or "\n" not in rest or counts or SILENT.search(fold(line)) or "gives-up" in kinds:
            return False
        after = next((part for part in rest.split("\n")[1:] if part.strip()), "")
        same = bool(MARKED.match(line)) == bool(MARKED.match(after)) and not re.search(r"[:!]\s*$|^\s*\(", line)
        at = self._next_word(piece.end)
        timed = at and any(one.start <= at < one.end for one in (*self.whens, *self.spoken))
        return not same or bool(timed) or not MARKED.match(line) and len(line.split()) <= 4


def _is_timed(when: When | None, anchor: date) -> bool:
    """Whether a step has a day of its own within a year."""
    if when is None or when.kind in ("event", "recurring"):
        return False
    return when.first is None or (when.first - anchor).days <= 300
