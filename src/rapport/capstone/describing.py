"""A network in words: counts, and questions that follow from them. Nothing is scored, and no research is named."""

from __future__ import annotations

from collections import Counter

from ..render.words import capital
from .network import CLOSE, HOW, Network

NOBODY_YET = "Nobody is on your map yet. Begin with three people whom you spoke with this week."
FEW = 4
"""From so many people on, counts say something."""
_FROM = {"family": "from family and friends", "work": "from work", "school": "from school and training",
         "place": "from the neighbourhood", "online": "from online places"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")


def number(count: int) -> str:
    """A count in words up to twenty, then in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def summary(network: Network) -> list[str]:
    """The map in a few sentences; one that says how to begin where it is empty."""
    people = network.people
    if not people:
        return [NOBODY_YET]
    if len(people) == 1:
        one = people[0]
        return [f"One person is on your map: {one.name}, {_FROM[one.how]}."]
    return [_origins(network), _nearness(network), _times(network)]


def questions(network: Network) -> list[str]:
    """Two or three questions that the counts raise; none while there are only a few people."""
    if len(network.people) < FEW:
        return []
    asked = [question for ask in (_one_origin, _long_ago, _nobody_from, _nothing_to_give, _one_ring)
             if (question := ask(network))]
    return (asked + ["Who did not come to mind at first, and would be glad to hear from you?",
                     "Who on this map should know somebody else on it?"])[:max(2, min(3, len(asked)))]


def chosen_line(network: Network) -> str:
    """How many are chosen, and how many lack a reason."""
    chosen = network.chosen
    if not chosen:
        return "Nobody is chosen yet. Tick up to five people whom you would like to write to."
    bare = sum(not person.reason for person in chosen)
    said = f"{capital(number(len(chosen)))} of at most five {'is' if len(chosen) == 1 else 'are'} chosen."
    return f"{said} {capital(number(bare))} still {'needs' if bare == 1 else 'need'} a reason." if bare else said


def _origins(network: Network) -> str:
    """``Nine of your fourteen people come from work, three from school and training and two from online places.``"""
    counts = Counter(person.how for person in network.people).most_common()
    (first, most), others = counts[0], counts[1:]
    total = len(network.people)
    if not others:
        return f"{_all(total)} people come {_FROM[first]}."
    comes = "comes" if most == 1 else "come"
    rest = [f"{number(count)} {_FROM[how]}" for how, count in others]
    listed = f"{', '.join(rest[:-1])} and {rest[-1]}" if len(rest) > 1 else rest[0]
    head = "The other" if total - most == 1 else "The others"
    return f"{capital(number(most))} of your {number(total)} people {comes} {_FROM[first]}. {head}: {listed}."


def _all(total: int) -> str:
    return "Both your" if total == 2 else f"All your {number(total)}"


def _nearness(network: Network) -> str:
    counts = Counter(person.close for person in network.people)
    are = "is" if counts["close"] == 1 else "are"
    close, know, barely = (number(counts[ring]) for ring in CLOSE)
    nobody = "Nobody is close to you" if not counts["close"] else f"{capital(close)} {are} close to you"
    return f"{nobody}, {know} you know, and {barely} you barely know."


def _times(network: Network) -> str:
    counts = Counter(person.last for person in network.people)
    when = {"month": "this month", "year": "earlier this year", "longer": "before this year"}
    told = [f"with {number(counts[last])} {said}" for last, said in when.items() if counts[last]]
    if len(told) == 1:
        (last,) = counts
        return f"You were last in touch with all of them {when[last]}."
    return f"You were last in touch {', '.join(told[:-1])} and {told[-1]}."


def _one_origin(network: Network) -> str:
    (how, most), *_ = Counter(person.how for person in network.people).most_common()
    if most * 2 <= len(network.people):
        return ""
    return f"Most of your people come {_FROM[how]}. Who among the others hears news that these do not?"


def _long_ago(network: Network) -> str:
    count = sum(person.dormant for person in network.people)
    if not count:
        return ""
    if count == 1:
        name = next(person.name for person in network.people if person.dormant)
        return f"You have not been in touch with {name} this year. What would they be glad to hear from you?"
    asked = "Who would be glad of a line, and about what?"
    return f"You have not been in touch with {number(count)} of them this year. {asked}"


def _nobody_from(network: Network) -> str:
    missing = [how for how in HOW if all(person.how != how for person in network.people)]
    said = "Is there nobody, or did nobody come to mind?"
    return f"You wrote down nobody {_FROM[missing[0]]}. {said}" if missing else ""


def _nothing_to_give(network: Network) -> str:
    bare = sum(not person.give for person in network.people)
    if bare * 2 < len(network.people):
        return ""
    asked = "What did they last talk about?"
    return f"For {number(bare)} people you have not said what you could give or tell them. {asked}"


def _one_ring(network: Network) -> str:
    if any(person.close == "barely" for person in network.people):
        return ""
    return "You know all of these people quite well. Whom do you greet each week and hardly know?"
