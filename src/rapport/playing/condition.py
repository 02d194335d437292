"""The small language of a scene's conditions, such as ``trust >= 4 and not asked``.

Grammar (names may hold hyphens, since a written turn tests labels like ``no-next-step``)::

    either     = both ("or" both)*
    both       = negated ("and" negated)*
    negated    = "not" negated | atom
    atom       = "(" either ")" | name [("<" | "<=" | ">" | ">=" | "==" | "!=") whole number]

A bare name stands for something that is so or is not so; a name with a comparison is
a number. Nothing is ever handed to Python to evaluate.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

COMPARISONS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
DEEPEST = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<name>[A-Za-z_]\w*(?:-\w+)*)|(?P<number>[+-]?\d+)|(?P<sign>[<>]=?|==|!=|=|[()])|(?P<odd>\S))"
)
_WORDS = ("and", "or", "not")


class ConditionError(ValueError):
    """A condition that cannot be read; ``place`` counts characters from 1."""

    def __init__(self, message: str, place: int):
        self.place = place
        super().__init__(f"{message} (at character {place})")


@dataclass(frozen=True)
class Is:
    """A bare name: true where the thing named is so."""

    name: str
    place: int = 1

    def holds(self, values: Mapping[str, int | bool]) -> bool | None:
        value = values.get(self.name)
        return None if value is None else bool(value)

    def names(self) -> Iterator[Is | Compared]:
        yield self


@dataclass(frozen=True)
class Compared:
    """A name beside a whole number."""

    name: str
    sign: str
    number: int
    place: int = 1

    def holds(self, values: Mapping[str, int | bool]) -> bool | None:
        value = values.get(self.name)
        return None if value is None else COMPARISONS[self.sign](value, self.number)

    def names(self) -> Iterator[Is | Compared]:
        yield self


@dataclass(frozen=True)
class Not:
    """The opposite of ``part``."""

    part: Condition

    def holds(self, values: Mapping[str, int | bool]) -> bool | None:
        inner = self.part.holds(values)
        return None if inner is None else not inner

    def names(self) -> Iterator[Is | Compared]:
        yield from self.part.names()


@dataclass(frozen=True)
class Every:
    """True where all ``parts`` are (``and``)."""

    parts: tuple[Condition, ...]

    def holds(self, values: Mapping[str, int | bool]) -> bool | None:
        found = [part.holds(values) for part in self.parts]
        return False if False in found else None if None in found else True

    def names(self) -> Iterator[Is | Compared]:
        for part in self.parts:
            yield from part.names()


@dataclass(frozen=True)
class Any:
    """True where at least one of ``parts`` is (``or``)."""

    parts: tuple[Condition, ...]

    def holds(self, values: Mapping[str, int | bool]) -> bool | None:
        found = [part.holds(values) for part in self.parts]
        return True if True in found else None if None in found else False

    def names(self) -> Iterator[Is | Compared]:
        for part in self.parts:
            yield from part.names()


Condition = Is | Compared | Not | Every | Any
"""``holds(values)`` gives True or False, or None where it rests on a name without a value."""


@lru_cache(maxsize=2000)
def parse(text: str) -> Condition:
    """The condition that ``text`` says; scenes say the same ones again and again. Raises ConditionError, which says
    what was expected and where."""
    return _Parser(text).whole()


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    place: int


def _tokens(text: str) -> list[_Token]:
    found, position = [], 0
    while match := _TOKEN.match(text, position):
        kind = match.lastgroup
        word = match[kind]
        place = match.start(kind) + 1
        if kind == "odd":
            raise ConditionError(f"“{word}” has no meaning in a condition", place)
        if kind == "name" and word in _WORDS:
            kind = "word"
        found.append(_Token(kind, word, place))
        position = match.end()
    return [*found, _Token("end", "", len(text) + 1)]


class _Parser:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str):
        self.tokens, self.next, self.depth = _tokens(text), 0, 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.next]

    def whole(self) -> Condition:
        condition = self.either()
        if self.token.kind != "end":
            raise ConditionError(f"expected “and”, “or” or the end, found “{self.token.text}”", self.token.place)
        return condition

    def either(self) -> Condition:
        parts = [self.both()]
        while self.accept("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def both(self) -> Condition:
        parts = [self.negated()]
        while self.accept("and"):
            parts.append(self.negated())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def negated(self) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ConditionError("this is nested too deeply", self.token.place)
        condition = Not(self.negated()) if self.accept("not") else self.atom()
        self.depth -= 1
        return condition

    def atom(self) -> Condition:
        if self.accept("("):
            condition = self.either()
            if not self.accept(")"):
                raise ConditionError(f"expected “)”, found {self.found()}", self.token.place)
            return condition
        name = self.token
        if name.kind != "name":
            raise ConditionError(f"expected a name, found {self.found()}", name.place)
        self.next += 1
        return self.comparison(name) if self.token.text in (*COMPARISONS, "=") else Is(name.text, name.place)

    def comparison(self, name: _Token) -> Compared:
        sign = self.token
        if sign.text == "=":
            raise ConditionError("to compare, write “==” instead of “=”", sign.place)
        self.next += 1
        number = self.token
        if number.kind != "number":
            message = f"expected a whole number after “{sign.text}”, found {self.found()}"
            raise ConditionError(message, number.place)
        self.next += 1
        return Compared(name.text, sign.text, int(number.text), name.place)

    def accept(self, text: str) -> bool:
        if self.token.kind in ("word", "sign") and self.token.text == text:
            self.next += 1
            return True
        return False

    def found(self) -> str:
        return f"“{self.token.text}”" if self.token.text else "the end"
