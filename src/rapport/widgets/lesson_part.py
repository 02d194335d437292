"""What the small parts of a lesson share: their files, their sentences, and how a page without a kernel shows them."""

from __future__ import annotations

from importlib import resources

import anywidget

from ..render.markup import style

KEPT = "Kept on this machine."
NOT_KEPT = "This machine does not let me keep your text. Copy it before you close the page."


def script(name: str) -> str:
    """A part's script behind what all of them share."""
    return f"{_file('parts.js')}\n{_file(f'{name}.js')}"


def sheet(name: str) -> str:
    """A part's style behind that of every card and of every part."""
    return f"{style()}\n{_file('parts.css')}\n{_file(f'{name}.css')}"


class LessonPart(anywidget.AnyWidget):
    """A part of a lesson; a page without a kernel shows ``opening`` instead, the same for every learner."""

    def opening(self) -> str:
        """The part as HTML without anything that the learner did."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **options):
        made = super()._repr_mimebundle_(**options)
        bundle, metadata = made if isinstance(made, tuple) else (made or {}, {})
        return {**bundle, "text/html": self.opening(), "text/plain": repr(self)}, metadata


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
