"""You find a name on a site: someone in the right firm, in the right town. You write politely and ask
whether they could recommend you, or pass your CV on. It costs you a minute. It would cost them
more. If they speak for you and you turn out careless, it is their name that suffers, and they have
never seen your work.

Talking to strangers is fine. Ask one a small question about something they know. Meet, let them see
how you work, do something for them. And when you need someone to speak for you, start with people
who know you, and ask whom they know.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Asking a stranger to speak for you",
    unit="targeting",
    sources=(("five-worst", 4),),
    advice=(
        "A name on a list or a site is not a relation. Do not ask people who do not know you to act or speak "
        "for you. Ask friends whom they know, and meet people before you ask them for anything."
    ),
    verdict="supported with limits",
    bottom_line=(
        "Keep contact and favour apart. Talking to strangers and asking them a small question is fine, and "
        "goes better than people fear. Asking them to lend you their name is not."
    ),
    evidence=("roghanizad2017", "smith2005", "flynnlake2008", "milkman2012", "milkman2015", "epleyschroeder2014"),
    tensions=("strangers",),
    labels=("cold-favour",),
)


@spots("cold-favour")
def asks_to_vouch(reading):
    """Somebody who does not know the sender's work is asked to vouch, refer or open contacts."""
    place, name = reading.place, reading.person
    if place.tie in ("close", "dormant"):
        return
    strong = {act.sentence for act in reading.doing("vouch")}
    asks = [ask for ask in reading.message.asks if ask.vouching and (place.stranger or ask.sentence in strong)]
    for ask in asks[:1]:
        yield Spot(
            ask.start, ask.end,
            f"{name} has not seen your work. To vouch for you, {name} would have to risk a good name on a guess.",
            f"Let {name} see something you have made or done first. Ask for one small thing that needs no vouching.",
            sure=place.stranger,
        )


WORDINGS = (
    Wording(
        "cold-favour", "message", "A",
        "{name} does not know your work well enough for this. To help, {name} would have to risk a good name on a "
        "guess.",
        "Ask for one small thing that needs no vouching, and let {name} see your work first.",
    ),
)

CAUGHT = (
    Example(
        "cold-favour", "after-the-event",
        "Dear Hannah, could you recommend me to the other museums in your network? Leo",
    ),
    Example(
        "cold-favour", "the-railway-director",
        "Dear Dr Vasquez, would you write me a reference for the signalling school? Thandi Mokoena",
    ),
)

SPARED = (
    Example(
        "cold-favour", "a-friend-at-the-theatre",
        "Esi, would you introduce me to Laura Pinto? Say no if it is awkward. Milan",
    ),
    Example(
        "cold-favour", "after-the-event",
        "Dear Hannah, could you tell me which day suits you for the store rooms? Leo",
    ),
)
