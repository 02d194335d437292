"""The laws that the course's material must obey.

A law is a function marked ``@law`` that yields a Fault for each thing to mend.
The modules of this folder hold them, one a subject; adding a law edits no list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..documents import Fault


@dataclass(frozen=True)
class Law:
    """One law; what ``first`` is set for must hold before any other can be looked at."""

    name: str
    find: Callable[[], Iterable[Fault]]
    first: bool = False

    @property
    def text(self) -> str:
        """What the law demands."""
        return self.find.__doc__ or ""


def law(function: Callable | None = None, *, first: bool = False):
    """Mark a function of this folder as a law."""

    def mark(marked: Callable):
        subject = marked.__module__.rpartition(".")[2]
        marked.law = Law(f"{subject}.{marked.__name__}", marked, first)
        return marked

    return mark(function) if function else mark


@cache
def laws() -> tuple[Law, ...]:
    """Every law: those that come first, then by subject, then as written in their files."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    marked = (getattr(value, "law", None) for module in modules for value in vars(module).values())
    return tuple(sorted((found for found in marked if isinstance(found, Law)), key=lambda found: not found.first))


def check() -> list[Fault]:
    """Everything to mend. Where a law that comes first is broken, only that is told."""
    for first in (True, False):
        if faults := [fault for found in laws() if found.first is first for fault in found.find()]:
            return faults
    return []
