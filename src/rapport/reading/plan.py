"""What a follow-up plan says: its steps, each with who, when and what, and what the brief's people are owed.

A step is a line, a bullet, a numbered line or a table row, or a part of a paragraph that turns to another time or
another person. No judgement is made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .brief import Brief
from .cues import Act
from .dates import dates
from .duties import Duties, Promise, Referral, duties
from .plan_clock import clock, conditions
from .plan_cut import between, cut
from .plan_month_names import without_names
from .plan_people import cast, mentions
from .plan_steps import PlanStep, StepMaker
from .situation import situation
from .text import Token

__all__ = ["Loop", "Plan", "PlanStep", "duties", "plan"]


@dataclass(frozen=True)
class Loop:
    """A name passed on, the steps that act on it, and those after which the giver hears of it."""

    referral: Referral
    acted: tuple[PlanStep, ...]
    told: tuple[PlanStep, ...]

    @property
    def closed(self) -> bool:
        """Whether the name is used and the giver hears what came of it."""
        return bool(self.acted and self.told)


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

    def toward(self, name: str) -> tuple[PlanStep, ...]:
        """The steps that go to this person."""
        return tuple(step for step in self.steps if name in step.toward and not step.left_out)

    def intervals(self, name: str) -> tuple[int, ...]:
        """The days from each touch of a person to the next, in the order of time; undated steps are left out."""
        days = sorted({step.first for step in self.toward(name) if step.first})
        return tuple((after - before).days for before, after in zip(days, days[1:]))

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
    def loops(self) -> tuple[Loop, ...]:
        """Every name passed on in the brief, with what the plan does about it."""
        return tuple(self._loop(referral) for referral in self.duties.referrals)

    def _loop(self, referral: Referral) -> Loop:
        named = tuple(step for step in self.naming(referral.third) if not step.left_out)
        acted = self.toward(referral.third) or named
        after = [step for step in self.naming(referral.giver) if acted and step.start >= acted[0].start]
        told = tuple(step for step in after if "tell" in step.acts or "thanks" in step.acts and step is not acted[0])
        return Loop(referral, acted, told)

    @property
    def people(self) -> frozenset[str]:
        """Everybody of the brief whom a step names."""
        return frozenset().union(*(step.people for step in self.steps))


def plan(text: str, words: tuple[Token, ...], brief: Brief, today: date) -> Plan:
    """The plan in ``text`` of the tokens ``words``; dates count from the brief's event if it names one, else from
    ``today``."""
    owed = duties(brief, today)
    anchor = owed.event or today
    place, company = situation(brief), cast(brief, owed.referrals)
    whens = without_names(text, words, dates(text, anchor, brief.locale), company)
    whens = tuple(sorted((*whens, *conditions(text, whens)), key=lambda when: when.start))
    spoken = mentions(text, words, company, whens)
    when_from = clock(brief, anchor, tuple((who.first, who.note) for who in place.people))
    maker = StepMaker(text, words, place, company, whens, spoken, when_from)
    for piece in cut(text, whens, spoken):
        maker.take(piece, between(whens, piece.start, piece.end), between(spoken, piece.start, piece.end))
    return Plan(tuple(maker.steps), owed, anchor, tuple(maker.acts))


def _touches(found: frozenset[str], matter: dict[str, float]) -> bool:
    """Whether one weighty word, or two lighter ones, of ``matter`` are found; "mic" will do for "microphone"."""
    reached = sum(value for key, value in matter.items() if any(_is_short_for(word, key) for word in found))
    return reached >= min(1.0, max(matter.values(), default=1.0))


def _is_short_for(word: str, key: str) -> bool:
    return word == key or len(word) >= 3 and (key.startswith(word) or len(key) >= 4 and word.startswith(key))
