"""“Ring Samira and say I sent you.” You say thanks, and then you do not ring. You are shy, or it did
not quite fit, or you forgot. Perhaps Samira was told to expect you. Now she asks what became of
you, and your friend does not know what to say. Next time your friend will think twice.

Listen, thank, and act within a few days. Then go back and tell how it went, even if nothing came of
it. If you will not use the advice, say so at once, kindly, with your reason. An honest no is kinder
than a silence.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Letting offered help go to waste",
    unit="follow-through",
    sources=(("five-worst", 1), ("ten-wrong-ways", 6)),
    advice=(
        "When someone offers advice or a name, listen, thank them, act on it, and tell them what came of it. "
        "If you will not use it, the articles disagree. One says to act as if it helped. The other says to "
        "explain at once, politely."
    ),
    verdict="supported with limits",
    bottom_line=(
        "Act and report back, or decline with thanks and a reason. Pretending is the riskier choice when the "
        "person who advised you will hear how it ended."
    ),
    evidence=("blunden2019", "levineschweitzer2015", "burks2015", "liu2023", "converse2012"),
    tensions=("feign-or-explain", "act-or-ask-why"),
    labels=("dropped-referral", "no-loop-back"),
)


@spots("dropped-referral")
def drops_it(reading):
    """A name or advice was given, and the message says neither what was done with it nor when, nor why not."""
    place, said, name = reading.place, reading.message, reading.person
    if not place.referred or place.tie == "close":
        return
    put_off = [act for act in reading.doing("postpone") if not _has_time(reading, act.sentence)]
    told = reading.does("report") or reading.matter_of({key: 1.0 for fact in place.facts for key in fact}) >= 3
    third = place.thirds[0] if place.thirds else "a hint"
    if put_off and not reading.does("report"):
        start, end = reading.around(put_off[0])
    elif not told and not said.thirds:
        start = end = reading.end
    else:
        return
    yield Spot(
        start, end,
        f"{name} passed on {third} to you. Here {name} cannot see what came of it, and may think it was wasted.",
        f"Say in one sentence what you did about {third}, or by when you will, or honestly why not.",
        sure=start == end or bool(said.thirds),
    )


def _has_time(reading, index: int) -> bool:
    sentence = reading.sentences[index]
    return any(sentence.start <= when.start < sentence.end for when in reading.whens)


@spots("no-loop-back", "plan")
def leaves_loop_open(reading):
    """A referral in the brief is not acted on, or not reported back to the one who gave it."""
    plan = reading.plan
    for referral in plan.duties.referrals:
        acted = plan.naming(referral.third)
        if not acted:
            at = plan.steps[-1].end if plan.steps else 0
            yield Spot(
                at, at, f"{referral.giver} gave you the name {referral.third}. No step does anything with it.",
                f"Add a step to write to {referral.third} this week, and one to tell {referral.giver} how it went.",
            )
        elif not _reported(plan, referral, acted[0]):
            yield Spot(
                acted[0].start, acted[0].end,
                f"You act on the name from {referral.giver}, but {referral.giver} never hears what came of it.",
                f"After this step, add one: tell {referral.giver} what {referral.third} said.",
                sure=not plan.naming(referral.giver),
            )


def _reported(plan, referral, acted) -> bool:
    after = [step for step in plan.naming(referral.giver) if step.start >= acted.start]
    return any(step.acts & {"tell", "thanks"} and (step is not acted or "tell" in step.acts) for step in after)


WORDINGS = (
    Wording(
        "dropped-referral", "message", "D",
        "{name} passed something on to you. Here {name} cannot see what came of it, and may think it was wasted.",
        "Say in one sentence what you did about it, or by when you will, or honestly why not.",
    ),
    Wording(
        "no-loop-back", "plan", "",
        "A name was passed on to you. Here it is not used, or the one who gave it never hears what came of it.",
        "Add a step to write to that person this week, and one to tell the giver how it went.",
    ),
)

CAUGHT = (
    Example(
        "dropped-referral", "the-name-for-the-stall",
        "Dear Beatriz, thank you very much for the tip. I will look into it when I have time. Farid",
    ),
    Example(
        "dropped-referral", "the-name-for-the-stall",
        "Dear Beatriz, thank you for your kindness. I hope your classes go well. Farid",
    ),
    Example(
        "no-loop-back", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "10 March: thank Fatima and fix half an hour\n"
        "13 March: write to Greg Hall about the course\n"
        "20 April: Dana again",
    ),
    Example(
        "no-loop-back", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "10 March: thank Fatima and Elena\n"
        "20 March: soil map for Will",
    ),
)

SPARED = (
    Example(
        "dropped-referral", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number. I called Otto Brandl and we saw the stall on Wednesday. "
        "Farid",
    ),
    Example(
        "dropped-referral", "the-name-for-the-stall",
        "Dear Beatriz, I have not written to Otto yet because my father is ill. I will call him by "
        "Friday. Farid",
    ),
    Example(
        "no-loop-back", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "13 March: write to Greg Hall about the course\n"
        "16 March: tell Elena what Greg said\n"
        "20 April: Dana again",
    ),
)
