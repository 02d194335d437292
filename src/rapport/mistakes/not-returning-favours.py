"""They lent you the van, read your letter, told you about the room. You are grateful, and one day you
mean to do something for them. One day has no date. Or you think you have nothing that such a person
could need. Then you ask a third time, and they feel like a tap.

Ask what they are busy with, and listen for something small: a name, a lift, an hour of your trade,
a piece of news. Do it soon and without counting: a friend is not a bill to be paid. If there is
nothing they need, help the next person. That is giving back as well.
"""

from __future__ import annotations

from rapport.mistakes import Example, Mistake, Spot, Wording, spots

MISTAKE = Mistake(
    title="Taking help and giving none back",
    unit="follow-through",
    sources=(("six-common", 5), ("three-things", 3), ("ten-wrong-ways", 5)),
    advice=(
        "Everybody is busy. Still, it is only fair to spend a few minutes on those who helped you, or on "
        "somebody else who needs it."
    ),
    verdict="supported with limits",
    bottom_line=(
        "In one study, help that often goes both ways went with better standing and more work done. Give it soon, "
        "give what they need, and know that helping a third person counts too."
    ),
    evidence=("bakerbulkley2014", "clarkmills1979", "burger1997", "belmipfeffer2015", "flynn2003"),
    tensions=("all-about-them-or-mutual",),
    labels=("no-return",),
)


@spots("no-return")
def returns_nothing(reading):
    """Real help was given, the brief names something to give back, and nothing is offered."""
    place, said, name = reading.place, reading.message, reading.person
    if place.helped != "real" or not reading.brief.can_give:
        return
    sold = {sentence.index for sentence in said.selling}
    gifts = [gift for gift in said.gifts if gift.sentence not in sold]
    if any(gift.tied for gift in gifts) or len(gifts) > 1:
        return
    yield Spot(
        reading.end, reading.end,
        f"{name} has helped you: “{reading.brief.owed}”. Nothing comes back in this message.",
        f"Offer one thing of your own. The brief gives you this: {reading.gift}.",
        sure=not gifts and not _touches_gift(reading),
    )


def _touches_gift(reading) -> bool:
    return any(reading.matter_of(gift) >= 1 for gift in reading.place.gifts)


WORDINGS = (
    Wording(
        "no-return", "message", "",
        "{name} has helped you: “{owed}”. Nothing comes back in this message.",
        "Offer one thing of your own. The brief gives you this: {gift}.",
    ),
)

CAUGHT = (
    Example(
        "no-return", "the-name-for-the-stall",
        "Dear Beatriz, thank you for the number. I saw the stall with Otto on Wednesday and I like it. "
        "Best wishes, Farid",
    ),
    Example(
        "no-return", "a-friend-at-the-theatre",
        "Esi, thank you for the two days in the shop. Would you introduce me to Laura Pinto this week? "
        "Milan",
    ),
)

SPARED = (
    Example(
        "no-return", "the-name-for-the-stall",
        "Dear Beatriz, thank you for Otto's number. Your delivery bicycle still has that bent wheel: I "
        "will fit a new rear wheel, trued, on Friday. Farid",
    ),
    Example(
        "no-return", "a-friend-at-the-theatre",
        "Esi, I can walk your daughter to school every morning of the first week. And when it suits you, "
        "would you pass on three photographs to Laura? Milan",
    ),
)
