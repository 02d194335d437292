"""The talk was good, and asking for something feels as if it might spoil it. So you say “we must keep
in touch”, and both of you mean it. Then each waits for the other. The other person would perhaps
have been glad to help, but with what, and when? A wish that is never said, or is said in a fog,
leaves them all the work.

Before you part, say one small thing that happens next: what, who, and which day. “I'll ring you on
the third, ten minutes, about the kiln.” Make it easy to say no. A clear question is kinder than a
vague one.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Ending a good talk with nothing agreed",
    unit="conversation",
    sources=(("three-things", 3),),
    advice=(
        "A pleasant talk is not the end of it. If you want something, say so. Part with an action and a date "
        "that you have both agreed, so that each knows how it goes on."
    ),
    verdict="supported",
    bottom_line=(
        "People expect too many refusals to a direct request, except in emails to strangers. A plan with a day "
        "helps. To ask for one small, exact thing that is easy to refuse is our advice."
    ),
    evidence=("zhao2022", "flynnlake2008", "brooks2015", "roghanizad2017", "gollwitzer2006", "clarkmills1979"),
    tensions=("never-ask-or-ask",),
    labels=("no-next-step",),
)


@spots("no-next-step")
def ends_open(reading):
    """No next step or avenue, or only "keep in touch"."""
    said, name = reading.message, reading.person
    asks = [ask for ask in said.asks]
    if said.steps or any(reading.sentences[ask.sentence].asks for ask in asks) or said.curious:
        return
    if any(sentence.asks for sentence in reading.sentences[-3:]):
        return
    vague = reading.doing("vague-step")
    start, end = reading.around(vague[-1]) if vague else (reading.end, reading.end)
    why = f"“Some time” is not a time. {name} cannot put it in a calendar, so it will not happen." if vague else (
        f"The message stops here, and {name} does not learn what happens next.")
    yield Spot(
        start, end, why,
        f"End with one small step and a day: what you will do, or what you would like from {name}, by when.",
        sure=not asks and not said.offers_vaguely and not _leans_forward(reading),
    )


def _leans_forward(reading) -> bool:
    """A time ahead or a fitting gift: then the step may be there in other words."""
    return any(not when.past for when in reading.whens) or any(gift.tied for gift in reading.message.gifts)


WORDINGS = (
    Wording(
        "no-next-step", "message", "K",
        "{name} does not learn what happens next, or when. What has no day is put off.",
        "End with one small step and a day: what you will do, or what you would like from {name}, by when.",
    ),
)

CAUGHT = (
    Example(
        "no-next-step", "after-the-event",
        "Dear Hannah, it was lovely to meet you at the culture-tech evening. Let's keep in touch and "
        "have coffee some time. Leo",
    ),
    Example(
        "no-next-step", "the-old-workshop",
        "Hello Kwame, I hope you are well and the school is doing fine. Mrs Duval turned eighty. All the "
        "best, Anneli",
    ),
)

SPARED = (
    Example(
        "no-next-step", "after-the-event",
        "Dear Hannah, thank you for offering the store rooms. I will ring you on Tuesday to find a day. "
        "Leo",
    ),
    Example(
        "no-next-step", "the-name-for-the-stall",
        "Dear Beatriz, thank you for Otto's number. I saw the stall on Wednesday. Shall I fit the new "
        "wheel next Friday? Farid",
    ),
)
