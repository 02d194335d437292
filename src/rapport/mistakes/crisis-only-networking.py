"""In good months there is no time, and no reason, to write to old colleagues. Then the contract ends
or the workshop floods, and you go through your phone from A to Z. People who have heard nothing for
three years get a message with a request in it. They may still like you. They also see what made you
write.

Keep a small regular hour for people in quiet times: an old workmate one month, somebody new the
next. And if it is late already, write all the same, but catch up first. Ask how they are, say that
it has been long, and let the request wait.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Getting in touch only when you need something",
    unit="mindset",
    sources=(("ten-wrong-ways", 1),),
    advice=(
        "Ties need time. Keep a regular hour for old colleagues and new people while life is calm, because "
        "starting in an emergency is hard and often disappoints."
    ),
    verdict="supported with limits",
    bottom_line=(
        "Earlier is better, but starting late still helps and old ties can be picked up again. The mistake is "
        "a first message that holds nothing but the need."
    ),
    evidence=("levin2011", "wolffmoser2009", "smith2012", "forret2004", "vanhoye2009", "wanberg2020"),
    tensions=("rely-or-not",),
    labels=("only-when-needed",),
)


@spots("only-when-needed")
def only_in_need(reading):
    """A long silence is broken with a request and no catching up."""
    said, name = reading.message, reading.person
    if reading.place.tie != "dormant" or not said.asks:
        return
    ask = said.asks[0]
    caught_up = [s for s in (*said.personal, *said.curious) if s.index < ask.sentence]
    if caught_up and ask.size < 3 or len(caught_up) > 1 or any(gift.tied for gift in said.gifts):
        return
    yield Spot(
        ask.start, ask.end,
        f"{name} has not heard from you for a long time, and now hears a wish. It feels as if only the wish counts.",
        f"Write first about {name}: {reading.brief.facts[0] if reading.brief.facts else 'what has happened since'}. "
        "Let the wish wait for a second message.", sure=not caught_up,
    )


WORDINGS = (
    Wording(
        "only-when-needed", "message", "AaN",
        "{name} has not heard from you for a long time, and now hears a wish. It feels as if only the wish counts.",
        "Write first about {name} and what has been. Let the wish wait for a second message.",
    ),
)

CAUGHT = (
    Example(
        "only-when-needed", "the-old-workshop",
        "Hi Kwame, long time. My lease ends and I need a room. Are there any openings at your school? "
        "Anneli",
    ),
    Example(
        "only-when-needed", "the-old-workshop",
        "Kwame, could you give me some teaching hours from September? My workshop is closing. Anneli",
    ),
)

SPARED = (
    Example(
        "only-when-needed", "the-old-workshop",
        "Dear Kwame, do you remember the theatre seats? Your weaving room looks wonderful. Mrs Duval "
        "turned eighty and asked after you. I have two boxes of hand tools for your pupils. Shall I "
        "bring them in May? Anneli",
    ),
    Example(
        "only-when-needed", "after-the-event",
        "Dear Hannah, could we meet on Friday? Leo",
    ),
)
