"""What an attack is made of, and what may come of it."""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from submissions import MESSAGE, PLAN, cell_of, prose_of, text_of

LINE = "%%draft after-the-event"
HONEST = "Hi Hannah, it was good to meet you at the meet-up. I really need museum clients. Let's keep in touch."
"""A weak message without any trick; attacks that hang on an answer hang on this one."""


@dataclass(frozen=True)
class Place:
    """What a maker may use: both notebooks, its own folder, and what no attack may reach."""

    released: dict
    solved: dict
    folder: Path
    course: Path
    canary: Path
    port: int
    process: str
    """A number of seconds that no other process of this machine sleeps."""

    def answered(self) -> dict:
        """The notebook with both exemplary answers."""
        notebook = copy.deepcopy(self.released)
        for name in (MESSAGE, PLAN):
            first = text_of(self.released, name).splitlines()[0]
            cell_of(notebook, name)["source"] = f"{first}\n{prose_of(self.solved, name)}"
        return notebook

    def aimed(self, payload: str) -> str:
        """A payload with its targets filled in."""
        targets = {"FILE": self.canary, "PORT": self.port, "PROCESS": self.process, "COURSE": self.course}
        for name, value in targets.items():
            payload = payload.replace(f"@{name}@", str(value))
        return payload


class Deserves(NamedTuple):
    """The message must get the reading of ``text`` (None: the exemplary answer), the plan that of its own.

    Where there is a ``reason`` a person must be told it besides.
    """

    text: str | None = None
    reason: str = ""


class Waits(NamedTuple):
    """No marks, and a person is told ``reason``; for the message alone, or for ``all`` answers."""

    reason: str
    all: bool = True


class LeftOut(NamedTuple):
    """No learner can be called so: nothing reaches the gradebook, and the log says it."""


class Case(NamedTuple):
    """An attack: makes what is handed in (the notebook's content, or None where it wrote its files itself)."""

    make: Callable[[Place], "dict | str | bytes | None"]
    expected: Deserves | Waits | LeftOut
    folder: str = ""
    """The learner's folder, where that itself is the attack."""


def own(kind: str, source: object, **rest: object) -> dict:
    """A cell of the learner's own."""
    of_code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"id": f"own-{kind}", "cell_type": kind, "metadata": {}, "source": source} | of_code | rest


def with_cell(*cells: dict) -> Callable[[Place], dict]:
    """Makes a good submission that begins with cells of the learner's own."""
    def make(place: Place) -> dict:
        notebook = place.answered()
        aimed = [json.loads(place.aimed(json.dumps(cell))) for cell in cells]
        return notebook | {"cells": [*aimed, *notebook["cells"]]}
    return make


def with_message(source: object) -> Callable[[Place], dict]:
    """Makes a submission with this as the whole source of the message's cell."""
    def make(place: Place) -> dict:
        notebook = place.answered()
        cell_of(notebook, MESSAGE)["source"] = place.aimed(source) if isinstance(source, str) else source
        return notebook
    return make


def changed(change: Callable[[dict, dict], object]) -> Callable[[Place], dict]:
    """Makes a good submission, then lets ``change`` do its worst to the notebook and the message's cell."""
    def make(place: Place) -> dict:
        notebook = place.answered()
        change(notebook, cell_of(notebook, MESSAGE))
        return notebook
    return make


def batched(things: list, size: int) -> list[list]:
    """The things in lists of at most ``size``."""
    return [things[start : start + size] for start in range(0, len(things), size)]


def write(place: Place, content: "dict | str | bytes", name: str = "follow-up.ipynb") -> None:
    """Put a file into the learner's folder."""
    if isinstance(content, dict):
        content = json.dumps(content)
    path = place.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
