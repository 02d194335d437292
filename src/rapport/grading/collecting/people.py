"""The people of a class, and who is meant by an id, an e-mail or a name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

# Letters that Unicode does not take apart, though people type them without their stroke.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@dataclass(frozen=True)
class Person:
    """Somebody of the class; ``id`` is nbgrader's, ``lms`` the learning platform's. What is not known is empty."""

    id: str
    first: str = ""
    last: str = ""
    email: str = ""
    lms: str = ""

    @property
    def name(self) -> str:
        """First and last name, or the id where there is neither."""
        return " ".join(filter(None, (self.first, self.last))) or self.id


class People:
    """Looks people up. Each look-up gives everybody who can be meant: nobody, one, or more."""

    def __init__(self, people: Iterable[Person]):
        self.all = {person.id: person for person in people}
        self._by: dict[str, dict[str, set[Person]]] = {
            kind: defaultdict(set) for kind in ("id", "email", "lms", "name", "squeezed")
        }
        for person in self.all.values():
            self._enter("id", _same(person.id), person)
            self._enter("email", _same(person.email), person)
            self._enter("lms", _same(person.lms), person)
            for one, other in ((person.first, person.last), (person.last, person.first)):
                self._enter("name", folded(f"{one} {other}"), person)
                self._enter("squeezed", folded(f"{one} {other}").replace(" ", ""), person)

    def called(self, text: str) -> set[Person]:
        """By id, else by e-mail, else by full name in either order, accents or none."""
        return self._first(("id", text), ("email", text), ("name", text))

    def on_platform(self, number: str, name: str, squeezed: bool) -> set[Person]:
        """By a platform's number, else by the name that it writes; of “Group A-Ama Boateng” the group may go."""
        if found := self._get("lms", number):
            return found
        if squeezed:
            return self._get("squeezed", folded(name).replace(" ", ""))
        pieces = name.split("-")
        return self._first(*(("name", "-".join(pieces[start:])) for start in range(len(pieces))))

    def _first(self, *asked: tuple[str, str]) -> set[Person]:
        return next((found for kind, text in asked if (found := self._get(kind, text))), set())

    def _get(self, kind: str, text: str) -> set[Person]:
        key = _same(text) if kind in ("id", "email", "lms") else folded(text)
        return set(self._by[kind].get(key, ())) if key else set()

    def _enter(self, kind: str, key: str, person: Person) -> None:
        if key:
            self._by[kind][key].add(person)


def folded(name: str) -> str:
    """A name as it is compared: small letters without accents, and one blank for all that stands between them."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold().translate(_PLAIN))
    letters = "".join(letter for letter in apart if not unicodedata.category(letter) == "Mn")
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’ʼ`´]", "", letters)))


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()
