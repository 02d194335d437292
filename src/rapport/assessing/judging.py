"""The judgement of a draft: findings of every mistake, then five criteria, then how sure all this is."""

from __future__ import annotations

from datetime import date

from .. import catalog
from ..reading import Reading, read
from ..reading.brief import Brief
from ..reading.oddities import Oddity
from . import messages, plans
from .model import MESSAGE_CRITERIA, PLAN_CRITERIA, Assessment, Finding

CLEARLY_GOOD, CLEARLY_POOR = 9, 4
"""Scores from which, and up to which, a judgement may stand without a person. On labelled drafts that language
models wrote and rated, scores between the two were within a point of the rating in fewer than half of the cases."""
ENOUGH_WORDS = 8
"""Fewer words than this are left to a person, whatever they say."""
QUOTED = 200
"""The longest quote of a finding, in characters."""


def assess(text: str, brief: Brief, today: date | None = None) -> Assessment:
    """Judge ``text`` as an answer to ``brief`` on the day ``today`` (default: now). Never raises on any text."""
    reading = read(text, brief, today)
    names = PLAN_CRITERIA if brief.is_plan else MESSAGE_CRITERIA
    if reading.empty:
        reasons = dict.fromkeys(names, reading.notice)
        return Assessment(reading.kind, dict.fromkeys(names, 0), reasons, (), True, reading.notice)
    if reading.oddity and (not reading.oddity.most or not reading.sentences):
        return _unread(reading, names)
    found = findings(reading)
    stated = frozenset(finding.label for finding in found if finding.sure)
    judged = (plans if brief.is_plan else messages).criteria(reading, stated)
    if reading.oddity:
        judged = _capped(judged, reading.oddity)
    sure = not reading.oddity and _is_clear(reading, sum(points for points, _ in judged.values()), found)
    return Assessment(
        reading.kind, {name: judged[name][0] for name in names}, {name: judged[name][1] for name in names},
        found, sure, reading.notice,
    )


def _is_clear(reading: Reading, score: int, found: tuple[Finding, ...]) -> bool:
    """Whether there is enough to read and all of it points one way; where it is mixed, a person decides."""
    if sum(sentence.words for sentence in reading.sentences) < ENOUGH_WORDS:
        return False
    asked = sum(not finding.sure for finding in found)
    if score >= CLEARLY_GOOD:
        return asked <= 1
    return score <= CLEARLY_POOR and asked < len(found)


def findings(reading: Reading) -> tuple[Finding, ...]:
    """What the spotters of every mistake find in a reading of their kind, in order of place; one finding a label."""
    found = []
    for mistake in catalog.mistakes().values():
        for spotter in mistake.spotters:
            if spotter.kind == reading.kind:
                spots = sorted(spotter.find(reading), key=lambda spot: (not spot.sure, spot.start))
                found.extend(_finding(spot, spotter.label, mistake.id, reading.text) for spot in spots[:1])
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.label)))


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
