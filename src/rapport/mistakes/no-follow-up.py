"""You met someone, it went well, and you promised to send them something. Then it was Monday. After a
week it feels late, after a month it feels rude, so you say nothing. You did not stop caring.
But the other person sees only that the message never came. Little by little they forget your face,
or think that you were just being polite.

Send what you promised within a day or two, with one line about what you talked of. Put the next
contact in the calendar, with a date. If it is late already, send it today and say so. One short
“sorry, this is late” is enough.
"""

from __future__ import annotations

from datetime import timedelta

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Letting new contacts lapse",
    unit="follow-through",
    sources=(("five-worst", 6), ("six-common", 4), ("three-things", 3), ("ten-wrong-ways", 4)),
    advice=(
        "Meeting people brings nothing if you then just go home. Send what you promised at once. Set a day "
        "for the next contact, pass on what may interest them, and take the next step without wearing them "
        "out."
    ),
    verdict="supported",
    bottom_line=(
        "Studies of several kinds agree: ties fade, people hesitate to write, messages are welcome, and a plan "
        "with a date helps. None followed a first message to a new contact. We say: late is better than never."
    ),
    evidence=(
        "burt2002",
        "robertsdunbar2015",
        "aknin2024",
        "liu2023",
        "gollwitzer2006",
        "sheeran2024",
        "levin2011",
    ),
    tensions=("follow-up-timing", "persist-or-cull"),
    labels=("no-dates", "late-start", "broken-promise"),
)


@spots("broken-promise", unless="L")
def forgets_promise(reading):
    """A promise to the recipient that the message does not keep."""
    brief = reading.brief
    if not brief.promise:
        return
    found = reading.matter_of(reading.place.promise)
    if found >= 1.5:
        return
    yield Spot(
        reading.end, reading.end,
        f"You gave your word: “{brief.promise}”. {reading.person} will look for it here and not find it.",
        "Send it now, in this message. If you do not have it yet, say on which day it will come.", sure=found < 0.5,
    )


@spots("broken-promise", "plan")
def plans_no_promise(reading):
    """A promise in the brief is not in the plan, or goes to the wrong person."""
    plan = reading.plan
    for promise in plan.duties.promises:
        kept, mentioned = plan.keeps(promise)
        if kept:
            continue
        owner = promise.who or "somebody"
        at = (mentioned[0].start, mentioned[0].end) if mentioned else (plan.start, plan.start)
        yield Spot(
            *at,
            f"{owner} was promised something: {promise.words}. No step here does it, and {owner} is waiting."
            if promise.who else f"You promised to {promise.words}. No step here does it.",
            "Make it the first step, with a day in the coming week.", sure=not mentioned,
        )


@spots("no-dates", "plan")
def has_no_dates(reading):
    """Half or more of the steps have no time."""
    plan = reading.plan
    bare = [step for step in plan.steps if not step.whens]
    if not bare or len(bare) * 2 < len(plan.steps):
        return
    yield Spot(
        bare[0].start, bare[0].end,
        "This step has no day, and it is not the only one. What has no day is pushed on from week to week.",
        "Give each step a date, or a distance such as “two weeks later”.", sure=len(bare) * 3 >= len(plan.steps) * 2,
    )


@spots("late-start", "plan")
def starts_late(reading):
    """The first touch comes more than two weeks after the event, or a promise later than that."""
    plan = reading.plan
    limit = plan.anchor + timedelta(days=14)
    touching = [step for step in plan.steps if step.people or step.others or step.new_person]
    first = min((step for step in touching if step.first), key=lambda step: step.first, default=None)
    if first and first.first > limit and (plan.duties.event or not any(step for step in touching if not step.whens)):
        days = (first.first - plan.anchor).days
        yield Spot(
            first.start, first.end,
            f"The first contact comes {days} days after {_occasion(reading)}. By then the talk you had has faded.",
            "Move a first short message into the first week.", sure=touching[0].first is not None,
        )
        return
    for promise in plan.duties.promises:
        kept, _ = plan.keeps(promise)
        late = kept and all(step.first and step.first > limit for step in kept)
        if late:
            yield Spot(
                kept[0].start, kept[0].end,
                f"You promised this to {promise.who or 'somebody'}, and it comes more than two weeks later.",
                "Send it in the first days. If it is not ready, say so and name the day.", sure=True,
            )


def _occasion(reading) -> str:
    event = reading.brief.event
    return "your quarter begins" if event.startswith("no event") else event


WORDINGS = (
    Wording(
        "broken-promise", "plan", "",
        "Something that you promised is not done in this plan, or not for certain, or not by you to the right "
        "person.",
        "Make the promise the first step, with a day in the coming week: {promise}.",
    ),
    Wording(
        "no-dates", "plan", "",
        "Many of these steps have no day. What has no day is pushed on from week to week.",
        "Give each step a date, or a distance such as “two weeks later”.",
    ),
    Wording(
        "late-start", "plan", "",
        "The first contact, or something you promised, comes late. By then the talk you had has faded.",
        "Move a first short message, and what you promised, into the first week.",
    ),
)

CAUGHT = (
    Example(
        "broken-promise", "after-the-event",
        "Dear Hannah, thank you for offering the store rooms. I will ring you on Friday to find a day. "
        "Leo",
    ),
    Example(
        "broken-promise", "plan-after-conference",
        "9 March: thank Fatima for her offer\n"
        "12 March: write to Greg Hall, then tell Elena\n"
        "20 March: weather notes for Will\n"
        "4 May: one question to Prof. Anders",
    ),
    Example(
        "no-dates", "plan-after-conference",
        "Send Dana the county data link\n"
        "Thank Elena and write to Greg Hall\n"
        "Ring Fatima about crop insurance\n"
        "A rain forecast for Will",
    ),
    Example(
        "late-start", "plan-after-conference",
        "20 April: send Dana the county data link\n"
        "27 April: thank Elena for the name of Greg Hall\n"
        "4 May: ring Fatima\n"
        "1 June: Dana again",
    ),
    Example(
        "late-start", "plan-after-conference",
        "9 March: thank Fatima for her offer\n"
        "12 March: write to Greg Hall\n"
        "13 March: tell Elena\n"
        "30 April: send Dana the county data link",
    ),
)

SPARED = (
    Example(
        "broken-promise", "after-the-event",
        "Dear Hannah, here is the link to the contrast checker that I promised. I will ring you on "
        "Friday. Leo",
    ),
    Example(
        "broken-promise", "plan-after-conference",
        "9 March: send Dana the data page of the county, as I said I would\n"
        "12 March: write to Greg Hall, then tell Elena",
    ),
    Example(
        "no-dates", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "12 March: write to Greg Hall\n"
        "Two weeks later: tell Elena how it went\n"
        "In May: Dana again",
    ),
    Example(
        "late-start", "plan-after-conference",
        "Mon 9 March: send Dana the county data link\n"
        "12 March: thank Elena\n"
        "4 May: Dana again",
    ),
)
