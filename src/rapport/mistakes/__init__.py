"""The mistakes, one file each; the file's name is the mistake's id.

A file holds its explanation for learners (the docstring), one ``MISTAKE`` value,
small functions marked ``@spots`` that find its labels in a reading, ``WORDINGS``
for what they miss, and the examples that prove it all: ``CAUGHT`` drafts must
draw the label, ``SPARED`` drafts must not. Files are found by walking this folder.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import import_module, resources

UNITS = ("mindset", "targeting", "channels", "conversation", "follow-through")
VERDICTS = (
    "supported",
    "supported with limits",
    "plausible, indirect evidence",
    "contested",
    "contradicted in part",
)


@dataclass(frozen=True)
class Spot:
    """Where a label shows in a draft, why it hurts and what to do instead.

    ``start`` and ``end`` are character offsets into the draft; equal where
    something is absent, and then they say where it could stand. What is not
    ``sure`` is put to the learner as a question and lowers no score.
    """

    start: int
    end: int
    why: str
    try_: str
    sure: bool = True


@dataclass(frozen=True)
class Spotter:
    """A function that yields the spots of one label in readings of one kind.

    What is ``certain`` was compared letter by letter, so it is stated whatever the trained weights make of the draft,
    and they never see it. What the others find is one thing among many that the weights weigh. Where these do not know
    the label, a sentence with one of the marks in ``unless`` (letters of training/MARKS.md) speaks against it.
    """

    label: str
    kind: str
    find: Callable[..., Iterable[Spot]]
    certain: bool = False
    unless: str = ""


@dataclass(frozen=True)
class Wording:
    """What is said of a label in a draft of ``kind`` where the trained weights see it and no spotter knows the place.

    The unit with the strongest of these ``marks`` (letters of training/MARKS.md) is quoted; without marks something is
    absent. In ``why`` and ``try_``, {name}, {owed}, {gift}, {cue}, {fact} and {promise} stand for the brief's words; a
    sentence that names what the brief does not have is left out.
    """

    label: str
    kind: str
    marks: str
    why: str
    try_: str


@dataclass(frozen=True)
class Example:
    """A draft on a brief that must (caught) or must not (spared) draw ``label``.

    ``sure`` is what a caught example's finding must be; None accepts either.
    """

    label: str
    brief: str
    text: str
    sure: bool | None = None


@dataclass(frozen=True)
class Mistake:
    """One classic networking mistake and all that the course knows about it.

    ``sources`` are (article key, item number) pairs of sources.yaml; ``evidence``
    are keys of evidence.yaml, the one that the lesson asks to guess about first; ``tensions`` ids of tensions.yaml.
    ``explanation``, ``spotters``, ``wordings``, ``caught`` and ``spared`` are filled in when
    the file is loaded.
    """

    title: str
    unit: str
    sources: tuple[tuple[str, int], ...]
    advice: str
    verdict: str
    bottom_line: str
    evidence: tuple[str, ...]
    tensions: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    id: str = ""
    explanation: str = ""
    spotters: tuple[Spotter, ...] = ()
    wordings: tuple[Wording, ...] = ()
    caught: tuple[Example, ...] = ()
    spared: tuple[Example, ...] = ()


def spots(label: str, kind: str = "message", certain: bool = False, unless: str = ""):
    """Mark a function as the finder of ``label`` in readings of ``kind`` (message or plan); the rest as in Spotter."""

    def mark(function):
        function.spotter = Spotter(label, kind, function, certain, unless)
        return function

    return mark


def load(name: str) -> Mistake:
    """The mistake in the file ``name``.py of this folder. Raises ImportError."""
    module = import_module(f"{__name__}.{name}")
    marked = (getattr(value, "spotter", None) for value in vars(module).values())
    return replace(
        module.MISTAKE,
        id=name,
        explanation=inspect.cleandoc(module.__doc__ or ""),
        spotters=tuple(spotter for spotter in marked if isinstance(spotter, Spotter)),
        wordings=getattr(module, "WORDINGS", ()),
        caught=getattr(module, "CAUGHT", ()),
        spared=getattr(module, "SPARED", ()),
    )


def load_all() -> dict[str, Mistake]:
    """Every mistake by id, ordered by unit and then by id."""
    files = (item.name for item in resources.files(__name__).iterdir())
    # In the browser edition the files are compiled.
    names = {name.partition(".")[0] for name in files if name.endswith((".py", ".pyc")) and not name.startswith("_")}
    loaded = sorted(map(load, names), key=lambda mistake: (UNITS.index(mistake.unit), mistake.id))
    return {mistake.id: mistake for mistake in loaded}
