"""Six hundred people are connected to you. The app reminds you of birthdays and sends the greeting
too. It feels like keeping in touch, and it costs nothing. That is just what the other side notices:
it cost nothing. A message that any machine could have sent tells them that a machine sent it, and
nobody warms to that.

Use the tool to find people and to remember dates. Then do one thing with your own hands. Ring.
Write two lines about what they told you last time. Offer to come by. The list may stay long. It
just cannot do the caring for you.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Letting an app do the caring",
    unit="channels",
    sources=(("almost-everybody", 4),),
    advice=(
        "Most people on your list will not see what you post. Use a tool for the first contact. Then put in "
        "effort of your own, by talking or meeting, so that it lasts."
    ),
    verdict="supported with limits",
    bottom_line=(
        "To become close takes more than a platform. But loose ties online went with useful news, and training "
        "in using such a site led to jobs."
    ),
    evidence=("utzbreuer2019", "wheeler2022", "robertsdunbar2015", "roghanizad2017", "utzbreuer2016"),
    tensions=("tools",),
    labels=("automation", "tools-only"),
)


@spots("automation")
def lets_tool_write(reading):
    """A tool stands in for the relation."""
    signs = reading.doing("automation")
    for act in signs[:1]:
        start, end = reading.around(act)
        yield Spot(
            start, end,
            f"Here a tool speaks for you, and {reading.person} has to serve it.",
            f"Write this part to {reading.person} yourself, and offer two times in a plain sentence.",
            sure=len(signs) > 1,
        )


@spots("tools-only", "plan")
def only_clicks(reading):
    """Likes, posts, trackers or automatic sequences, and no personal contact."""
    plan = reading.plan
    tools = plan.doing("tool")
    personal = [step for step in plan.steps if "tool" not in step.acts and (step.people or step.others)]
    if not tools or len(tools) * 2 < len(plan.steps) or len(personal) * 3 > len(plan.steps):
        return
    yield Spot(
        tools[0].start, tools[0].end,
        "Clicks, posts and lists are not contact. Nobody in this plan hears from you in person.",
        f"Change one of these steps into a message or a call to {reading.place.people[0].name}.",
        sure=len(tools) * 3 >= len(plan.steps) * 2,
    )


WORDINGS = (
    Wording(
        "automation", "message", "B",
        "Here a tool speaks for you, and {name} has to serve it.",
        "Write this part to {name} yourself, and offer two times in a plain sentence.",
    ),
    Wording(
        "tools-only", "plan", "",
        "Clicks, posts and lists are not contact. Hardly anybody in this plan hears from you in person.",
        "Change one of these steps into a message or a call to one person.",
    ),
)

CAUGHT = (
    Example(
        "automation", "after-the-event",
        "Dear Hannah, pick a slot in my calendar: my scheduling assistant will confirm it automatically. "
        "Leo",
    ),
    Example(
        "automation", "the-railway-director",
        "Dear Dr Vasquez, this is an automated message. I have added you to my list. Thandi",
    ),
    Example(
        "tools-only", "plan-after-conference",
        "Week 1: connect with everyone on LinkedIn\n"
        "Week 2: like and comment on their posts\n"
        "Week 3: build a contact database\n"
        "Week 4: post a summary and tag people",
    ),
)

SPARED = (
    Example(
        "automation", "after-the-event",
        "Dear Hannah, I could come on Tuesday or Thursday. Which suits you? Leo",
    ),
    Example(
        "tools-only", "plan-after-conference",
        "9 March: send Dana the county data link by email\n"
        "12 March: ring Fatima\n"
        "16 March: connect with Elena on LinkedIn, then meet her at the market",
    ),
)
