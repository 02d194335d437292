"""Nobody plans to be rude. You are late, you are thinking of the next appointment, you complain about
the parking or about a firm you both know. You forget the name and are too shy to ask again. To you
it was a bad morning. To the other person it is all they know of you so far: they did not count.

Slow down for five minutes. Greet them, use the name, and ask again if you have lost it. Put one
real question and stay with the answer. Leave your complaints at the door. And if it went badly,
write a short, warm line the next day.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Leaving someone feeling unimportant",
    unit="conversation",
    sources=(("ten-wrong-ways", 9),),
    advice=(
        "You may not get a second chance. Be polite, smile, use the person's name and ask plenty of "
        "questions, so that they feel nobody mattered more to you that day."
    ),
    verdict="supported with limits",
    bottom_line=(
        "People form an impression fast, and good listening helps a little. But others like us more than we "
        "think. To ask real questions and not to perform is our advice."
    ),
    evidence=("willis2006", "weger2014", "huang2017", "howard1995", "boothby2018"),
    tensions=("everyone-matters-or-screen", "all-about-them-or-mutual"),
    labels=("bad-impression",),
)


@spots("bad-impression")
def hurts(reading):
    """The recipient's name wrong, or words that are rude, gossiping or backhanded."""
    said, name = reading.message, reading.person
    if slip := said.wrong_name or said.near_name:
        yield _misnamed(reading, slip, sure=bool(said.wrong_name))
    rude = reading.doing("rude")
    for act in rude[:1]:
        start, end = reading.around(act)
        yield Spot(
            start, end,
            f"This can sound like a complaint, gossip or a jab. {name} will wonder how you speak of {name} elsewhere.",
            "Take the sentence out. What is left will be read more kindly.", sure=_apart(rude) > 1,
        )


def _apart(acts):
    """How many of these acts, in order of place, do not overlap: two phrases may find the same words."""
    count = end = 0
    for act in acts:
        if act.start >= end:
            count, end = count + 1, act.end
    return count


@spots("bad-impression", certain=True)
def calls_by_another_name(reading):
    """Another name in the greeting than the recipient's."""
    if slip := reading.message.wrong_name:
        yield _misnamed(reading, slip)


def _misnamed(reading, slip, sure=True):
    start, end, called = slip
    return Spot(
        start, end,
        f"You write to {called}, but this person is called {reading.place.recipient.name}.",
        f"Write the name as {reading.person} writes it. Look it up once more before you send.", sure,
    )


WORDINGS = (
    Wording(
        "bad-impression", "message", "X",
        "This can sound like a complaint, gossip or a jab, or come too close. {name} will wonder how you speak of "
        "{name} elsewhere.",
        "Take it out, or say the same thing so that {name} could read it aloud.",
    ),
)

CAUGHT = (
    Example(
        "bad-impression", "after-the-event",
        "Dear Helen, it was good to meet you. I will send the link on Monday. Leo",
    ),
    Example(
        "bad-impression", "after-the-event",
        "Dear Hannah, your ticket site is a joke, and whoever made it is lazy. I will send you a list. "
        "Leo",
    ),
    Example(
        "bad-impression", "the-name-for-the-stall",
        "Beatriz, between us, Otto drinks and everyone knows it. I saw the stall on Wednesday. Farid",
    ),
)

SPARED = (
    Example(
        "bad-impression", "after-the-event",
        "Dear Hannah, it was good to meet you. I will send the link on Monday. Leo",
    ),
    Example(
        "bad-impression", "after-the-event",
        "Hi Hanna, I send link monday. page for ticket have three problem, I write them for you free. "
        "Leo",
    ),
)
