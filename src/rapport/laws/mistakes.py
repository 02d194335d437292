"""What every file in mistakes/ must hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from .. import catalog, mistakes, research
from ..documents import Fault
from ..mistakes import UNITS, VERDICTS, Mistake
from . import law

FOLDER = Path(str(resources.files(mistakes)))
GUIDE = "training/LABELS.md"
FEWEST_WORDS, MOST_WORDS = 50, 120


def fault(name: str, field: str, message: str, remedy: str) -> Fault:
    """A fault of a mistake's file, at the line of one field of its ``MISTAKE``."""
    path = FOLDER / f"{name}.py"
    return Fault(str(path), _lines(path).get(field, 1), field, message, remedy)


@law(first=True)
def files_load() -> Iterator[Fault]:
    """Each file is called by a plain id, is valid Python, and holds a MISTAKE of a known unit and verdict."""
    for path in sorted(FOLDER.glob("[!_]*.py")):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem):
            remedy = "Use small letters, digits and hyphens."
            yield Fault(str(path), 0, "", "The file's name is the mistake's id.", remedy)
        try:
            loaded = mistakes.load(path.stem)
        except SyntaxError as error:
            yield Fault(str(path), error.lineno or 0, "", f"This is not valid Python: {error.msg}.", "Mend the line.")
        except Exception as error:  # whatever an author's file may raise, the others are still looked at
            remedy = "Compare it with another file of this folder."
            yield Fault(str(path), 0, "MISTAKE", f"This file cannot be loaded: {error}.", remedy)
        else:
            yield from _known("unit", loaded, UNITS)
            yield from _known("verdict", loaded, VERDICTS)


@law
def explained() -> Iterator[Fault]:
    """Each mistake is explained to learners, briefly, and has a title, advice and a bottom line."""
    for name, mistake in catalog.mistakes().items():
        count = len(mistake.explanation.split())
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            message = f"The explanation at the head of the file has {count} words."
            yield fault(name, "docstring", message, f"Write {FEWEST_WORDS} to {MOST_WORDS}.")
        for field in ("title", "advice", "bottom_line"):
            if not getattr(mistake, field).strip():
                yield fault(name, field, "This is empty.", "Write it in plain words for learners.")


@law
def sources_agree() -> Iterator[Fault]:
    """A mistake names exactly the articles' items that sources.yaml says it teaches."""
    taught = {}
    for key, source in research.sources().items():
        for item in source.items:
            for name in item.mistakes:
                taught.setdefault(name, set()).add((key, item.n))
    for name, mistake in catalog.mistakes().items():
        for key, n in sorted(set(mistake.sources) - taught.get(name, set())):
            remedy = "Take it out, or add this mistake to the item in sources.yaml."
            yield fault(name, "sources", f"sources.yaml has no item {n} of “{key}” for this mistake.", remedy)
        for key, n in sorted(taught.get(name, set()) - set(mistake.sources)):
            remedy = f'Add ("{key}", {n}), or take the mistake out of the item in sources.yaml.'
            yield fault(name, "sources", f"By sources.yaml this mistake teaches item {n} of “{key}”.", remedy)


@law
def guide_is_covered() -> Iterator[Fault]:
    """Every label of the raters' guide (training/LABELS.md in a checkout) belongs to a mistake."""
    guide = catalog.root() / GUIDE
    lines = guide.read_text(encoding="utf-8").splitlines() if guide.is_file() else []
    table = False
    for number, line in enumerate(lines, start=1):
        first = line.strip("|").split("|")[0].strip() if line.startswith("|") else ""
        table = bool(first) and (table or first == "id")
        if table and re.fullmatch(r"[a-z]+(-[a-z]+)*", first) and first not in ("id", *catalog.labels()):
            remedy = "Add it to “labels” in the file of the mistake it shows."
            yield Fault(str(guide), number, first, "No mistake owns this label.", remedy)


@law
def labels_have_one_owner() -> Iterator[Fault]:
    """A finding label belongs to one mistake, and only that mistake's file spots it."""
    owner: dict[str, str] = {}
    for name, mistake in catalog.mistakes().items():
        for label in mistake.labels:
            if label in owner:
                message = f"The label “{label}” belongs to “{owner[label]}” already."
                yield fault(name, "labels", message, "Take it out of one of the two.")
            owner[label] = name
        for label in {spotter.label for spotter in mistake.spotters} - set(mistake.labels):
            remedy = "Add it to “labels”, or move the function to the label's own file."
            yield fault(name, "labels", f"A function here spots “{label}”, which is not this mistake's label.", remedy)


def _known(field: str, mistake: Mistake, known: tuple[str, ...]) -> Iterator[Fault]:
    value = getattr(mistake, field)
    if value not in known:
        yield fault(mistake.id, field, f"There is no {field} called “{value}”.", f"Write one of: {', '.join(known)}.")


@cache
def _lines(path: Path) -> dict[str, int]:
    """The line of each field of ``MISTAKE``, and of each list of examples."""
    found = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.lineno
            if isinstance(node.value, ast.Call):
                found |= {keyword.arg: keyword.lineno for keyword in node.value.keywords if keyword.arg}
    return found
