"""You are glad to have the meeting at all, and you think the rest will come by itself. Then you ask
what the firm makes, though it is painted on the van, or you get the name of the ward wrong. The
other person answers kindly. They also learn that they were not worth five minutes to you, and half
the talk goes on things you could have read.

Take those five minutes before. Look at their page, ask the person who sent you, write down two or
three questions that only this person can answer. Then listen. You need no speech. You need better
questions.
"""

from __future__ import annotations

import re

from rapport.mistakes import Example, Mistake, Spot, Wording, spots
from rapport.reading.needing import Needing
from rapport.reading.text import fold

MISTAKE = Mistake(
    title="Turning up without knowing who they are",
    unit="targeting",
    sources=(("ten-wrong-ways", 8),),
    advice=(
        "Before you meet, find out about the person, their firm, and how your go-between knows them. Note a "
        "few questions about their path and what matters to them. Then let them talk."
    ),
    verdict="supported with limits",
    bottom_line=(
        "There is little direct evidence, but what there is agrees: prepare topics and questions, and then "
        "ask instead of guessing."
    ),
    evidence=("tamir2012", "topicprep2020", "eyal2018", "burger2004"),
    labels=("unprepared",),
)


_ASKED = Needing(
    r"\b(?:what(?:'s|s| is| are)|who(?:'s|s| is| are)|never heard(?: of)?)\b[^.!?\n]{0,40}",
    "what", "who", "never heard", flags=re.IGNORECASE)


@spots("unprepared")
def gets_facts_wrong(reading):
    """A day, date, number or name that contradicts the brief."""
    for start, end, known in reading.message.contradictions:
        yield Spot(
            start, end,
            f"Does this agree with what you know: “{known}”? If not, {reading.person} will see that you did not look.",
            f"Check it and write it right, or leave it out. The brief says: {known}.",
            sure=False,  # a true detail in other words looks much the same: on drafts unseen by us most were true
        )


@spots("unprepared")
def asks_what_is_known(reading):
    """A question that the brief, or a minute's look, answers: who you are, what that firm does."""
    for found in _ASKED.finditer(reading.text, fold(reading.text)):
        words = found.group().lower()
        third = next((name for name in reading.place.thirds if name.lower().split()[0] in words), None)
        if third or re.match(r"who(?:'s| is| are) you\b|who are you\b", words):
            yield Spot(
                found.start(), found.end(),
                f"{reading.person} will think that one minute of looking would have told you this.",
                f"Look up {third or reading.person} first, and ask only what no page can tell you.", sure=bool(third),
            )


WORDINGS = (
    Wording(
        "unprepared", "message", "W",
        "Something here does not fit what you know of {name}, or asks what you could have looked up. {name} will "
        "see it at once.",
        "Read the brief once more beside this message. What you are sure of is, for example: {fact}.",
    ),
)

CAUGHT = (
    Example(
        "unprepared", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number of Mr Brandauer. I saw the stall on Wednesday. Farid",
    ),
    Example(
        "unprepared", "the-railway-director",
        "Dear Dr Vasquez, I have a list of nine platforms that flood, as you asked on the radio. Thandi "
        "Mokoena",
    ),
    Example(
        "unprepared", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number. But who is Otto Brandl? Farid",
    ),
)

SPARED = (
    Example(
        "unprepared", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number of Otto Brandl. I saw the stall on Wednesday. Farid",
    ),
    Example(
        "unprepared", "the-railway-director",
        "Dear Dr Vasquez, six platforms flood, and I have the dates. I bring the list on Monday. Thandi "
        "Mokoena",
    ),
)
