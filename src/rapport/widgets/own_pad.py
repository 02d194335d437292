"""The pad for a brief of the learner's own; a page stores the same of it for all, since the words are private."""

from __future__ import annotations

from ..render import note
from .pad import PadWidget

STATIC = "Here you write for your own situation. Run this cell (the play button, or Shift+Enter) to see it."


def told_alike(made: object) -> tuple[dict, dict]:
    """A widget's bundle whose stored words say nothing of the learner."""
    bundle, metadata = made if isinstance(made, tuple) else (made or {}, {})
    return {**bundle, **note(STATIC)._repr_mimebundle_()}, metadata


class OwnPad(PadWidget):
    """The practice pad for a brief of the learner's own."""

    def __repr__(self) -> str:
        return STATIC

    def _repr_mimebundle_(self, **options):
        return told_alike(super()._repr_mimebundle_(**options))
