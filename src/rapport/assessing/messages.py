"""The five criteria of a message, each 0 to 2 with the reason for it.

``stated`` are the labels that were found for sure; what is only suspected lowers nothing.
"""

from __future__ import annotations

from ..reading import Reading

Judged = tuple[int, str]

_DEMANDING = frozenset(
    {"taking-first", "pressure", "reaching-too-high", "self-promotion", "gives-up", "mass-blast", "automation"})
_ABOUT_ONESELF = frozenset(
    {"needs-first", "self-promotion", "taking-first", "conduit", "cold-favour", "automation", "blind-contact"})


def criteria(reading: Reading, stated: frozenset[str]) -> dict[str, Judged]:
    """Points and reason for reason, give, ask, close and courtesy."""
    return {
        "reason": _reason(reading, stated),
        "give": _give(reading, stated),
        "ask": _ask(reading, stated),
        "close": _close(reading, stated),
        "courtesy": _courtesy(reading, stated),
    }


def _reason(reading: Reading, stated: frozenset[str]) -> Judged:
    said, name = reading.message, reading.person
    if "blind-contact" in stated:
        return 0, f"Nothing here is about {name} in particular."
    if stated & {"mass-blast"}:
        return min(1, int(said.depth >= 1)), "It reads as if many people got the same text."
    deep = said.depth >= 1.5 or (said.depth >= 1 and (said.thirds or said.recalls_meeting))
    if deep and not stated & {"unprepared", "conduit"}:
        return 2, f"It speaks of something that belongs to {name}."
    if deep or said.depth >= 0.5 or said.recalls_meeting or said.thirds or reading.does("report"):
        return 1, f"It touches on {name}'s world, but not closely."
    return 0, f"No detail from {name}'s own work or words was found."


def _give(reading: Reading, stated: frozenset[str]) -> Judged:
    said, name = reading.message, reading.person
    selling = {sentence.index for sentence in said.selling}
    gifts = [gift for gift in said.gifts if gift.sentence not in selling]
    if stated & {"taking-first"}:
        return 0, f"It asks, and nothing goes to {name}."
    capped = stated & {"self-promotion", "pressure", "mass-blast", "automation"}
    if any(gift.tied for gift in gifts) or (said.curious and said.depth >= 1):
        if capped:
            return 1, "A gift, but with strings or a sales pitch."
        return 2, f"It gives something that {name} can use."
    if len(gifts) > 1 and not capped:
        return 2, f"It offers {name} real things."
    if gifts or said.curious or said.offers_vaguely or said.gifts:
        return 1, f"It offers something, but not yet what {name} needs."
    return 0, f"Nothing is given or offered, and no real question is put to {name}."


def _ask(reading: Reading, stated: frozenset[str]) -> Judged:
    said = reading.message
    if stated & {"reaching-too-high", "cold-favour"}:
        return 0, f"What is asked is more than this tie can carry."
    if "pressure" in stated:
        return 0, f"It presses {reading.person}."
    largest = max((demand(reading, ask) for ask in said.asks), default=0)
    if stated & {"taking-first"}:
        return (0 if largest >= 2 else 1), "It asks before anything has been given."
    selfish = {"needs-first", "self-promotion", "conduit", "only-when-needed", "mass-blast", "automation"}
    if stated & selfish and said.asks:
        return 1, "What is asked rests on your own need."
    if largest >= 3:
        return 0, f"The favour is too large for how well {reading.person} knows you."
    if largest == 2:
        return 1, "The favour is a little large, or not easy to refuse."
    return 2, "Nothing is asked that costs much." if not said.asks else "What is asked is small and easy to refuse."


def demand(reading: Reading, ask) -> int:
    """How heavy an ask weighs on this tie: 0 light, 2 a bit large, 3 and more too much."""
    weight = ask.size + (ask.vouching and reading.place.stranger)
    if reading.brief.status == "far above" and ask.size >= 2:
        weight += 1
    if reading.place.tie == "close" or reading.message.gifts:
        weight -= 1
    return weight - ask.easy


def _close(reading: Reading, stated: frozenset[str]) -> Judged:
    said = reading.message
    if "no-next-step" in stated:
        return 0, "It ends without saying what happens next."
    if any(step.when for step in said.steps):
        if stated & _DEMANDING:
            return 1, "There is a date, but it serves the demand."
        return 2, "It says what happens next, and when."
    if said.steps or said.curious or said.asks:
        return 1, "It says what could happen next, but not when."
    if said.gifts:
        return 1, "The next step is only hinted at."
    return 0, "It ends without saying what happens next."


def _courtesy(reading: Reading, stated: frozenset[str]) -> Judged:
    name = reading.person
    if stated & {"bad-impression", "pressure"}:
        return 0, f"Some words here could hurt or press {name}."
    if "gives-up" in stated or "mass-blast" in stated:
        return 0, f"{name} is written off, or is one of many."
    if "no-thanks" in stated:
        return 1, f"{name} helped, and is not thanked."
    if stated & _ABOUT_ONESELF:
        return 1, "It is polite, but mostly about yourself."
    return 2, "It is warm and leaves room."
