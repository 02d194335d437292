"""The judgement of a draft: findings of every mistake, then five criteria, then how sure all this is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from .. import catalog
from ..estimating.estimate import Estimate, estimate
from ..estimating.weights import weights
from ..mistakes import Spotter, Wording
from ..reading import Reading, read
from ..reading.brief import Brief
from ..reading.oddities import SCRAMBLED, Oddity
from . import messages, plans
from .likeness import is_scrambled
from .model import MESSAGE_CRITERIA, PLAN_CRITERIA, Assessment, Finding
from .points import points, spread
from .reasons import held_back, reasoned
from .wording import filled, place, wordings

ENOUGH_WORDS = 8
"""Fewer words than this are left to a person, whatever they say."""
QUOTED = 200
"""The longest quote of a finding, in characters."""
DOUBTED, DENIED = 0.1, 0.5
"""A finding whose label the weights do not know is no more than asked where a mark that speaks against it (its
spotter's ``unless``) is so likely in one sentence, and left out from the second value on. Of 1,665 messages that owe a
promise, each read by weights that had not seen its brief, 365 were told that they break it: 56 of a hundred did, by the
marks of their sentences. These limits leave 173 told, of which 79 of a hundred do, and 427 told or asked instead of
884, with 77 of a hundred broken promises among them instead of 93."""


def assess(text: str, brief: Brief, today: date | None = None) -> Assessment:
    """Judge ``text`` as an answer to ``brief`` on the day ``today`` (default: now). Never raises on any text."""
    reading = read(text, brief, today)
    names = PLAN_CRITERIA if brief.is_plan else MESSAGE_CRITERIA
    if reading.empty:
        reasons = dict.fromkeys(names, reading.notice)
        return Assessment(reading.kind, dict.fromkeys(names, 0), reasons, (), True, reading.notice)
    if reading.oddity and (not reading.oddity.most or not reading.sentences):
        return _unread(reading, names)
    rules, beyond_doubt = findings(reading), findings(reading, certain=True)
    ruled = _ruled(reading, rules)
    told = estimate(reading, {found.label: found.sure for found in rules}, {name: p for name, (p, _) in ruled.items()})
    judged = held_back(reasoned(points(told), ruled, reading), beyond_doubt)
    odd = reading.oddity or (SCRAMBLED if is_scrambled(told) else None)
    if odd:
        judged = _capped(judged, odd)
    return Assessment(
        reading.kind, {name: judged[name][0] for name in names}, {name: judged[name][1] for name in names},
        weighed(reading, rules, told, beyond_doubt), not odd and _is_clear(reading, told), odd.notice if odd else "",
    )


def by_rules(reading: Reading) -> tuple[dict[str, bool], dict[str, int]]:
    """What the rules alone make of a reading: each label found and whether for sure, and the points of each criterion.
    """
    found = findings(reading) if reading.sentences else ()
    judged = _ruled(reading, found)
    return {finding.label: finding.sure for finding in found}, {name: given for name, (given, _) in judged.items()}


def _ruled(reading: Reading, found: tuple[Finding, ...]) -> dict[str, messages.Judged]:
    stated = frozenset(finding.label for finding in found if finding.sure)
    return (plans if reading.plan else messages).criteria(reading, stated)


def _is_clear(reading: Reading, told: Estimate) -> bool:
    """Whether there is enough to read and the score is not spread too widely; where it is, a person decides."""
    enough = sum(sentence.words for sentence in reading.sentences) >= ENOUGH_WORDS
    return enough and spread(told.points) <= weights(reading.kind).certain


def weighed(
    reading: Reading, rules: tuple[Finding, ...], told: Estimate, beyond_doubt: tuple[Finding, ...] = (),
) -> tuple[Finding, ...]:
    """The findings that the weights bear out, in order of place: stated, or put as a question, by their probability.

    A label that the weights do not know is left to its spotter, unless a mark speaks against it. What is
    ``beyond_doubt`` is stated.
    """
    known = weights(reading.kind)
    spotted = {finding.label: finding for finding in rules}
    found = {finding.label: doubted for finding in rules if finding.label not in told.labels
             and (doubted := _doubted(finding, reading.kind, told))}
    worded = _worded_labels(reading.kind)
    for label, chance in told.labels.items():
        if chance >= known.asked and (label in spotted or label in worded):
            finding = spotted.get(label) or _worded(*worded[label], reading, told)
            found[label] = replace(finding, sure=chance >= known.stated)
    found |= {finding.label: finding for finding in beyond_doubt}
    return tuple(sorted(found.values(), key=lambda finding: (finding.start, finding.label)))


def _doubted(finding: Finding, kind: str, told: Estimate) -> Finding | None:
    """The finding of a spotter alone, after a look at the marks that speak against it; None where they deny it."""
    against = told.strongest(_unless(kind).get(finding.label, ""))
    likely = against[1] if against else 0.0
    return replace(finding, sure=finding.sure and likely < DOUBTED) if likely < DENIED else None


@cache
def _unless(kind: str) -> dict[str, str]:
    return {spotter.label: spotter.unless for _, spotter in _spotters(kind, certain=False)}


@cache
def _worded_labels(kind: str) -> dict[str, tuple[str, Wording]]:
    return {wording.label: (mistake, wording) for mistake, wording in wordings(kind)}


def _worded(mistake: str, wording: Wording, reading: Reading, told: Estimate) -> Finding:
    start, end = place(wording, reading, told)
    end = min(end, start + QUOTED)
    why, better = filled(wording.why, reading), filled(wording.try_, reading)
    return Finding(wording.label, mistake, False, reading.text[start:end], start, end, why, better)


def findings(reading: Reading, certain: bool = False) -> tuple[Finding, ...]:
    """What the spotters of every mistake find in a reading of their kind, in order of place; one finding a label.

    Those that are ``certain`` are asked apart from the others.
    """
    found = []
    for mistake, spotter in _spotters(reading.kind, certain):
        spot = min(spotter.find(reading), key=lambda spot: (not spot.sure, spot.start), default=None)
        if spot:
            found.append(_finding(spot, spotter.label, mistake, reading.text))
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.label)))


@cache
def _spotters(kind: str, certain: bool) -> list[tuple[str, Spotter]]:
    return [(mistake.id, spotter) for mistake in catalog.mistakes().values() for spotter in mistake.spotters
            if spotter.kind == kind and spotter.certain == certain]


def _finding(spot, label: str, mistake: str, text: str) -> Finding:
    end = min(spot.end, spot.start + QUOTED)
    return Finding(label, mistake, spot.sure, text[spot.start:end], spot.start, end, spot.why, spot.try_)


def _unread(reading: Reading, names: tuple[str, ...]) -> Assessment:
    reasons = dict.fromkeys(names, reading.notice)
    return Assessment(reading.kind, dict.fromkeys(names, 0), reasons, (), False, reading.notice)


def _capped(judged: dict[str, messages.Judged], oddity: Oddity) -> dict[str, messages.Judged]:
    """The criteria lowered, from the last on, until their sum is what an odd draft can earn."""
    capped, left = {}, oddity.most
    for name, (points, reason) in judged.items():
        given = min(points, left)
        capped[name] = (given, reason if given == points else oddity.notice)
        left -= given
    return capped
