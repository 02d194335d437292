"""At the trade evening you stand with the two you came with. You know their jokes, and the talk is
easy. There is nothing wrong with old friends. But they know what you know and hear what you hear,
so they can tell you little that is new. And someone at the next table, from another trade, may be
standing alone.

Keep your old ties, and add one new person at a time. Someone from another field, another age, or
the friend of a friend will do. Some will not be interested, and that is no disaster. Ask what they
work on, and you have begun.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Staying with the people you know",
    unit="targeting",
    sources=(("three-things", 2), ("ten-wrong-ways", 10)),
    advice=(
        "Meeting the same people at the same events adds to the count and not to your reach. Approach people "
        "outside your field and your usual level, accept that some will say no, and keep your old ties as "
        "well."
    ),
    verdict="supported",
    bottom_line=(
        "This is one of the best supported pieces of advice. Look for loose ties, such as people with whom "
        "you share a few acquaintances, and not only for complete strangers."
    ),
    evidence=("granovetter1973", "rajkumar2022", "burt2004", "ingram2007", "gee2017"),
    tensions=("few-or-many", "reach-up-or-not", "strangers"),
    labels=("same-circle",),
)


@spots("same-circle", "plan")
def stays_at_home(reading):
    """Only people the sender sees all the time."""
    plan = reading.plan
    known = frozenset(plan.duties.close_by)
    if not known or not plan.people & known or len(plan.people - known) > 1:
        return
    near = [step for step in plan.steps if step.people and step.people <= known]
    if len(near) * 2 < len(plan.steps):
        return
    others = [person.first for person in reading.place.people if person.first not in known and not person.group]
    yield Spot(
        near[0].start, near[0].end,
        "You see these people anyway. They know what you know, so little that is new can reach you.",
        f"Add one step to somebody from another corner, for example {others[-1] if others else 'a new person'}.",
        sure=not plan.people - known,
    )


WORDINGS = (
    Wording(
        "same-circle", "plan", "",
        "You see these people anyway. They know what you know, so little that is new can reach you.",
        "Add one step to somebody from another corner of the brief.",
    ),
)

CAUGHT = (
    Example(
        "same-circle", "plan-after-conference",
        "Mon 9 March: lunch with Jim\n"
        "Mon 16 March: lunch with Jim again\n"
        "April: Jim and I look at our notes",
    ),
)

SPARED = (
    Example(
        "same-circle", "plan-after-conference",
        "Mon 9 March: send Dana the county data link\n"
        "Wed 11 March: ring Fatima from the bank\n"
        "Fri 13 March: lunch with Jim\n"
        "April: Will, rain forecast",
    ),
)
