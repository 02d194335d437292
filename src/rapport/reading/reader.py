"""Reads a draft beside its brief: sentences, acts, dates, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .brief import Brief
from .cues import Act, tag
from .dates import When, dates
from .matter import overlap, stem, stems, wordlist
from .message import Message, message
from .plan import Plan, plan
from .situation import Situation, situation
from .text import ANALYSED, Sentence, fold, sentences

PLACEHOLDERS = ("write your message here", "write your plan here", "write your plan here, one step a line")
EMPTY = "Nothing is written yet."
LONG = "This text is very long, so only its first part was read. A short one has more chance of being answered."
FOREIGN = "This does not look like English, so it could not be read with certainty. A person should look at it."
WORDLESS = "There are too few words here to read."
RECITED = "This names the parts of a good answer instead of being one. Write to the person, in plain words."
COPIED = "Much of this is copied from the brief. Say it in your own words, to the person."

Tagger = Callable[[Sentence], tuple[Act, ...]]


@dataclass(frozen=True)
class Reading:
    """What a draft says. Exactly one of ``message`` and ``plan`` is set.

    A message's acts point to its sentences, a plan's to its steps.
    ``notice`` is a sentence for the learner where the draft is no normal answer;
    ``empty`` that nothing is written, ``doubtful`` that a person should decide.
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
    notice: str = ""
    empty: bool = False
    doubtful: bool = False

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
        return overlap(frozenset().union(*map(stems, self.sentences)), matter)

    def touches(self, index: int, matter: dict[str, float]) -> bool:
        """Whether the sentence at ``index`` carries something of a matter of the brief."""
        return overlap(stems(self.sentences[index]), matter) >= 1

    def around(self, act: Act) -> tuple[int, int]:
        """The bounds of the sentence or step that an act stands in."""
        holder = (self.plan.steps if self.plan else self.sentences)[act.sentence]
        return holder.start, holder.end


def read(text: str, brief: Brief, today: date | None = None, tagger: Tagger = tag) -> Reading:
    """The reading of ``text`` as an answer to ``brief`` on the day ``today`` (default: now).

    Never raises on any text. ``tagger`` gives a sentence's acts.
    """
    today = today or date.today()
    analysed = text[:ANALYSED]
    bare = re.sub(r"[\W_]+", " ", fold(analysed)).strip()
    found = sentences(analysed)
    empty = not bare and not re.search(r"[^\s\u200b-\u200f\ufeff\x00]", analysed) or _is_placeholder(analysed)
    notice, doubtful = ("", False) if empty else _odd(text, found, brief)
    notice = EMPTY if empty else notice
    place = situation(brief)
    if brief.is_plan:
        steps = plan(analysed, brief, today)
        return Reading(text, brief, today, place, found, steps.acts, (), None, steps, notice, empty, doubtful)
    acts = tuple(act for sentence in found for act in tagger(sentence))
    whens = dates(analysed, today, brief.locale)
    said = message(found, acts, whens, brief, place, analysed)
    return Reading(text, brief, today, place, found, acts, whens, said, None, notice, empty, doubtful)


def _is_placeholder(text: str) -> bool:
    return fold(text).strip().rstrip(".") in PLACEHOLDERS


def _odd(text: str, found: tuple[Sentence, ...], brief: Brief) -> tuple[str, bool]:
    words = [token.key for sentence in found for token in sentence.tokens if token.key.isalpha()]
    if len(words) < 3:
        return WORDLESS, True
    share = sum(word in wordlist("english") for word in words) / len(words)
    if len(words) >= (25 if brief.is_plan else 12) and share < (0.03 if brief.is_plan else 0.12):
        return FOREIGN, True
    if len({stem(word) for word in words} & set(map(stem, wordlist("rubric")))) >= 5:
        return RECITED, True
    if _is_copied(words, brief):
        return COPIED, True
    return (LONG, True) if len(text) > ANALYSED else ("", False)


def _is_copied(words: list[str], brief: Brief) -> bool:
    """Whether more than half of the draft's runs of five words stand in the brief as they are."""
    single = (brief.event, brief.relationship, brief.owed, brief.need, brief.recipient)
    parts = (*single, *brief.facts, *brief.can_give, *brief.people)
    source = " ".join(re.findall(r"[^\W\d_]+", fold(" ".join(parts)).replace("'", "")))
    runs = [" ".join(words[at:at + 5]) for at in range(len(words) - 4)]
    return len(runs) >= 8 and sum(run in source for run in runs) * 2 > len(runs)
