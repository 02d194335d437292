"""What every file in scenarios/briefs/ must hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import catalog
from ..documents import Fault, Faulty
from ..reading import brief
from . import law


@law(first=True)
def complete() -> Iterator[Fault]:
    """A file holds one brief with every field its kind needs, a title, and the file's name as its id."""
    for name, path in catalog.brief_paths().items():
        try:
            found = brief.load_file(path)
        except Faulty as error:
            yield from error.faults
        else:
            yield from _head_faults(name, path, found)


@law
def nothing_astray() -> Iterator[Fault]:
    """The folders of scenarios/ hold .yaml files only, since nothing else is found there."""
    for folder in sorted((catalog.root() / "scenarios").glob("*/")):
        for path in sorted(folder.glob("*")):
            if path.suffix != ".yaml" and not path.name.startswith("."):
                remedy = "Rename it to end in .yaml, or move it elsewhere."
                yield Fault(str(path), 0, "", "The course does not look at this file.", remedy)


@law
def own_names_are_free() -> Iterator[Fault]:
    """No file of scenarios/ is called my-…: learners' own briefs have such names, and would hide it."""
    for path in sorted((catalog.root() / "scenarios").glob(f"*/{brief.OWN}*")):
        yield Fault(str(path), 0, "", f"Names that begin with “{brief.OWN}” are the learners'.", "Choose another name.")


def _head_faults(name: str, path: Path, found: dict[str, brief.Brief]) -> Iterator[Fault]:
    if list(found) != [name]:
        message = f"The id is “{', '.join(found)}”, the file is called “{path.name}”."
        yield Fault(str(path), 1, "id", message, "Make the two the same; write one brief a file.")
    for one in found.values():
        if not one.title:
            remedy = "Add a line “title: …” with a few words that a learner will recognise."
            yield Fault(str(path), 1, "title", "The brief has no title.", remedy)
