"""What is to happen next: sentences that say what one of the two will do, with or without a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from .dates import When
from .text import Sentence

PAST = re.compile(
    r"\b(?:was|were|met|said|told|spoke|talked|saw|heard|came|gave|enjoyed|thank|thanks|wrote|asked|went|mentioned|got|"
    r"had|been|listened|answered|promised|great|lovely|nice|yesterday|meeting you|after)\b")
PLANNED = re.compile(
    r"\b(?:i'll|ill|we'll|you'll|youll|will|shall|can|could|would|may|let's|lets|going to|i'd|are you|if|free|suits?|"
    r"send|sending|bring|bringing|come|coming|ring|ringing|call|calling|meet|text|tell|put me|put us|expect|"
    r"until|see you|how about|what about|drop|look in|pop|with you|be there|have it|have them|have you|post|deliver|"
    r"book|report|count me|start|pick|do|take|write|ask|open|over|at yours|i'm|im|i am|we're)\b")
WISHES = re.compile(r"\b(?:good luck|hope|well done|congrat\w*|enjoy|happy|hoping|wishing)\b")
ARRANGING = re.compile(
    r"\b(?:shall|should|may|can|could|might) (?:i|we)\b|\bwant me to\b|\bwould you like\b|\blet me know\b|"
    r"\btell me\b|"
    r"\b(?:i'll|ill|i will|we'll|i shall) (?:\w+ ){0,2}(?:send|bring|ring|call|text|write|drop|come|tell|let|report|"
    r"be|pop|email|post|get|give|do|put|show|take|look|try|check|have|ask|forward|start|follow)\b|\bsay the word\b|"
    r"\bput me down\b|"
    r"\bsee you (?:at|on|there)\b|\bwhen (?:would|should|shall|can|do|is|are)\b|\bwhich (?:\w+ )?(?:day|date|evening|"
    r"morning|night|week|time|would|should|is|one)\b|\bwhere (?:do|should|shall|can)\b|"
    r"\bjust (?:say|tell|reply|ring|text|send)\b|\bare you (?:free|around|coming|there)\b|"
    r"\bif (?:you|it|that|so)\b.{0,60}\b(?:i'll|tell|say|send|reply|ring)\b|"
    r"\b(?:send|text|ring|call|drop) (?:me|us)\b|\bif not\b")
PARTNERS = frozenset("i im ill id ive we we'll you your u me us my our yours let lets".split())
"""Words for one of the two people who write to each other."""


@dataclass(frozen=True)
class Step:
    """What is to happen next; ``when`` is the time named for it, if any."""

    start: int
    end: int
    sentence: int
    when: When | None


def steps(sentences, by, whens):
    """The next steps that these sentences name; ``by`` holds the acts of each sentence."""
    coming = [when for when in whens if not when.past]
    starts = [when.start for when in coming]  # in order, so that a long text costs no more a sentence than a short one
    for sentence in sentences:
        kinds = {act.kind for act in by.get(sentence.index, ())}
        ahead = coming[bisect_left(starts, sentence.start):bisect_left(starts, sentence.end)]
        if ahead and _is_planned(sentence, kinds):
            yield Step(sentence.start, sentence.end, sentence.index, ahead[0])
        elif "step" in kinds and (sentence.asks or "vague-step" not in kinds) and ARRANGING.search(sentence.folded):
            yield Step(sentence.start, sentence.end, sentence.index, None)


def _is_planned(sentence: Sentence, kinds: set[str]) -> bool:
    """Whether a sentence with a time says what one of the two will do, and not what was, is wished or is lacked."""
    words = sentence.folded
    if PAST.search(words) and not PLANNED.search(words) or WISHES.search(words) and not ARRANGING.search(words):
        return False
    if "need" in kinds and "offer" not in kinds or "postpone" in kinds and "offer" not in kinds:
        return False
    both = not PARTNERS.isdisjoint(sentence.keys)
    return sentence.asks or sentence.words <= 9 or both and bool(PLANNED.search(words))
