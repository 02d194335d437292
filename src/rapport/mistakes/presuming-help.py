"""When things are hard, everybody who could help looks like part of the answer. You tell them how
urgent it is, you count on a yes, and when nothing comes you ask again. You do not mean to push. On
the other side it feels like a bill for something they never bought, and the next time your name
shows on the phone they may let it ring.

Your need is real, but it is yours. Do your own share first. Then ask for something small that fits
how well you know each other, leave an easy way to say no, and take every bit of help as a gift.
"""

from __future__ import annotations

import re

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Expecting others to solve your problem",
    unit="mindset",
    sources=(("five-worst", 1), ("almost-everybody", 2), ("six-common", 2)),
    advice=(
        "Your need does not make a duty for anyone else. Do your own share of the work, see help as a gift, "
        "and do not lean on people you have hardly met."
    ),
    verdict="supported with limits",
    bottom_line=(
        "It is right that nobody owes you help. It would be wrong to stop asking: referrals work, and people "
        "say yes more often than we expect. Ask for something small, leave a way out, and keep doing your own "
        "share."
    ),
    evidence=("bohns2016", "belmipfeffer2015", "smith2005", "flynnlake2008", "burks2015", "gee2017"),
    tensions=("rely-or-not", "never-ask-or-ask", "all-about-them-or-mutual"),
    labels=("needs-first", "pressure", "wears-out"),
)


@spots("needs-first")
def argues_with_need(reading):
    """The sender's own need is the argument for a request."""
    said = reading.message
    needs = reading.doing("need")
    if not needs:
        return
    first_gift = min((gift.start for gift in said.gifts), default=None)
    softened = first_gift is not None and first_gift < needs[0].start and any(ask.easy for ask in said.asks)
    if softened:
        return
    sentences = {act.sentence for act in needs}
    asking = bool(said.asks) and (first_gift is None or first_gift > needs[0].start or len(sentences) > 1)
    start, end = reading.around(needs[0])
    if not (asking or len(sentences) > 1):
        return
    yield Spot(
        start, end,
        f"The reason given here is what you need. It gives {reading.person} your trouble, and no reason to act.",
        f"Leave the need out, or name it once, after something for {reading.person}, with an easy way to say no.",
        sure=bool(said.asks) and (len(sentences) > 1 or len(needs) > 1),
    )


@spots("pressure")
def presses(reading):
    """Deadlines, guilt, chasing or claims upon the other."""
    pushing = reading.doing("pressure")
    hurried = _deadline(reading)
    if not pushing and not hurried:
        return
    start, end = reading.around(pushing[0]) if pushing else hurried
    yield Spot(
        start, end,
        f"This pushes {reading.person}: it sets a limit, counts favours or demands an answer. People draw back.",
        "Say what you would like and that no is a fine answer. Keep dates for what you yourself will do.",
        sure=len(pushing) > 1 or bool(pushing) and not reading.does("easy-out"),
    )


def _deadline(reading) -> tuple[int, int] | None:
    """A favour for the sender with a limit of time for the other."""
    given = {gift.sentence for gift in reading.message.gifts}
    for ask in reading.message.asks:
        limits = [when for when in reading.whens if ask.start <= when.start < ask.end and _limits(reading.text, when)
                  and (when.first or when.kind == "day")]
        if limits and not ask.easy and ask.sentence not in given:
            return ask.start, ask.end
    return None


def _limits(text: str, when) -> bool:
    """Whether a time is a limit ("by Friday", "this week", "today") rather than an appointment."""
    words = text[max(0, when.start - 8):when.end].lower()
    return bool(re.search(r"\b(?:by|before|until|till|this week|today|tonight|tomorrow|latest)\b", words))


@spots("wears-out", "plan")
def wears_out(reading):
    """The same person again within three days, every day, or after a clear no."""
    plan = reading.plan
    pushy = [step for step in plan.steps if "pushy" in step.acts]
    for step in pushy[:1]:
        yield Spot(
            step.start, step.end,
            "Here somebody is written to again and again before they have answered. Soon they stop reading.",
            "Leave a week or two between two tries, and stop after the second unless they answer.",
            sure=len(pushy) > 1,
        )
    close = _close_together(plan) if not pushy else None
    if close:
        yield Spot(
            close[1].start, close[1].end,
            f"{close[0]} hears from you again within three days, with no time to answer.",
            f"Move this step for {close[0]} at least a week on, or put the two messages into one.", sure=False,
        )


def _close_together(plan):
    for name in sorted(plan.people):
        days = [(step.first, step) for step in plan.naming(name) if step.first and step.people == {name}]
        for (first, _), (second, step) in zip(days, days[1:]):
            if 0 < (second - first).days <= 3 and "ask" in step.acts:
                return name, step
    return None


WORDINGS = (
    Wording(
        "needs-first", "message", "N",
        "The reason given here is what you need. It gives {name} your trouble, and no reason to act.",
        "Leave the need out, or name it once, after something for {name}, with an easy way to say no.",
    ),
    Wording(
        "pressure", "message", "P",
        "This pushes {name}: it takes a yes for granted, sets a limit, or counts what is owed. People draw back.",
        "Say what you would like and that no is a fine answer. Keep dates for what you yourself will do.",
    ),
    Wording(
        "wears-out", "plan", "",
        "Somebody here hears from you again before there was time to answer, or after a clear no. Soon they stop "
        "reading.",
        "Leave a week or two between two tries, and stop after the second unless they answer.",
    ),
)

CAUGHT = (
    Example(
        "needs-first", "the-old-workshop",
        "Dear Kwame, my lease ends and I am running out of time. I really need a room by autumn, I "
        "cannot afford the rent any more. Could you give me teaching hours? Anneli",
    ),
    Example(
        "needs-first", "the-railway-director",
        "Dear Dr Vasquez, the nights are killing me and I need a place in the signalling school. Could "
        "you help me? It would mean the world to me. Thandi",
    ),
    Example(
        "pressure", "after-the-event",
        "Hannah, I am still waiting for your answer about the store rooms. You promised. Please confirm "
        "by Friday. Leo",
    ),
    Example(
        "pressure", "a-friend-at-the-theatre",
        "Esi, after everything I did for you I expected more. Put my name to Laura before Thursday. "
        "Milan",
    ),
    Example(
        "wears-out", "plan-after-conference",
        "9 March: write to Dana\n"
        "10 March: ask Dana again\n"
        "11 March: ring Dana every day until she answers\n"
        "12 March: chase Will too",
    ),
)

SPARED = (
    Example(
        "needs-first", "the-old-workshop",
        "Dear Kwame, I often think of the theatre seats. I have two boxes of hand tools for your pupils, "
        "and could bring them in May. If you hear of a room I could use, tell me, and if not, that is "
        "fine. Anneli",
    ),
    Example(
        "needs-first", "after-the-event",
        "Dear Hannah, thank you for offering the store rooms. I will send the page about your ticket "
        "site on Monday. Leo",
    ),
    Example(
        "pressure", "after-the-event",
        "Dear Hannah, would the week after your report suit you for the store rooms? If not, another "
        "time is just as good. Leo",
    ),
    Example(
        "pressure", "after-the-event",
        "Dear Hannah, here is the link, and one page about your ticket site. I will write again on the 3rd "
        "about the store rooms, and you can say yes, no or later. Leo",
    ),
    Example(
        "pressure", "the-railway-director",
        "Dear Dr Vasquez, I have noted six platforms that flood, with dates. You need not answer. I "
        "leave the list at your office on Monday. Thandi Mokoena",
    ),
    Example(
        "wears-out", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "23 March: a short note to Elena about Greg Hall\n"
        "20 April: Dana, did the data help? If there is no answer, once more in June.",
    ),
)
