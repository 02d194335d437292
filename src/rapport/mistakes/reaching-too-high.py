"""You admire somebody: the chef with the book, the head of the whole hospital group. One word from
them would change everything, so you ask for an hour, or for a job. That takes courage. But they get
many such letters, and yours asks for a lot and holds nothing for them.

You need not keep to your own level. Make the request small instead: one question that they can
answer in two minutes, about something they really did, or something of use to them. And spend most
of your time on people for whom your own knowledge is worth something today.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Asking big favours of people far above you",
    unit="targeting",
    sources=(("five-worst", 3), ("almost-everybody", 5)),
    advice=(
        "Famous and very senior people are nearly out of reach, because only you would gain from it. Rank "
        "does not matter. Look for people who can use what you know or whom you know."
    ),
    verdict="contradicted in part",
    bottom_line=(
        "Courting famous people is a poor use of time. But research on status points the other way from the "
        "articles: reach higher than feels comfortable, with a request that is small and exact."
    ),
    evidence=("walter2015", "lin1999", "seibert2001", "milkman2012", "lindumin1986", "brooks2015"),
    tensions=("reach-up-or-not",),
    labels=("reaching-too-high",),
)


@spots("reaching-too-high")
def reaches(reading):
    """A big favour from somebody of far higher standing, or a huge one from somebody above."""
    status, name = reading.brief.status, reading.person
    if status not in ("far above", "above") or reading.place.tie == "close":
        return
    if status == "above" and not reading.place.stranger and reading.place.tie != "dormant":
        return
    floor = 2 if status == "far above" else 3
    for ask in [ask for ask in reading.message.asks if ask.size >= floor][:1]:
        yield Spot(
            ask.start, ask.end,
            f"{name} gets many wishes like this and does not know you. So large a favour is easy to leave unanswered.",
            f"Ask for nothing yet. Send {name} one small useful thing{': ' + reading.gift if reading.gift else ''}.",
            sure=not ask.easy,
        )


WORDINGS = (
    Wording(
        "reaching-too-high", "message", "A",
        "{name} gets many wishes like this and does not know you. So large a favour is easy to leave unanswered.",
        "Ask for nothing yet. Send {name} one small useful thing: {gift}.",
    ),
)

CAUGHT = (
    Example(
        "reaching-too-high", "the-railway-director",
        "Dear Dr Vasquez, would you be my mentor? We could talk for one hour every month. Thandi Mokoena",
    ),
    Example(
        "reaching-too-high", "the-railway-director",
        "Dear Dr Vasquez, could you give me a place in the school? Thandi Mokoena",
    ),
)

SPARED = (
    Example(
        "reaching-too-high", "the-railway-director",
        "Dear Dr Vasquez, here are the six platforms that flood, with dates and photographs. I will "
        "leave the list at your office on Monday. Thandi Mokoena",
    ),
    Example(
        "reaching-too-high", "after-the-event",
        "Dear Hannah, could we meet for an hour at the store rooms? Leo",
    ),
)
