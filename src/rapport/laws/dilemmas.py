"""What every file in scenarios/dilemmas/ must hold by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import catalog, research
from ..dilemmas.dilemma import Dilemma
from ..dilemmas.loading import read_dilemma
from ..documents import Document, Fault, Faulty
from ..reading.text import sentences
from . import law

WORDS = {"situation": (60, 90), "question": (3, 15), "option_a": (15, 30), "option_b": (15, 30), "later": (30, 60)}
"""The fewest and the most words of each text."""
LATER_SENTENCES = (2, 3)
APART = 6
"""So many words at most one option may be longer than the other: the longer one looks like the right one."""


@law
def dilemmas_load() -> Iterator[Fault]:
    """A file of a situation has every field, and names a tension that exists."""
    for path in catalog.dilemma_paths().values():
        try:
            read_dilemma(path)
        except Faulty as error:
            yield from error.faults


@law
def one_for_each_tension() -> Iterator[Fault]:
    """Each tension of tensions.yaml has one file, called by it, and there is no other file."""
    paths = catalog.dilemma_paths()
    for key in research.read("tensions"):
        if key not in paths:
            folder = catalog.root() / "scenarios" / "dilemmas"
            message = f"The tension “{key}” has no situation that asks about it."
            yield Fault(str(folder), 0, "", message, f"Write scenarios/dilemmas/{key}.yaml.")
    for dilemma, document in _files():
        if dilemma.tension != document.path.stem:
            message = f"The tension is “{dilemma.tension}”, the file is called “{document.path.name}”."
            yield document.fault(("tension",), message, "Make the two the same.")


@law
def lengths_are_kept() -> Iterator[Fault]:
    """A situation has 60 to 90 words, its options are about as long as each other, and what to try is short."""
    for dilemma, document in _files():
        for field, (fewest, most) in WORDS.items():
            if not fewest <= (count := _count(dilemma, field)) <= most:
                message = f"This has {count} words; it must have {fewest} to {most}."
                yield document.fault((field,), message, "Add to it." if count < fewest else "Shorten it.")
        if abs(_count(dilemma, "option_a") - _count(dilemma, "option_b")) > APART:
            message = f"One option is more than {APART} words longer than the other, and so looks like the right one."
            yield document.fault(("option_b",), message, "Make the two about as long as each other.")
        fewest, most = LATER_SENTENCES
        if not fewest <= (count := len(sentences(dilemma.later))) <= most:
            yield document.fault(("later",), f"This has {count} sentences.", f"Write {fewest} or {most}.")
        if not dilemma.question.strip().endswith("?"):
            yield document.fault(("question",), "This is no question.", "End it with a question mark.")


@law
def no_text_twice() -> Iterator[Fault]:
    """No sentence stands twice, in one file or in two; a question may."""
    owners: dict[str, Path] = {}
    for dilemma, document in _files():
        for field in WORDS.keys() - {"question"}:
            for sentence in sentences(getattr(dilemma, field)):
                words = " ".join(sentence.text.lower().split())
                if words in owners:
                    first = owners[words].name
                    message = f"This sentence stands a second time (first in {first}): “{sentence.text}”"
                    yield document.fault((field,), message, "Write another one.")
                owners.setdefault(words, document.path)


def _count(dilemma: Dilemma, field: str) -> int:
    return len(getattr(dilemma, field).split())


def _files() -> Iterator[tuple[Dilemma, Document]]:
    for path in catalog.dilemma_paths().values():
        try:
            yield read_dilemma(path)
        except Faulty:
            continue  # told by dilemmas_load
