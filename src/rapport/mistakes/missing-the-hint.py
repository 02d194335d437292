"""“You should have a look at that bakery in Mill Lane,” says somebody, and the talk moves on. You say
thanks and mean to look it up. It is polite, and it closes the door. Why that bakery? Perhaps the
owner is her brother, perhaps they are looking for someone. She will not say so unless she is asked,
and she may think that you did not care.

Six words are enough: what made you think of it? Ask while you are still together, or in your next
message. Hints go the other way as well. When somebody says how full their week is, make your
message shorter.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Not hearing what a hint is about",
    unit="conversation",
    sources=(("ten-wrong-ways", 7),),
    advice=(
        "Behind a named article or firm there may be knowledge, or a person. Do not ignore the tip and do not "
        "just follow it. Ask what made them think of it."
    ),
    verdict="supported",
    bottom_line=(
        "People were bad at guessing what others mean, and asking worked. One open question about the reason is "
        "our advice."
    ),
    evidence=("kruger2005", "mastroianni2021", "eyal2018", "chen2010"),
    tensions=("act-or-ask-why",),
    labels=("missed-cue",),
)


@spots("missed-cue")
def passes_it_by(reading):
    """The brief marks a hint, and the message neither asks about it nor responds to it."""
    brief, name = reading.brief, reading.person
    if not brief.cue or "no reply" in brief.cue or _asks_nearby(reading):
        return
    yield Spot(
        reading.end, reading.end,
        f"There is a hint in what {name} did or said: “{brief.cue}”. Does your message take it up somewhere?",
        f"Ask {name} about it in one friendly sentence, or say your guess as a guess.",
        sure=False,  # a hint can be answered in a hundred ways; this rule knows a few of them
    )


def _asks_nearby(reading) -> bool:
    """A question, or words of wondering, in or beside a sentence that touches what the hint is about."""
    place = reading.place
    about = {s.index for s in reading.message.thirds} | {
        s.index for s in reading.sentences if reading.touches(s.index, place.cue)}
    wondering = {s.index for s in reading.message.responds}
    favours = {ask.sentence for ask in reading.message.asks}
    asking = {s.index for s in reading.sentences if s.asks and s.index not in favours}
    if wondering & asking:
        return True
    if not place.thirds:
        return bool(wondering & about)
    return any({index - 1, index, index + 1} & about for index in wondering) or bool(asking & about)


WORDINGS = (
    Wording(
        "missed-cue", "message", "",
        "There is a hint in what {name} did or said: “{cue}”. This message passes it by.",
        "Ask {name} about it in one friendly sentence, or say your guess as a guess.",
    ),
)

CAUGHT = (
    Example(
        "missed-cue", "the-odd-remark",
        "Dear Noor, I am glad the grout advice helped. I can spend a morning on the mosaic fountain next "
        "week. Rui",
    ),
    Example(
        "missed-cue", "the-odd-remark",
        "Thank you Noor! Have a nice week. Rui",
    ),
)

SPARED = (
    Example(
        "missed-cue", "the-odd-remark",
        "Dear Noor, yes, I still draw plans. May I ask why you thought of it? I can look at the mosaic "
        "fountain on Thursday morning. Rui",
    ),
    Example(
        "missed-cue", "the-odd-remark",
        "Dear Noor, your question made me curious. Is there something behind it, perhaps the three new "
        "pools? Rui",
    ),
)
