"""Reads a draft beside its brief: sentences, acts, dates, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from .brief import Brief
from .cues import Act, tag
from .dates import When, dates
from .matter import overlap, stems, touched
from .message import Message, message
from .oddities import Oddity, oddity
from .situation import Situation, situation
from .spelling import mended
from .text import ANALYSED, Sentence, fold, sentences, tokens

if TYPE_CHECKING:
    from .plan import Plan

PLACEHOLDERS = ("write your message here", "write your plan here", "write your plan here, one step a line")
EMPTY = "Nothing is written yet."

Tagger = Callable[[Sentence], tuple[Act, ...]]


@dataclass(frozen=True)
class Reading:
    """What a draft says. Exactly one of ``message`` and ``plan`` is set.

    A message's acts point to its sentences, a plan's to its steps.
    ``empty`` says that nothing is written; ``oddity`` why the draft is no normal
    answer, so that a person should decide.
    """

    text: str
    brief: Brief
    today: date
    place: Situation
    sentences: tuple[Sentence, ...]
    acts: tuple[Act, ...]
    whens: tuple[When, ...]
    message: Message | None
    plan: Plan | None
    empty: bool = False
    oddity: Oddity | None = None

    @property
    def notice(self) -> str:
        """A sentence for the learner where the draft is empty or odd, else empty."""
        return EMPTY if self.empty else self.oddity.notice if self.oddity else ""

    @property
    def kind(self) -> str:
        """message or plan."""
        return "plan" if self.plan else "message"

    @property
    def person(self) -> str:
        """The recipient as one would speak of them: a first name, or a title and name."""
        return self.place.recipient.first

    @property
    def gift(self) -> str:
        """What the brief says the sender could give, in its words; empty where it names nothing."""
        return self.brief.can_give[0] if self.brief.can_give else ""

    @property
    def end(self) -> int:
        """The offset where a missing sentence could stand: before the sign-off, else at the end."""
        last = self.sentences[-1] if self.sentences else None
        if last and len(self.sentences) > 1 and last.words <= 5 and not last.asks:
            return self.sentences[-2].end
        return last.end if last else 0

    def doing(self, *kinds: str) -> tuple[Act, ...]:
        """The acts of these kinds, in order."""
        return tuple(act for act in self.acts if act.kind in kinds)

    def does(self, *kinds: str) -> bool:
        """Whether any sentence does one of these."""
        return any(act.kind in kinds for act in self.acts)

    def matter_of(self, matter: dict[str, float]) -> float:
        """How much of a matter of the brief the whole draft touches, as a sum of word weights."""
        return overlap(self._touched, matter)

    def touches(self, index: int, matter: dict[str, float]) -> bool:
        """Whether the sentence at ``index`` carries something of a matter of the brief."""
        return overlap(self._near[index], matter) >= 1

    @cached_property
    def _near(self) -> list[frozenset[str]]:
        """The stems of each sentence, and what of the brief's matters they mean."""
        return [touched(stems(sentence), self.place.slips) for sentence in self.sentences]

    @cached_property
    def _touched(self) -> frozenset[str]:
        """The same of all sentences."""
        return frozenset().union(*self._near)

    def around(self, act: Act) -> tuple[int, int]:
        """The bounds of the sentence or step that an act stands in."""
        holder = (self.plan.steps if self.plan else self.sentences)[act.sentence]
        return holder.start, holder.end


def read(text: str, brief: Brief, today: date | None = None, tagger: Tagger = tag) -> Reading:
    """The reading of ``text`` as an answer to ``brief`` on the day ``today`` (default: now).

    Never raises on any text. ``tagger`` gives a sentence's acts.
    """
    return _read(text, brief, today or date.today(), tagger)


# An answer is judged, shown on a page and told in words, one after the other: it is read once for all three.
@lru_cache(maxsize=4)
def _read(text: str, brief: Brief, today: date, tagger: Tagger) -> Reading:
    analysed = text[:ANALYSED]
    written = tokens(analysed)
    found = sentences(analysed, written)
    empty = not re.search(r"[^\W_]", analysed) and not re.search(r"[^\s\u200b-\u200f\ufeff\x00]", analysed) or _is_placeholder(analysed)
    odd = None if empty else oddity(text[: ANALYSED + 1], found, brief)
    if odd and not odd.most:
        analysed, found, written = "", (), ()  # nothing is read into what cannot be read
    meant = mended(written, analysed, brief)
    if meant is not written:  # what is odd is judged by what was written, all else by what was meant
        found = sentences(analysed, meant)
    place = situation(brief)
    if brief.is_plan:
        from .plan import plan  # whoever writes messages does not wait for the patterns of plans

        steps = plan(analysed, meant, brief, today)
        return Reading(text, brief, today, place, found, steps.acts, (), None, steps, empty, odd)
    acts = tuple(act for sentence in found for act in tagger(sentence))
    whens = dates(analysed, today, brief.locale)
    said = message(found, acts, whens, brief, place, analysed)
    return Reading(text, brief, today, place, found, acts, whens, said, None, empty, odd)


def _is_placeholder(text: str) -> bool:
    return fold(text).strip().rstrip(".") in PLACEHOLDERS
