"""What a written message or plan shows, as a person with the paper in their hand can tell it.

Labels and criteria are those of training/LABELS.md; each has a clause here that follows “it”.
"""

from __future__ import annotations

from .. import catalog

LABELS = {
    "taking-first": "asks for something and gives nothing",
    "needs-first": "gives the writer's own need as the reason",
    "self-promotion": "is mostly about the writer",
    "blind-contact": "could go unchanged to anybody",
    "mass-blast": "sounds like one text for many",
    "reaching-too-high": "asks a very large favour of somebody far above",
    "cold-favour": "asks for a good word from somebody who does not know the writer's work",
    "conduit": "uses this person only as a way to somebody else",
    "unprepared": "shows that the writer has not looked up who this is",
    "only-when-needed": "breaks a long silence with a wish",
    "no-next-step": "names no next step",
    "no-thanks": "does not say thank you for the help that was given",
    "no-return": "offers nothing back for the help that was given",
    "dropped-referral": "does not tell what came of the name or the advice that was given",
    "missed-cue": "passes the hint by",
    "pressure": "pushes",
    "gives-up": "closes the door for good",
    "bad-impression": "could hurt or has a wrong name",
    "automation": "lets a tool do the talking",
    "no-dates": "has no day for half of its steps or more",
    "late-start": "begins more than two weeks after the event",
    "wears-out": "goes to the same person again too soon",
    "all-asks": "asks for something in most of its steps",
    "shotgun": "treats many people as one",
    "same-circle": "names only people whom the writer sees anyway",
    "events-only": "meets people only at events",
    "tools-only": "has clicks and posts, and nobody to talk to",
    "broken-promise": "leaves out a promise that was made",
    "no-loop-back": "makes nothing of a name that was given",
    "no-persistence": "does not say what comes if nobody answers",
    "no-people": "names hardly anybody",
}
CRITERIA = {
    "reason": ("gives no reason that fits this person", "has a word that fits this person",
               "says something true that belongs to this person alone"),
    "give": ("has nothing for this person", "offers this person something or asks after them",
             "gives something that this person can use"),
    "ask": ("asks too much", "asks nothing heavy", "asks only what is easy to refuse"),
    "close": ("does not say what happens next", "says what could happen next", "says on which day something happens next"),
    "courtesy": ("is unkind or forgets to thank", "is polite", "is warm and leaves room"),
    "who": ("names hardly anybody", "names some people", "names people with a reason for each"),
    "when": ("has hardly a day in it", "has a day for some steps", "has a day for nearly every step"),
    "loops": ("leaves out what is owed", "keeps a part of what is owed", "keeps every promise and answers all help"),
    "persistence": ("does not say what comes if nobody answers", "has a second try here and there",
                    "says what comes if nobody answers"),
}
"""The clause for nothing of it (0 points), for at least a part (1) and for all of it (2)."""

_CLAUSES = {frozenset({0}): 0, frozenset({1, 2}): 1, frozenset({2}): 2}


def label(name: str) -> str:
    """What a text with this label does; its mistake's title where the table has no words. Raises KeyError."""
    return f"it {LABELS.get(name) or f'shows the mistake “{catalog.labels()[name].title}”'}"


def no_label(name: str) -> str:
    """What is said of a text without this label. Raises KeyError."""
    return f"it is not so that {label(name)}"


def criterion(name: str, grades: frozenset[int]) -> str:
    """What a text does whose points for a criterion are among ``grades``, which are some of 0, 1 and 2. Raises KeyError."""
    none, part, full = CRITERIA[name]
    if grades in _CLAUSES:
        return f"it {CRITERIA[name][_CLAUSES[grades]]}"
    if grades == {0, 1}:
        return f"it is not so that it {full}"
    if grades == {1}:
        return f"it {part}, and does no more than that"
    return f"it either {none} or {full}" if grades else "this cannot be"
