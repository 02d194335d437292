"""Somebody knows the person you want to reach, so you write to them about that person. It seems
efficient, and you have nothing against them. But they notice that your message could have gone to
anyone with the same address book. You looked through them, as through a window.

Stay a while with the person in front of you. What do they do, and what do they think about it? If
you like each other, introductions come up by themselves. If you must ask for one, let something in
your message be about them, and make it easy for them to say no.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Using somebody as a way to somebody else",
    unit="mindset",
    sources=(("five-worst", 5), ("ten-wrong-ways", 5)),
    advice=(
        "Value the person in front of you for themselves. Let favours and introductions grow out of a "
        "relation that feels good to both of you, and do not hurry the exchange."
    ),
    verdict="supported with limits",
    bottom_line=(
        "Employees who noticed that they were used as a means felt less that they belonged; which of the two came "
        "first, we could not see. The best-known study of how the one who does it feels is disputed, so it should "
        "not carry the lesson."
    ),
    evidence=("converse2012", "belmischroeder2021", "kuwabara2018", "kuwabara2020", "casciaro2014"),
    tensions=("select-for-use-or-not-as-means",),
    labels=("conduit",),
)


@spots("conduit")
def goes_through(reading):
    """The message is about a third party, and nothing in it concerns the recipient."""
    said, name = reading.message, reading.person
    vouching = [ask for ask in said.asks if ask.vouching or any(s.index == ask.sentence for s in said.thirds)]
    if not vouching or said.curious or any(gift.tied for gift in said.gifts):
        return
    about = [s for s in said.personal if s not in said.thirds]
    if about or said.thanks:
        return
    ask = vouching[0]
    yield Spot(
        ask.start, ask.end,
        f"{name} is only the way to somebody else here. People notice when they are used as a door.",
        f"Write to {name} as well: one sentence about {name}'s own life or work, and something for {name}.",
        sure=len(said.thirds) > 1,
    )


WORDINGS = (
    Wording(
        "conduit", "message", "Z",
        "{name} is only the way to somebody or something else here. People notice when they are used as a door.",
        "Write to {name} as well: one sentence about {name}'s own life or work, and something for {name}.",
    ),
)

CAUGHT = (
    Example(
        "conduit", "a-friend-at-the-theatre",
        "Esi, I want to meet Laura Pinto. Could you introduce me to Laura and give me her number? Tell "
        "her I make the best wigs. Milan",
    ),
    Example(
        "conduit", "after-the-event",
        "Hi Hannah, could you pass my name to the people at the bigger museums and give me their "
        "addresses? Leo",
    ),
)

SPARED = (
    Example(
        "conduit", "a-friend-at-the-theatre",
        "Esi, how will your daughter like her new school on Monday? I can walk her there all week. If it "
        "feels right, would you show Laura three photographs? Milan",
    ),
    Example(
        "conduit", "the-name-for-the-stall",
        "Dear Beatriz, thank you for Otto's number, we met on Wednesday. How is your evening class in "
        "joinery? Farid",
    ),
)
