"""You have something on your mind, so it comes out first. That is human: the rent is due, the season
is ending, and the other person seems able to help. But to them you are still a stranger with a
wish, and they have to work out why they should care.

Begin with their side instead. What are they busy with? What would make their week easier, and what
of that can you really do: a name, a tool, an hour, a page of figures? Give one such thing freely.
Your own wish can come later, small and plain, when there is something between you.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Asking before you have given anything",
    unit="mindset",
    sources=(("five-worst", 1), ("almost-everybody", 1), ("ten-wrong-ways", 5)),
    advice=(
        "Start with the other person's situation. Find one thing you can really do for them and offer it "
        "without conditions. Let your own wish wait. One of the articles goes further and says you may never "
        "need to say it."
    ),
    verdict="supported with limits",
    bottom_line=(
        "Giving first is a good way to begin, most of all with people you do not know. That you should never "
        "ask at all is not supported."
    ),
    evidence=("burger1997", "regan1971", "clarkmills1979", "burger2006", "flynn2003"),
    tensions=("never-ask-or-ask", "all-about-them-or-mutual"),
    labels=("taking-first", "all-asks"),
)


@spots("taking-first")
def takes_first(reading):
    """An ask for the sender with no gift, offer or question about the other beside it."""
    said, name = reading.message, reading.person
    sold = {sentence.index for sentence in said.selling}
    if any(gift.sentence not in sold for gift in said.gifts) or said.curious or reading.place.tie == "close":
        return
    offered = "offer" in reading.brief.owed
    asks = [ask for ask in said.asks
            if ask.vouching or not (offered and reading.touches(ask.sentence, reading.place.owed))]
    for ask in asks[:1]:
        heavy = any(ask.size > 1 or ask.vouching for ask in asks)
        gift = f"You have this to give: {reading.gift}." if reading.gift else f"Ask after something {name} cares about."
        yield Spot(
            ask.start, ask.end,
            f"{name} is asked for something here, and nothing in the message is for {name}.",
            f"Put something for {name} before it. {gift}", sure=heavy or len(asks) > 1,
        )


@spots("all-asks", "plan")
def asks_all_along(reading):
    """Most steps ask, and nothing is given before the first ask."""
    plan = reading.plan
    asking = [step for step in plan.steps if "ask" in step.acts and not step.acts & {"thanks"}]
    giving = [step for step in plan.steps if step.acts & {"give", "thanks"} and step not in asking]
    if len(asking) < 2 or len(asking) * 2 <= len(plan.steps) or len(giving) * 2 > len(asking):
        return
    step = asking[0]
    yield Spot(
        step.start, step.end,
        "Most of these steps ask somebody for something. To each of them you are the one who only writes to ask.",
        "Let the first step to each person give, thank or ask how they are. Keep one wish for later.",
        sure=len(asking) * 3 >= len(plan.steps) * 2 and not any(step.start < asking[0].start for step in giving),
    )


WORDINGS = (
    Wording(
        "taking-first", "message", "Aa",
        "{name} is asked for something here, and nothing in the message is for {name}.",
        "Put something for {name} before it. You have this to give: {gift}.",
    ),
    Wording(
        "all-asks", "plan", "",
        "Most of these steps ask somebody for something. To each of them you are the one who only writes to ask.",
        "Let the first step to each person give, thank or ask how they are. Keep one wish for later.",
    ),
)

CAUGHT = (
    Example(
        "taking-first", "after-the-event",
        "Dear Hannah, it was nice to meet you. Could you put me in touch with the museums in your "
        "network? I would like to meet the directors. Leo",
    ),
    Example(
        "taking-first", "the-railway-director",
        "Dear Dr Vasquez, I clean at the central station and I would like to join the signalling school. "
        "Could you get me in? Thandi Mokoena",
    ),
    Example(
        "all-asks", "plan-after-conference",
        "Mon 9 March: ask Dana for a job in her team\n"
        "Tue 10 March: ask Will for two contacts\n"
        "Wed 11 March: ask Prof. Anders for a reference\n"
        "Fri 20 March: ask Elena to introduce me to her supervisor",
    ),
)

SPARED = (
    Example(
        "taking-first", "after-the-event",
        "Dear Hannah, your ticket page stops screen readers in three places. I have put the worst "
        "barriers on one page for you, free. Could you tell me who looks after the page? I will send it "
        "on Thursday. Leo",
    ),
    Example(
        "taking-first", "a-friend-at-the-theatre",
        "Esi, how is your daughter looking forward to Monday? Would you tell Laura Pinto about my wigs "
        "when it suits you? No is fine. Milan",
    ),
    Example(
        "all-asks", "plan-after-conference",
        "Mon 9 March: send Dana the county data link\n"
        "Wed 11 March: thank Elena for Greg Hall's name\n"
        "Fri 20 March: send Will the soil map\n"
        "10 April: ask Dana for half an hour about research",
    ),
)
