"""The button says “Connect”, and you press it. It is quick, the site even suggests it, and you may
feel that a note would be too much. The other person sees a name and a small photo. Who is this?
What do they want? They cannot tell, so they guess, or they put it off. If they accept, neither of
you has a reason to say anything next.

Write two sentences. Say where you met or what of theirs you saw, and why you thought of them. When
a blank invitation comes to you, accept if you like, say thanks, and ask what brought them to you.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Sending an invitation without a word",
    unit="channels",
    sources=(("almost-everybody", 3), ("three-things", 1)),
    advice=(
        "Add a short note that says why you would like to connect. When an invitation comes from someone you "
        "do not know, ask what brought them to you and how you might help. Let go of those who never answer."
    ),
    verdict="plausible, indirect evidence",
    bottom_line=(
        "We found no study that tests a note on an invitation directly. The nearest ones are about adverts, "
        "and they do not agree about names. That a real reason helps is our guess."
    ),
    evidence=("evsyukova2025", "sahni2018", "defau2023", "roghanizad2017", "utz2016"),
    tensions=("persist-or-cull", "tools"),
    labels=("blind-contact",),
)


@spots("blind-contact")
def fits_anyone(reading):
    """Nothing in a first contact, request or reminder belongs to this person."""
    said, name, place = reading.message, reading.person, reading.place
    if place.tie in ("close", "acquaintance") or said.depth >= 1 or said.thirds:
        return
    if any(gift.tied for gift in said.gifts):
        return
    first = reading.sentences[0]
    fact = f"You know, for example: {reading.brief.facts[0]}." if reading.brief.facts else ""
    yield Spot(
        first.start, first.end,
        f"This could go unchanged to anybody in {name}'s trade. It gives {name} no reason to answer you.",
        f"Say why you write to {name} and to nobody else. {fact}".strip(), sure=said.depth < 0.5,
    )


WORDINGS = (
    Wording(
        "blind-contact", "message", "M",
        "This could go unchanged to many people. It gives {name} no reason to answer you.",
        "Say in one sentence why you write to {name} and to nobody else. You know, for example: {fact}.",
    ),
)

CAUGHT = (
    Example(
        "blind-contact", "the-railway-director",
        "Dear Madam Director, I admire leaders like you and would love to connect. Best regards, Thandi",
    ),
    Example(
        "blind-contact", "after-the-event",
        "Hi Hannah, great to connect! I would love to explore how we can work together. Best, Leo",
    ),
)

SPARED = (
    Example(
        "blind-contact", "the-railway-director",
        "Dear Dr Vasquez, you said on the radio that nobody tells you which platforms flood. I clean six "
        "that do, and I have the dates. Thandi Mokoena",
    ),
    Example(
        "blind-contact", "after-the-event",
        "Dear Hannah, your ticket site fails for screen readers in three places, and I have written them "
        "down. Leo",
    ),
)
