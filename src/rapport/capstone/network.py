"""The people whom a learner writes down, and what can be done with the list; every change gives a new list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from unicodedata import category

HOW = {"family": "family and friends", "work": "work", "school": "school and training", "place": "neighbourhood",
       "online": "online"}
"""Where one knows somebody from."""
LAST = {"month": "this month", "year": "this year", "longer": "longer ago"}
"""When one was last in touch."""
CLOSE = {"close": "close", "know": "know", "barely": "barely know"}
"""How close somebody is, from the inside of the picture to the outside."""
MOST = 150
MOST_CHOSEN = 5
LONGEST_NAME, LONGEST_LINE = 40, 240

_CHOICES = {"how": HOW, "last": LAST, "close": CLOSE}
_ASK = {"how": "Choose how you know them.", "last": "Choose when you were last in touch.",
        "close": "Choose how close you are."}


class Misfit(ValueError):
    """Raised where something cannot be done; the text is for the learner, ``field`` says where it belongs."""

    def __init__(self, text: str, field: str = ""):
        self.field = field
        super().__init__(text)


@dataclass(frozen=True)
class Person:
    """Somebody on the map: ``how``, ``last`` and ``close`` are keys of HOW, LAST and CLOSE.

    ``give`` is what the learner could give or tell them, ``reason`` why they were chosen to be written to.
    """

    id: int
    name: str
    how: str
    last: str
    close: str
    give: str = ""
    chosen: bool = False
    reason: str = ""

    @property
    def dormant(self) -> bool:
        """Whether the last contact is longer ago than a year."""
        return self.last == "longer"


@dataclass(frozen=True)
class Network:
    """The people in the order in which they were written down."""

    people: tuple[Person, ...] = ()

    @property
    def chosen(self) -> tuple[Person, ...]:
        """Those whom the learner wants to write to."""
        return tuple(person for person in self.people if person.chosen)

    def with_person(self, told: Mapping) -> Network:
        """With somebody more. Raises Misfit where something is missing or too long."""
        if len(self.people) >= MOST:
            raise Misfit(f"There are {MOST} people here, and more would not fit on the picture. Remove somebody first.")
        number = max((person.id for person in self.people), default=0) + 1
        return Network((*self.people, Person(number, **self._checked(told, number))))

    def changed(self, number: object, told: Mapping) -> Network:
        """With somebody told anew; whether they are chosen stays. Raises Misfit."""
        person = self._person(number)
        return self._put(replace(person, **self._checked(told, person.id)))

    def without(self, number: object) -> Network:
        """Without somebody. Raises Misfit."""
        gone = self._person(number)
        return Network(tuple(person for person in self.people if person is not gone))

    def choosing(self, number: object, chosen: bool) -> Network:
        """With somebody chosen to be written to, or no longer; a reason stays for later. Raises Misfit."""
        person = self._person(number)
        if chosen and not person.chosen and len(self.chosen) >= MOST_CHOSEN:
            raise Misfit("Five people are chosen already. That is plenty for ninety days. Take one tick away first.")
        return self._put(replace(person, chosen=chosen))

    def because(self, number: object, reason: object) -> Network:
        """With the reason why somebody was chosen. Raises Misfit."""
        return self._put(replace(self._person(number), reason=_line(reason)[:LONGEST_LINE]))

    def _person(self, number: object) -> Person:
        for person in self.people:
            if person.id == number:
                return person
        raise Misfit("This person is no longer on your map.")

    def _put(self, changed: Person) -> Network:
        return Network(tuple(changed if person.id == changed.id else person for person in self.people))

    def _checked(self, told: Mapping, number: int) -> dict[str, str]:
        name, give = _line(told.get("name")), _line(told.get("give"))
        if not name:
            raise Misfit("Write a name, or two letters that you will know again.", "name")
        if len(name) > LONGEST_NAME:
            raise Misfit(f"Please keep the name within {LONGEST_NAME} letters.", "name")
        if any(person.name.casefold() == name.casefold() and person.id != number for person in self.people):
            raise Misfit(f"“{name}” is on your map already. Add a letter, so that you can tell them apart.", "name")
        if len(give) > LONGEST_LINE:
            raise Misfit(f"Please keep this within {LONGEST_LINE} letters.", "give")
        for field, choices in _CHOICES.items():
            if told.get(field) not in choices:
                raise Misfit(_ASK[field], field)
        return {"name": name, "give": give, **{field: told[field] for field in _CHOICES}}


def as_data(network: Network) -> list[dict]:
    """The list as plain values, ready for JSON."""
    return [dict(vars(person)) for person in network.people]


def from_data(data: object) -> Network:
    """The list from plain values; whatever is damaged in it is left out."""
    network = Network()
    for told in data if isinstance(data, list) else ():
        if not isinstance(told, Mapping):
            continue
        try:
            network = network.with_person(told)
            number = network.people[-1].id
            network = network.because(number, told.get("reason")).choosing(number, told.get("chosen") is True)
        except (Misfit, TypeError):
            continue
    return network


def _line(text: object) -> str:
    """One line of text, with single blanks and without control characters."""
    if not isinstance(text, str):
        return ""
    return " ".join("".join(" " if category(letter) == "Cc" else letter for letter in text).split())
