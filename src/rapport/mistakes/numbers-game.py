"""Forty cards in your pocket feel like a good evening. A number is easy to count, and sending one text
to everybody saves time you do not have. But each of the forty can tell that the text was not
written for them. They owe it no answer. You end up with a long list of people who do not remember
you.

Choose a few, by name, and know why each one: what you have in common, what you could do for them.
Write to each in words that would fit nobody else. You may know many people loosely. Just do not
treat them as one crowd.
"""

from __future__ import annotations

import re

from rapport.mistakes import Example, Mistake, Spot, Wording, spots
from rapport.reading.needing import Needing
from rapport.reading.text import fold

MISTAKE = Mistake(
    title="Collecting as many contacts as you can",
    unit="targeting",
    sources=(("five-worst", 2), ("almost-everybody", 3), ("three-things", 1)),
    advice=(
        "Choose a few people whom you can help and who may help you one day. Approach each of them in a way "
        "that fits them, because nobody can have real ties with hundreds."
    ),
    verdict="contested",
    bottom_line=(
        "One text for everybody works badly. But a small list is not the cure: having many loose ties is "
        "worth a lot. Many contacts, each approached personally, is better than either."
    ),
    evidence=("hilldunbar2003", "lindenfors2021", "barron2002", "utz2016", "gee2017", "rajkumar2022"),
    tensions=("few-or-many", "select-for-use-or-not-as-means", "everyone-matters-or-screen"),
    labels=("mass-blast", "shotgun", "no-people"),
)


_FIELD = re.compile(
    r"\{\{|<<\w|[\[<{](?:[^\]>}\n]{0,20} )?(?:name|topic|company|title|role|industry)[\]>}]", re.IGNORECASE)

_TO_ANYBODY = Needing(
    r"\bsir ?(?:or|/|and) ?madam\b|\bto whom it may concern\b|\A\s*(?:dear|hi|hello|hey) (?:all|everyone|everybody)\b",
    "madam", "concern", " all", " every", flags=re.IGNORECASE)
_BLANK = Needing(
    r"\{\{?\w*(?:name|company|title)\w*\}|\[(?:first |last |your |company )?name\]", "{", "name]", flags=re.IGNORECASE)
"""Words that leave no doubt: a blank wherever it stands, a greeting where the recipient is named nowhere. All drafts in
training/ of which that is so were rated as sent to many. Beside the name such a greeting can be a joke ("To whom it
may concern, as the form has it, but it concerns you")."""


@spots("mass-blast")
def writes_to_many(reading):
    """Signs of one text to many."""
    signs = [act for act in reading.doing("mass") if not _names_one(reading, act)]
    merge = [found.start() for found in _FIELD.finditer(reading.text)]
    if not signs and not merge:
        return
    start, end = reading.around(signs[0]) if signs else (min(merge), min(merge) + 2)
    yield _spot(reading, start, end, bool(merge) or len({act.sentence for act in signs}) > 1 or signs[0].sentence == 0)


@spots("mass-blast", certain=True)
def writes_to_anybody(reading):
    """A greeting to anybody, or a blank that a tool should have filled."""
    folded = fold(reading.text)
    sign = _BLANK.search(reading.text, folded)
    if not sign and not reading.message.named:
        sign = _TO_ANYBODY.search(reading.text, folded)
    if sign:
        yield _spot(reading, *sign.span())


def _spot(reading, start, end, sure=True):
    return Spot(
        start, end,
        f"This reads as one text for many people. {reading.person} will feel like one address on a list.",
        f"Write to {reading.person} alone, and say one thing that is true only of {reading.person}.", sure,
    )


def _names_one(reading, act) -> bool:
    """Whether the recipient's own name follows at once ("Dear Sir Robert")."""
    return reading.text[act.end:act.end + 30].lower().strip().startswith(tuple(reading.place.recipient.forms))


@spots("shotgun", "plan")
def counts_heads(reading):
    """Everybody on a list, contacts counted as the goal, or one text for all."""
    plan = reading.plan
    wide = [step for step in plan.doing("everyone") if len(step.people) != 1]
    crowd = [step for step in plan.steps if len(step.people) >= 4]
    for step in (wide + crowd)[:1]:
        yield Spot(
            step.start, step.end,
            "This step treats many people as one. Each of them can tell, and none of them has a reason to answer.",
            "Choose the two or three you have a real reason to write to, and give each a line of their own.",
            sure=bool(wide and crowd) or len(wide) > 1,
        )


@spots("no-people", "plan")
def names_nobody(reading):
    """Steps name no one."""
    plan = reading.plan
    named = [step for step in plan.steps if step.people or step.others]
    clicks = [step for step in plan.steps if step.acts & {"tool", "everyone"}]
    if not plan.steps or len(named) * 3 > len(plan.steps) or len(clicks) * 2 > len(plan.steps):
        return
    step = next(step for step in plan.steps if step not in named)
    person = reading.place.people[0].name
    yield Spot(
        step.start, step.end,
        "No name stands here. A step without a person is easy to put off, because nobody is waiting.",
        f"Write a name and a reason in each step. You could begin with {person}.",
        sure=len(named) * 5 <= len(plan.steps),
    )


WORDINGS = (
    Wording(
        "mass-blast", "message", "M",
        "This reads as if many people got the same text. {name} is one name on a list.",
        "Write to {name} alone, and say one thing that fits nobody else: {fact}.",
    ),
    Wording(
        "shotgun", "plan", "",
        "This plan treats many people as one, or counts them. Each of them can tell, and none of them has a reason "
        "to answer.",
        "Choose the two or three you have a real reason to write to, and give each a line of their own.",
    ),
    Wording(
        "no-people", "plan", "",
        "Hardly a name stands here. A step without a person is easy to put off, because nobody is waiting.",
        "Write a name and a reason in each step.",
    ),
)

CAUGHT = (
    Example(
        "mass-blast", "after-the-event",
        "Dear all, it was great to meet everyone. Please subscribe to my newsletter. Leo",
    ),
    Example(
        "mass-blast", "the-railway-director",
        "To whom it may concern, I am writing to all directors about the school. Thandi Mokoena",
    ),
    Example(
        "mass-blast", "after-the-event",
        "Hi {{first_name}}, thank you for visiting. Leo",
    ),
    Example(
        "shotgun", "plan-after-conference",
        "Mon 9 March: the same email to all the people I met\n"
        "Fri 13 March: add everyone on the attendee list\n"
        "April: at least 30 new contacts\n"
        "May: write to all six again",
    ),
    Example(
        "no-people", "plan-after-conference",
        "Next week: reach out to some contacts\n"
        "April: stay in touch with my network\n"
        "May: go to another conference",
    ),
)

SPARED = (
    Example(
        "mass-blast", "after-the-event",
        "Dear Hannah, thank you for the forty minutes. I will send the link on Monday. Leo",
    ),
    Example(
        "shotgun", "plan-after-conference",
        "9 March: send Dana the county data link, because her team lacks gauge data\n"
        "12 March: ring Fatima about crop insurance\n"
        "16 March: rain forecast for Will",
    ),
    Example(
        "no-people", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "12 March: ring Fatima\n"
        "16 March: rain forecast for Will",
    ),
)
