"""You are nervous, and you want them to see that you are good at what you do. So you begin with that:
the twelve years, the prize, the new service. All of it may be true. But the other person came with
something on their own mind, and now they are an audience. They nod, and wait for a gap.

Ask first. What are they working on, and what is hard about it at the moment? Then ask about the
answer. When they want to know what you do, tell them in two sentences, and choose the two that have
to do with what they just said.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Talking about yourself first",
    unit="conversation",
    sources=(("five-worst", 1), ("six-common", 1)),
    advice=(
        "Telling everybody about yourself or what you sell wears people out. Be curious about them first, and "
        "they will ask about you."
    ),
    verdict="supported",
    bottom_line=(
        "Ask, and ask about the answer, before you tell. Where you can, let somebody else say what you are "
        "good at."
    ),
    evidence=("scopelliti2015", "huang2017", "tamir2012", "pfeffer2006", "fragale2015"),
    tensions=("all-about-them-or-mutual",),
    labels=("self-promotion",),
)


@spots("self-promotion")
def sells(reading):
    """About a third of the message or more sells the sender."""
    said = reading.message
    if not said.selling or said.selling_share < 0.25:
        return
    first = said.selling[0]
    yield Spot(
        first.start, first.end,
        f"A large part of this message is about what you are, have done or sell. {reading.person} did not ask for it.",
        f"Cut it to one short phrase and use the room for {reading.person}'s own matter.",
        sure=said.selling_share >= 0.34 and len(reading.doing("sell")) > 1,
    )


WORDINGS = (
    Wording(
        "self-promotion", "message", "S",
        "A large part of this message is about what you are, have done or sell. {name} did not ask for it.",
        "Cut it to one short phrase and use the room for {name}'s own matter.",
    ),
)

CAUGHT = (
    Example(
        "self-promotion", "after-the-event",
        "Dear Hannah, I am a certified accessibility tester with ten years of experience. My services "
        "include full audits, and my packages start low. Please visit my website and see my portfolio. "
        "Leo",
    ),
    Example(
        "self-promotion", "the-old-workshop",
        "Dear Kwame, I have restored two hundred chairs and won many prizes. My skills are the best in "
        "the region. My portfolio is on my website. Anneli",
    ),
)

SPARED = (
    Example(
        "self-promotion", "after-the-event",
        "Dear Hannah, I test websites for a living, and three things on your ticket page caught my ear. "
        "They are on the page below. Leo",
    ),
    Example(
        "self-promotion", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number. The stall is small and dry, and Otto is a kind man. I "
        "will fit your wheel on Friday. Farid",
    ),
)
