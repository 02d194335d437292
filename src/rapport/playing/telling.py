"""Conditions in plain words, for somebody who keeps count with a pencil.

“Not” is carried down to the single names, where it can be said plainly; what stands inside something else begins with
“either” or “both”, so that no comma has to bear the meaning.
"""

from __future__ import annotations

from . import signs
from .condition import COMPARISONS, Compared, Condition, Every, Is, Not
from .scene import State

_GRADES = range(3)
_AMOUNTS = {"<": "below {}", "<=": "{} or less", ">": "above {}", ">=": "{} or more", "==": "exactly {}", "!=": "not {}"}
_OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}


def name_of(name: str) -> str:
    """What a number of the state is called on paper."""
    return name.replace("_", " ").capitalize()


def flag_of(name: str) -> str:
    """What a flag of the state is called on paper."""
    return f"“{name.replace('_', ' ')}”"


def number(value: int) -> str:
    """A number with a minus sign that is one."""
    return str(value).replace("-", "−")


def told(what: Condition, state: State) -> str:
    """The condition as a clause that follows “if”.

    A name of ``state`` is a number or a flag of the scene; every other is a label or a criterion of a written text.
    Raises KeyError for a name that is none of these.
    """
    return _said(what, state, negated=False, inside=False)


def _said(what: Condition, state: State, negated: bool, inside: bool) -> str:
    if isinstance(what, Not):
        return _said(what.part, state, not negated, inside)
    if isinstance(what, Is):
        return _named(what.name, state, negated)
    if isinstance(what, Compared):
        return _compared(what, state, negated)
    word = "and" if isinstance(what, Every) != negated else "or"
    parts = [_said(part, state, negated, inside=True) for part in what.parts]
    if inside:
        return ("either " if word == "or" else "both ") + f" {word} ".join(parts)
    return f", {word} ".join(parts)


def _named(name: str, state: State, negated: bool) -> str:
    if name in state:
        return f"{flag_of(name)} is {'not ticked' if negated else 'ticked'}"
    return signs.no_label(name) if negated else signs.label(name)


def _compared(what: Compared, state: State, negated: bool) -> str:
    if what.name in state:
        sign = _OPPOSITES[what.sign] if negated else what.sign
        return f"{name_of(what.name)} is {_AMOUNTS[sign].format(number(what.number))}"
    holds = COMPARISONS[what.sign]
    return signs.criterion(what.name, frozenset(grade for grade in _GRADES if holds(grade, what.number) != negated))
