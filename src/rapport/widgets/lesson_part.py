"""What the small parts of a lesson share: their files, their sentences, and how a page without a kernel shows them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources

import anywidget

from ..render.markup import style
from .pad_store import NOT_KEPT as NOT_KEPT  # the same sentence, wherever a text cannot be kept

KEPT = "Kept on this machine."


def script(*names: str) -> str:
    """A part's scripts behind what all of them share."""
    return "\n".join(own_file(f"{name}.js") for name in ("parts", *names))


def sheet(*names: str) -> str:
    """A part's styles behind that of every card and of every part."""
    return "\n".join([style(), *(own_file(f"{name}.css") for name in ("parts", *names))])


class LessonPart(anywidget.AnyWidget):
    """A part of a lesson; a page without a kernel shows ``opening`` instead, the same for every learner."""

    def opening(self) -> str:
        """The part as HTML without anything that the learner did."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **options):
        made = super()._repr_mimebundle_(**options)
        bundle, metadata = made if isinstance(made, tuple) else (made or {}, {})
        return {**bundle, "text/html": self.opening(), "text/plain": repr(self)}, metadata


def as_hints(hints: Iterable[tuple[str, str]]) -> list[dict]:
    """Hints for whoever is stuck, a summary and a line each, as the page draws them."""
    return [{"summary": summary, "lines": [line]} for summary, line in hints]


def own_file(name: str) -> str:
    """The text of a script or a style that lies in this folder."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
