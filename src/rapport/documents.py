"""YAML documents that know on which line each field stands.

Authors of scenes and briefs are not programmers, so every fault names the file,
the line, the field and the remedy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from . import plain_yaml

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one file, in words for the person who wrote it.

    ``line`` counts from 1; 0 where no line can be named. ``field`` is a dotted
    path such as ``turns.gate.choices.2.why``, or empty for the whole file.
    """

    path: str
    line: int
    field: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        where = f" {self.field}:" if self.field else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}:{where} {self.message}{remedy}"


class Faulty(ValueError):
    """Raised where a file cannot be used; ``faults`` lists every reason found."""

    def __init__(self, faults: list[Fault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))


@dataclass(frozen=True)
class Document:
    """The plain data of a YAML file. Its text tells the line of every field; data from elsewhere has none."""

    path: Path
    data: object
    text: str = ""

    @cached_property
    def lines(self) -> dict[Location, int]:
        """The line of every field: found only when first asked for, as most files have no fault."""
        lines: dict[Location, int] = {}
        _walk(_composed(self.text)[0], (), lines, [], self.path)
        return lines

    def line(self, location: Location) -> int:
        """The line of the field at ``location``, or of its nearest parent that exists."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def fault(self, location: Location, message: str, remedy: str = "") -> Fault:
        """A fault at ``location`` in this document."""
        field = ".".join(map(str, location))
        return Fault(str(self.path), self.line(location), field, message, remedy)


def load(path: Path) -> Document:
    """Read a YAML file.

    Raises Faulty for text that is not YAML (with its line), for a key written
    twice, and for a file that is not UTF-8; OSError where it cannot be read.
    """
    try:
        return parse(path.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError as error:
        fault = Fault(str(path), 0, "", "This file is not saved as UTF-8.", "Save it again as UTF-8 text.")
        raise Faulty([fault]) from error


def parse(text: str, path: Path = Path("(text)")) -> Document:
    """As ``load``, from a string; ``path`` is only named in faults."""
    try:
        return Document(path, plain_yaml.read(text), text)
    except (yaml.YAMLError, ValueError):
        return _with_faults(text, path)


def _with_faults(text: str, path: Path) -> Document:
    """A document that is not plain, or no document at all: then every fault is told."""
    try:
        root, data = _composed(text)
    except (yaml.YAMLError, ValueError) as error:
        raise Faulty([_syntax_fault(path, error)]) from error
    faults: list[Fault] = []
    _walk(root, (), {}, faults, path)
    if faults:
        raise Faulty(faults)
    return Document(path, data, text)


def _composed(text: str) -> tuple[yaml.Node | None, object]:
    """The nodes and the data of a text. Without libyaml, so that a fault is told in the same words everywhere."""
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        return root, None if root is None else loader.construct_document(root)
    finally:
        loader.dispose()


def _walk(node: yaml.Node | None, location: Location, lines: dict, faults: list, path: Path) -> None:
    if node is None:
        return
    lines.setdefault(location, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*location, str(key.value))
            line = key.start_mark.line + 1
            if here in lines:
                message = f"The field “{key.value}” stands here a second time (first on line {lines[here]})."
                faults.append(Fault(str(path), line, ".".join(map(str, here)), message, "Keep one of the two."))
            lines[here] = line
            _walk(value, here, lines, faults, path)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*location, index), lines, faults, path)


def _syntax_fault(path: Path, error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    remedy = "Put text that holds a colon, a # or a leading quote between double quotes; indent with spaces, not tabs."
    return Fault(str(path), line, "", f"This is not valid YAML: {problem}.", remedy)
