"""What a message says: its asks, gifts, thanks, personal points and next steps, beside the brief.

Built from the acts of the sentences, the dates and the matter of the brief. No judgement is made here.
"""

from __future__ import annotations

from dataclasses import dataclass

from .brief import Brief
from .cues import Act
from .facts import Contradiction, contradictions
from .greeting import greeting
from .matter import overlap, stems, touched
from .needing import Needing
from .situation import Situation, forms_of
from .steps import Step, steps
from .text import Sentence, fold


@dataclass(frozen=True)
class Ask:
    """A favour asked: ``size`` 1 small, 2 costs time or standing, 3 huge."""

    start: int
    end: int
    sentence: int
    size: int
    vouching: bool
    easy: bool


@dataclass(frozen=True)
class Gift:
    """Something offered or given; ``tied`` where it carries what the brief says this person needs or can be given."""

    start: int
    end: int
    sentence: int
    tied: bool


@dataclass(frozen=True)
class Message:
    """What a whole message says. Spans are sentences of the draft.

    ``depth`` is how closely it touches what the brief knows, as a sum of word weights: about 1 for one weighty
    word of a fact. ``wrong_name`` and ``near_name`` are (start, end, name written). ``thirds`` name a third
    person or firm of the brief. ``selling_share`` is the share of words in sentences that sell the sender.
    """

    asks: tuple[Ask, ...]
    gifts: tuple[Gift, ...]
    offers_vaguely: bool
    curious: tuple[Sentence, ...]
    thanks: tuple[Act, ...]
    personal: tuple[Sentence, ...]
    depth: float
    recalls_meeting: bool
    steps: tuple[Step, ...]
    responds: tuple[Sentence, ...]
    named: bool
    wrong_name: tuple[int, int, str] | None
    near_name: tuple[int, int, str] | None
    thirds: tuple[Sentence, ...]
    selling: tuple[Sentence, ...]
    selling_share: float
    contradictions: tuple[Contradiction, ...]


def message(sentences, acts, whens, brief: Brief, place: Situation, text: str) -> Message:
    """The message made of these sentences, acts and dates, read beside the situation ``place``."""
    by = _by_sentence(acts)
    found = [touched(stems(sentence), place.slips) for sentence in sentences]
    depths = [max((overlap(near, fact) for fact in place.facts), default=0.0) for near in found]
    gifts = tuple(_gifts(sentences, found, by, place))
    asks = tuple(_asks(sentences, by, gifts))
    wrong, near, named = greeting(sentences, place, text)
    selling = tuple(s for s in sentences if _sells(by.get(s.index, ()), s))
    words = sum(s.words for s in sentences) or 1
    return Message(
        asks=asks,
        gifts=gifts,
        offers_vaguely=any(act.kind == "vague-offer" for act in acts),
        curious=tuple(_curious(sentences, depths, by, asks)),
        thanks=tuple(_thanks(sentences, by)),
        personal=tuple(s for s, depth in zip(sentences, depths) if depth >= 1),
        depth=_deepest(found, place),
        recalls_meeting=_recalls(text, found, place),
        steps=tuple(steps(sentences, by, whens)),
        responds=tuple(s for s in sentences if any(act.kind == "responds" for act in by.get(s.index, ()))),
        named=named,
        wrong_name=wrong,
        near_name=near,
        thirds=tuple(s for s in sentences if _has_third(s, place)),
        selling=selling,
        selling_share=sum(s.words for s in selling) / words,
        contradictions=contradictions(sentences, brief, place),
    )


def _by_sentence(acts) -> dict[int, tuple[Act, ...]]:
    found: dict[int, tuple[Act, ...]] = {}
    for act in acts:
        found[act.sentence] = found.get(act.sentence, ()) + (act,)
    return found


def _deepest(found: list[frozenset[str]], place: Situation) -> float:
    """The best-covered fact over the whole message, a little raised where several facts are touched."""
    every = frozenset().union(*found)
    reached = sorted((overlap(every, matter) for matter in (*place.facts, *place.gifts)), reverse=True)
    return sum(value * share for value, share in zip(reached, (1, 0.4, 0.2)))


_RECALLED = Needing(
    r"\b(?:met|meeting you|your talk|talking|spoke|last (?:week|month|year|autumn|spring|summer|winter)|"
    r"the other (?:day|week|night)|we were|remember|yesterday|my (?:email|letter|message))\b",
    "met", "meeting you", "your talk", "talking", "spoke", "last ", "the other ", "we were", "remember", "yesterday",
    "my email", "my letter", "my message")


def _recalls(text: str, found: list[frozenset[str]], place: Situation) -> bool:
    return any(overlap(near, place.met) >= 1 for near in found) or bool(_RECALLED.search(fold(text)))


def _gifts(sentences, found: list[frozenset[str]], by, place: Situation):
    matters = (*place.gifts, *place.facts)
    for sentence, near in zip(sentences, found):
        offers = [act for act in by.get(sentence.index, ()) if act.kind == "offer"]
        full = any(overlap(near, gift) >= 2 for gift in place.gifts)
        own = any(act.kind == "own-papers" for act in by.get(sentence.index, ()))
        if own and not full:
            continue
        tied = bool(offers) and any(overlap(near, matter) >= 1 for matter in matters)
        if offers and (tied or _for_you(sentence)):
            yield Gift(sentence.start, sentence.end, sentence.index, tied)
        elif full and not any(act.kind == "ask" for act in by.get(sentence.index, ())):
            yield Gift(sentence.start, sentence.end, sentence.index, True)


def _for_you(sentence: Sentence) -> bool:
    return not _FOR_YOU.isdisjoint(sentence.keys)


_FOR_YOU = frozenset("you your yours u ur free gift present".split())
_ABOUT_YOU = frozenset("you your u ur yours".split())
_OWN = frozenset("me my i im".split())


def _asks(sentences, by, gifts):
    giving = {gift.sentence for gift in gifts}
    for sentence in sentences:
        acts = by.get(sentence.index, ())
        offers = [act for act in acts if act.kind == "offer"]
        asks = [act for act in acts if act.kind == "ask" and not any(o.start <= act.start < o.end for o in offers)]
        if not asks:
            continue
        kinds = {act.kind for act in acts}
        vouching = "favour-vouch" in kinds
        size = 3 if "favour-huge" in kinds else 2 if kinds & {"favour-vouch", "favour-time", "favour-large"} else 1
        if sentence.index in giving and size < 3 and not vouching:
            size = 1
        after = {act.kind for act in by.get(sentence.index + 1, ())}
        size = max(size, 2) if "favour-time" in after and sentence.asks else size
        nearby = {act.kind for index in range(sentence.index, sentence.index + 3) for act in by.get(index, ())}
        yield Ask(sentence.start, sentence.end, sentence.index, size, vouching, "easy-out" in nearby)


def _curious(sentences, depths: list[float], by, asks):
    asking = {ask.sentence for ask in asks}
    for sentence, depth in zip(sentences, depths):
        kinds = {act.kind for act in by.get(sentence.index, ())}
        about_them = not _ABOUT_YOU.isdisjoint(sentence.keys)
        own = not _OWN.isdisjoint(sentence.keys) and depth < 1
        wonders = not own and "question" in kinds and (sentence.asks or "responds" in kinds)
        personal = depth >= 1 or about_them and "step" not in kinds and sentence.words > 3
        if wonders and personal and sentence.index not in asking:
            yield sentence


def _thanks(sentences, by):
    closing = len(sentences) - 1
    for sentence in sentences:
        found = [act for act in by.get(sentence.index, ()) if act.kind == "thanks"]
        if found and not (sentence.index >= closing and sentence.words <= 4 and closing > 1):
            yield found[0]


def _sells(acts, sentence: Sentence) -> bool:
    return sum(act.kind == "sell" for act in acts) >= (1 if sentence.words < 30 else 2)


def _has_third(sentence: Sentence, place: Situation) -> bool:
    return any(not forms_of(name).isdisjoint(sentence.keys) for name in place.thirds)
