"""What a message shows in numbers: its asks, gifts, thanks and steps as they were read, and the brief it answers."""

from __future__ import annotations

from collections import Counter

from ..reading import Reading

_SELF = frozenset("i my me im ill ive id mine myself".split())
_OTHER = frozenset("you your yours u ur".split())
_ROLES = ("RECIPIENT", "THIRD", "FACT", "OWED", "GIFT", "NEED", "MET", "PROMISE", "FIGURE", "DAY", "MONTH", "NAME")
_ORDERED = ("ask", "offer", "thanks", "sell", "need", "pressure")
NOWHERE_FIRST, NOWHERE_LAST = 1.5, -0.5
"""The first and the last place of an act that does not occur, where places go from 0 to 1."""


def of_brief(reading: Reading) -> dict[str, float]:
    """The brief in numbers: tie, status, kind, what is owed, promised, hinted at and could be given."""
    brief, place = reading.brief, reading.place
    named = {f"brief: {field}={value}": 1.0 for field, value in (
        ("status", brief.status), ("tie", place.tie), ("helped", place.helped), ("kind", brief.kind))}
    return named | {
        "brief: referred": float(place.referred), "brief: cue": float(bool(brief.cue)),
        "brief: promise": float(bool(brief.promise)), "brief: gifts": float(len(brief.can_give)),
        "brief: owed": float(place.helped != "none"), "brief: lent": float(place.lent),
        "brief: short": float(bool(brief.limit_chars)), "brief: silent": float("no reply" in (brief.cue or "")),
        "brief: no reason": float("reason" in (brief.cue or "")),
    }


def of_reading(reading: Reading) -> dict[str, float]:
    """What the whole message was read to say, as counts, sizes and shares."""
    said, place = reading.message, reading.place
    facts, gifts = [[reading.matter_of(matter) for matter in found] for found in (place.facts, place.gifts)]
    return {
        "asks": len(said.asks), "largest ask": max((ask.size for ask in said.asks), default=0),
        "vouching": any(ask.vouching for ask in said.asks), "easy": any(ask.easy for ask in said.asks),
        "gifts": len(said.gifts), "tied gift": any(gift.tied for gift in said.gifts),
        "vague offer": said.offers_vaguely, "curious": len(said.curious), "thanks": len(said.thanks),
        "personal": len(said.personal), "depth": said.depth, "recalls": said.recalls_meeting,
        "steps": len(said.steps), "dated steps": sum(bool(step.when) for step in said.steps),
        "whens": len(reading.whens), "past": sum(when.past for when in reading.whens),
        "responds": len(said.responds), "named": said.named,
        "wrong name": bool(said.wrong_name), "near name": bool(said.near_name), "thirds": len(said.thirds),
        "selling": said.selling_share, "contradictions": len(said.contradictions),
        "sentences": len(reading.sentences),
        "owed touched": reading.matter_of(place.owed), "cue touched": reading.matter_of(place.cue),
        "promise touched": reading.matter_of(place.promise), "need touched": reading.matter_of(place.need),
        "facts touched": sum(value >= 1.5 for value in facts), "gifts touched": sum(value >= 1.5 for value in gifts),
        "deepest fact": max(facts, default=0.0), "deepest gift": max(gifts, default=0.0),
        "questions": reading.text.count("?"), "cries": reading.text.count("!"),
    }


def of_acts(reading: Reading) -> dict[str, float]:
    """How many sentences do each thing, and where in the message it first and last happens (0 start, 1 end)."""
    units = len(reading.sentences) or 1
    found: dict[str, set[int]] = {}
    for act in reading.acts:
        found.setdefault(act.kind, set()).add(act.sentence)
    values = {f"act: {kind}": float(len(places)) for kind, places in found.items()}
    for kind in _ORDERED:
        values[f"first: {kind}"] = min(found[kind]) / units if kind in found else NOWHERE_FIRST
        values[f"last: {kind}"] = max(found[kind]) / units if kind in found else NOWHERE_LAST
    return values


def of_words(units: list[list[str]]) -> dict[str, float]:
    """The shares of the two people among the words, and how often each role of the brief is played."""
    words = [word for unit in units for word in unit]
    total = len(words) or 1
    counts, inside = Counter(words), Counter(word for unit in units for word in set(unit))
    values = {f"role: {role}": float(counts[role]) for role in _ROLES}
    values |= {f"in: {role}": float(inside[role]) for role in _ROLES}
    return values | {
        "self": sum(counts[word] for word in _SELF) / total, "other": sum(counts[word] for word in _OTHER) / total,
        "words": len(words), "sentence length": len(words) / (len(units) or 1),
        "longest": max(map(len, units), default=0),
        "greets": float(bool(units) and "RECIPIENT" in units[0][:4]),
    }
