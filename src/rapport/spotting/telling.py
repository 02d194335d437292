"""What a learner is told about an answer, and about a round of them."""

from __future__ import annotations

from collections.abc import Iterable

from .. import catalog
from .rounds import SURENESS, Round
from .spots import NONE, Item, Messages

NOTHING = "Nothing: I would send it"
FITS, FITS_NOT = "That fits.", "That does not fit."
BETTER = "The same message, mended"
SURE = {"guess": "A guess", "fairly": "Fairly sure", "very": "Very sure"}
"""How sure one can be, as a learner chooses it."""
SAID = {"guess": "and it was a guess", "fairly": "and you were fairly sure", "very": "and you were very sure"}
"""How sure a learner was, as the end of a sentence."""
_MANY = {"guess": "guesses", "fairly": "times fairly sure", "very": "times very sure"}
_ONE = {"guess": "you guessed", "fairly": "you were fairly sure", "very": "you were very sure"}


def title(answer: str) -> str:
    """An answer as it is offered: the mistake's title, or that nothing is wrong."""
    return NOTHING if answer == NONE else catalog.mistake(answer).title


def offered(item: Item) -> tuple[str, ...]:
    """The answers in the order of the course, "none" last, so that their places give nothing away."""
    return tuple(sorted(item.offered, key=[*catalog.mistakes(), NONE].index))


def said(item: Item, answer: str, sure: str) -> list[str]:
    """What the learner said of an item, and where it does not fit also what a careful reader would say."""
    yours = f"You said “{title(answer)}”, {SAID[sure]}."
    return [yours] if answer == item.answer else [yours, f"A careful reader would say “{title(item.answer)}”."]


def fitting(spots: Messages, one: Round) -> list[bool]:
    """For each answer of a round, in its order, whether it fits."""
    return [answer.answer == spots.items[answer.item].answer for answer in one.answers]


def result(spots: Messages, one: Round) -> str:
    """How many answers of a round fitted."""
    return f"{sum(fitting(spots, one))} of {len(one.order)} answers fitted."


def sureness(spots: Messages, one: Round) -> str:
    """How sureness and fit went together, in one sentence, the surest first."""
    fits = fitting(spots, one)
    parts = []
    for sure in reversed(SURENESS):
        told = [fit for fit, answer in zip(fits, one.answers) if answer.sure == sure]
        if told:
            parts.append(_part(sure, told))
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def missed(spots: Messages, one: Round) -> Iterable[Item]:
    """The items of a round whose answer did not fit."""
    return (spots.items[answer.item] for fit, answer in zip(fitting(spots, one), one.answers) if not fit)


def _part(sure: str, fits: list[bool]) -> str:
    if len(fits) == 1:
        return f"the one time {_ONE[sure]}, your answer {'fitted' if fits[0] else 'did not fit'}"
    count = {0: "none", len(fits): "both" if len(fits) == 2 else "all"}.get(sum(fits), str(sum(fits)))
    return f"of {len(fits)} {_MANY[sure]}, {count} fitted"
