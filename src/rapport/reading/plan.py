"""What a follow-up plan says: its steps, each with who, when and what, and what the brief's people are owed.

A step is a line, a bullet, a numbered line or a table row; a plan written as one paragraph is cut into
sentences. No judgement is made here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .brief import Brief
from .cues import Act, lexicon, tag
from .dates import When, dates
from .duties import Duties, Promise, duties
from .matter import stem, weight
from .situation import Person, Situation, names_in, situation
from .text import fold, sentences, within_one_edit


_NO_PERSON = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|w/c|week|wk|linkedin|easter"
    r"|christmas)")


@dataclass(frozen=True)
class PlanStep:
    """One step: the people of the brief it names, others it names, its times, and what it does."""

    start: int
    end: int
    text: str
    people: frozenset[str]
    others: frozenset[str]
    new_person: bool
    whens: tuple[When, ...]
    acts: frozenset[str]
    stems: frozenset[str]

    @property
    def first(self) -> date | None:
        """The earliest day it can be resolved to."""
        return min((when.first for when in self.whens if when.first), default=None)

    @property
    def last(self) -> date | None:
        """The latest day it can be resolved to."""
        return max((when.last for when in self.whens if when.last), default=None)

    def names(self, *who: str) -> bool:
        """Whether it names one of these people."""
        return bool((self.people | self.others) & set(who))


@dataclass(frozen=True)
class Plan:
    """The steps in order, with the brief's duties; ``acts`` are all acts of the plan by kind."""

    steps: tuple[PlanStep, ...]
    duties: Duties
    anchor: date
    acts: tuple[Act, ...]

    def doing(self, kind: str) -> tuple[PlanStep, ...]:
        """The steps that do this."""
        return tuple(step for step in self.steps if kind in step.acts)

    def naming(self, *who: str) -> tuple[PlanStep, ...]:
        """The steps that name one of these people."""
        return tuple(step for step in self.steps if step.names(*who))

    @property
    def dated(self) -> tuple[PlanStep, ...]:
        """The steps that have a time."""
        return tuple(step for step in self.steps if step.whens)

    @property
    def start(self) -> int:
        """Where the first step begins."""
        return self.steps[0].start if self.steps else 0

    def keeps(self, promise: Promise) -> tuple[tuple[PlanStep, ...], tuple[PlanStep, ...]]:
        """The steps that keep a promise, and those that may: they name the person but not the matter."""
        near = self.naming(promise.who) if promise.who else self.steps
        said = [step for step in near if promise.who and "promise-kept" in step.acts]
        kept = tuple(step for step in near if step in said or _touches(step.stems, promise.matter))
        return kept, () if kept or not promise.who else tuple(step for step in near if "give" in step.acts)

    @property
    def people(self) -> frozenset[str]:
        """Everybody of the brief whom a step names."""
        return frozenset().union(*(step.people for step in self.steps))


def plan(text: str, brief: Brief, today: date) -> Plan:
    """The plan in ``text``; dates count from the brief's event where it names one, else from ``today``."""
    owed = duties(brief, today)
    anchor = owed.event or today
    whens = dates(text, anchor, brief.locale)
    steps, acts, heading = [], [], ()
    for start, end in _cut(text, whens):
        inside = tuple(when for when in whens if start <= when.start < end)
        lines = sentences(text[start:end])
        words = [token for line in lines for token in line.tokens]
        if _is_heading(text[start:end], inside, words):
            heading = inside or heading
            continue
        tagged = [act for line in lines for act in tag(line, lexicon("cues-plan.txt"))]
        acts += [Act(act.kind, act.start + start, act.end + start, len(steps)) for act in tagged]
        kinds = frozenset(act.kind for act in tagged)
        steps.append(_step(text, (start, end), inside or heading, words, kinds, situation(brief), owed))
        heading = heading if text[start:end].lstrip()[:1] in "-*•" and not inside else ()
    return Plan(tuple(steps), owed, anchor, tuple(acts))


def _step(text: str, span: tuple[int, int], whens, words, kinds, place: Situation, owed: Duties) -> PlanStep:
    start, end = span
    keys = {token.key for token in words}
    people = frozenset(person.first for person in place.people if _mentions(person, words))
    others = frozenset(ref.third for ref in owed.referrals if set(fold(ref.third).split()) & keys)
    new = "new-person" in kinds or _other_name(text[start:end], place)
    found = frozenset(stem(key) for key in keys if weight(key))
    return PlanStep(start, end, text[start:end], people, others, new, whens, kinds, found)


def _is_heading(line: str, whens, words) -> bool:
    label = line.strip().endswith(":") and len(words) <= 6
    dated = sum(when.end - when.start for when in whens)
    return label or bool(whens) and len(words) <= 3 and dated >= len(line.strip(" :-*#")) - 3


def _mentions(person: Person, words) -> bool:
    keys = {token.key for token in words} | {token.key.removesuffix("s") for token in words}
    if person.group:
        return bool({stem(key) for key in keys if weight(key)} & {form for form in person.forms if len(form) > 3})
    if person.forms & keys:
        return True
    return any(len(form) >= 5 and len(key) >= 4 and within_one_edit(key, form) for form in person.forms for key in keys)


def _touches(found: frozenset[str], matter: dict[str, float]) -> bool:
    """Whether one weighty word, or two lighter ones, of ``matter`` are found; "mic" will do for "microphone"."""
    reached = sum(value for key, value in matter.items() if any(_is_short_for(word, key) for word in found))
    return reached >= min(1.0, max(matter.values(), default=1.0))


def _is_short_for(word: str, key: str) -> bool:
    return word == key or len(word) >= 3 and (key.startswith(word) or len(key) >= 4 and word.startswith(key))


def _other_name(line: str, place) -> bool:
    known = frozenset().union(*(p.forms for p in place.people), place.sender.forms)
    return any(not set(fold(name).split()) & known and not _NO_PERSON.match(fold(name)) for name in names_in(line)[:6])


def _cut(text: str, whens):
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if re.search(r"\w", m.group())]
    for start, end in lines:
        if end - start > 170 or len(lines) <= 2:
            yield from _pieces(text, start, end, whens)
        else:
            yield start, end


def _pieces(text: str, start: int, end: int, whens):
    """The sentences of one long line; one without a time belongs to the step before it."""
    pieces = [(start + s.start, start + s.end) for s in sentences(text[start:end])]
    current = None
    for low, high in pieces:
        timed = any(low <= when.start < high for when in whens)
        if current and not timed and high - current[0] < 260:
            current = (current[0], high)
            continue
        if current:
            yield current
        current = (low, high)
    if current:
        yield current
