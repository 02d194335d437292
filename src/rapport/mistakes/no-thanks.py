"""Somebody passed your name on, and it worked. You were so busy with the new job that the thanks
slipped your mind, or you thought they would know. Some people find thanking awkward: they fear it
sounds false, or too small. But the person who opened the door never hears whether anyone went
through it. They may feel a little used, and say nothing.

Write soon. Name what they did, and what came of it. Two honest sentences do it, in your own words.
Do not hang a new request on the end. And when there is more to tell later, thank them again.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Not saying thank you",
    unit="follow-through",
    sources=(("six-common", 2), ("six-common", 3), ("ten-wrong-ways", 6)),
    advice=(
        "When something good comes to you, somebody opened the door. Tell that person that their help "
        "mattered."
    ),
    verdict="supported",
    bottom_line=(
        "Several groups of researchers have found this, so it does not rest on any one study. Thanks cost "
        "little and mean more to the reader than the sender thinks. To be prompt and to name what was done is our "
        "advice."
    ),
    evidence=("kumarepley2018", "williamsbartlett2015", "grantgino2010", "converse2012"),
    tensions=("follow-up-timing",),
    labels=("no-thanks",),
)


@spots("no-thanks")
def leaves_thanks_out(reading):
    """Help is owed thanks in the brief, and no sentence thanks for it."""
    place, name = reading.place, reading.person
    if place.helped == "none" or place.tie == "close" or reading.message.thanks:
        return
    noticed = reading.matter_of(place.owed) >= 1
    gifts = [gift for gift in reading.message.gifts if gift.tied]
    if noticed and gifts and place.helped == "small":
        return
    pending = "offer" in reading.brief.owed
    at = reading.sentences[0].end
    yield Spot(
        at, at,
        f"{name} did something for you: “{reading.brief.owed}”. Nothing here shows that you noticed.",
        f"Thank {name} in one sentence that names it, before anything else.",
        sure=not gifts and (bool(reading.message.asks) or not noticed and (place.helped == "real" or pending)),
    )


@spots("no-thanks", "plan")
def plans_no_thanks(reading):
    """The brief names help, and no step thanks anybody."""
    plan = reading.plan
    if not plan.duties.helpers or plan.doing("thanks"):
        return
    helper = " and ".join(plan.duties.helpers)
    at = plan.steps[-1].end if plan.steps else 0
    yield Spot(
        at, at,
        f"{helper} helped you: “{reading.brief.owed}”. No step says thank you.",
        f"Add an early step that thanks {helper} and says what the help was good for.",
        sure=not plan.naming(*plan.duties.helpers) or not plan.doing("tell"),
    )


WORDINGS = (
    Wording(
        "no-thanks", "message", "",
        "{name} did something for you: “{owed}”. Nothing here shows that you noticed.",
        "Thank {name} in one sentence that names it, before anything else.",
    ),
    Wording(
        "no-thanks", "plan", "",
        "You were helped: “{owed}”. No step says thank you for it.",
        "Add an early step that thanks the person who helped and says what the help was good for.",
    ),
)

CAUGHT = (
    Example(
        "no-thanks", "the-name-for-the-stall",
        "Hello Beatriz, do you know anyone else with market stalls? Could you ask around for me this "
        "week? Farid",
    ),
    Example(
        "no-thanks", "after-the-event",
        "Dear Hannah, could you introduce me to the other museums? I would like to meet them this month. "
        "Leo",
    ),
    Example(
        "no-thanks", "plan-after-conference",
        "9 March: write to Dana about the link\n"
        "16 March: see Will at the farm\n"
        "14 April: Prof. Anders, one question about his talk",
    ),
)

SPARED = (
    Example(
        "no-thanks", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number of Otto Brandl. I met him on Wednesday. I will bring a "
        "new wheel on Friday. Farid",
    ),
    Example(
        "no-thanks", "the-name-for-the-stall",
        "Beatriz, that stall is your doing. I looked at it with Otto on Wednesday, and your wheel is "
        "next: I can fit it on Friday. Farid",
    ),
    Example(
        "no-thanks", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "10 March: thank Fatima for her offer and fix half an hour\n"
        "12 March: write to Greg Hall, then thank Elena\n"
        "20 April: Dana again",
    ),
)
