"""Two messages without an answer, and it is easy to decide that this is not for you. Others do the
opposite: they send the same words to the same kind of people for a year and wonder. A silence
hurts, and nobody likes to look at it closely.

But a silence need not be a judgement. People are ill, or busy, or do not know what to reply. So try
once more, with one thing changed: a smaller question, another time, something useful to them. Write
down what you sent and what came back. After that, leave the door open kindly and turn to someone
else.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Giving up, or doing the same thing again and again",
    unit="mindset",
    sources=(("six-common", 6),),
    advice=(
        "It can take months or years before something comes of it, so keep going. But look regularly at what "
        "your efforts bring, and change your way of doing it when they bring nothing."
    ),
    verdict="supported",
    bottom_line=(
        "Going on pays when you look back at each try. Note who answered, change one thing, and ask again."
    ),
    evidence=("newark2014", "wanberg2005", "yin2019", "harkin2016", "sandstrom2022"),
    tensions=("persist-or-cull",),
    labels=("gives-up", "no-persistence"),
)


@spots("gives-up")
def writes_off(reading):
    """The relationship is ended or written off after a no or a silence."""
    for act in reading.doing("gives-up")[:1]:
        start, end = reading.around(act)
        yield Spot(
            start, end,
            f"This closes the door on {reading.person}, who may only have been busy.",
            "Leave the door open: give one useful thing, and say when you will look in again.",
            sure="no reply" in (reading.brief.cue or "") or len(reading.doing("gives-up")) > 1,
        )


@spots("no-persistence", "plan")
def tries_once(reading):
    """Most people get one try, and nothing says what follows silence."""
    plan = reading.plan
    quit_steps = [step for step in plan.steps if "gives-up" in step.acts and "silence" in step.acts]
    again = [name for name in plan.people if len(plan.naming(name)) > 1]
    silent = [step for step in plan.doing("silence") if step not in quit_steps]
    if quit_steps:
        step = quit_steps[0]
        yield Spot(step.start, step.end, "One silence, and this person is crossed off. Most silence is a busy week.",
                   "Plan one gentle second try after two weeks, with something useful in it.", sure=not silent)
    elif not silent and len(again) * 2 <= len(plan.people) and len(plan.people) > 1 and _is_personal(plan):
        at = plan.steps[-1].end
        yield Spot(at, at, "Most people here get one try, and the plan does not say what you do if nobody answers.",
                   "Add one line: what you send, after how many days, if there is no answer.",
                   sure=len(again) == 0 and len(plan.steps) > 2)


def _is_personal(plan) -> bool:
    """Whether at least half of the steps go to a named person and not to a crowd or a tool."""
    named = [step for step in plan.steps if step.people and not step.acts & {"everyone", "tool"}]
    return len(named) * 2 >= len(plan.steps)


WORDINGS = (
    Wording(
        "gives-up", "message", "U",
        "This sounds as if you were closing the door on {name}, who may only have been busy.",
        "Leave the door open: give one useful thing, and say when you will look in again.",
    ),
    Wording(
        "no-persistence", "plan", "",
        "Most people here get one try, and the plan does not say what you do if nobody answers.",
        "Add one line: what you send, after how many days, if there is no answer.",
    ),
)

CAUGHT = (
    Example(
        "gives-up", "after-the-event",
        "Dear Hannah, I guess you are not interested. I will not bother you again. Leo",
    ),
    Example(
        "gives-up", "the-name-for-the-stall",
        "Beatriz, forget it. I won't trouble you again. Farid",
    ),
    Example(
        "no-persistence", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "10 March: thank Elena for the name of Greg Hall\n"
        "12 March: ring Fatima\n"
        "16 March: rain forecast for Will",
    ),
    Example(
        "no-persistence", "plan-after-conference",
        "9 March: send Dana the county data link. No reply, then cross her off the list\n"
        "10 March: thank Elena\n"
        "12 March: ring Fatima",
    ),
)

SPARED = (
    Example(
        "gives-up", "after-the-event",
        "Dear Hannah, you must be busy with the report. I will write once more in May. Leo",
    ),
    Example(
        "no-persistence", "plan-after-conference",
        "9 March: send Dana the county data link\n"
        "10 March: thank Elena for the name of Greg Hall\n"
        "12 March: ring Fatima\n"
        "If somebody does not answer: one short note after two weeks",
    ),
)
