"""What a step does to its people, for showing a plan back: thank, give, report, ask after, ask, meet, write and more.

This is for reading back alone. What a plan is judged by are its acts (cues-plan.txt).
"""

from __future__ import annotations

from .cues import lexicon, tag
from .plan import PlanStep
from .text import sentences

KINDS = ("thank", "give", "report", "after", "ask", "meet", "ring", "write", "attend", "click", "tool", "crowd", "look")
"""Every kind of deed, in the order in which they are told; the ways (meet, ring, write) only where nothing else is."""
_WAYS = frozenset({"meet", "ring", "write", "look", "attend"})
SHOWN = 3
"""At most so many deeds are told of one step."""


def deeds(step: PlanStep) -> tuple[str, ...]:
    """The kinds of deed of a step in the order of KINDS; the words for the case of silence do not count."""
    before = step.text.partition(step.silence)[0] if step.silence else step.text
    found = {act.kind for sentence in sentences(before) for act in tag(sentence, lexicon("cues-deeds.txt"))}
    if "after" in found:
        found.discard("ask")
    if found & {"click", "tool"}:
        found.discard("give")
    more = found - _WAYS
    ways = found & _WAYS if not more or more == {"after"} else set()
    return tuple(kind for kind in KINDS if kind in more | ways)[:SHOWN]
