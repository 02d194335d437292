"""Networking evening, trade fair, spring reception: it is in the calendar, so it counts as done. And
there you stand with a glass in a loud room, where nobody hears more than half a sentence. If you
are a quiet person, you go home tired and think that you are bad at this. The people you talked to
were tired as well.

Other places will do. The queue at the timber yard, the school gate, the train that is late. Or
write to one person you have long wanted to meet and suggest half an hour. If you do like events,
choose those where the same people meet again.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Meeting people only at events",
    unit="channels",
    sources=(("ten-wrong-ways", 2),),
    advice=(
        "You can get to know people anywhere: in a queue, in a lift, in a shop. If you like talking to one "
        "person at a time, write to someone you have wanted to meet."
    ),
    verdict="supported with limits",
    bottom_line=(
        "At a big, loose gathering people mostly met their friends. Meetings with a clear form, and small groups "
        "that meet again, did bring results. Everyday talk with people is pleasant, but we found no study of what it "
        "does for a career."
    ),
    evidence=("ingram2007", "epleyschroeder2014", "sandstromdunn2014", "boudreau2017", "caiszeidl2018"),
    tensions=("events-good-or-bad", "strangers"),
    labels=("events-only",),
)


@spots("events-only", "plan")
def only_events(reading):
    """Group events and no contact one to one."""
    plan = reading.plan
    events = plan.doing("event")
    single = [step for step in plan.steps if step.people and "event" not in step.acts and "tool" not in step.acts]
    people = {person.first for person in reading.place.people if not person.group}
    alone = [step for step in single if step.people & people]
    if not events or alone or len(events) * 2 < len(plan.steps):
        return
    yield Spot(
        events[0].start, events[0].end,
        "Everything here happens in a crowd. A contact grows when two people have time for each other.",
        "After each event, plan one short message or coffee with one person you met there.",
        sure=len(events) * 3 >= len(plan.steps) * 2,
    )


WORDINGS = (
    Wording(
        "events-only", "plan", "",
        "Everything here seems to happen in a crowd. A contact grows when two people have time for each other.",
        "After each event, plan one short message or coffee with one person you met there.",
    ),
)

CAUGHT = (
    Example(
        "events-only", "plan-after-conference",
        "April: the water conference in the city\n"
        "May: the soil fair\n"
        "June: the summer reception, stay until the end",
    ),
)

SPARED = (
    Example(
        "events-only", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "April: the water conference, then coffee with Elena\n"
        "May: visit Will at the farm",
    ),
)
