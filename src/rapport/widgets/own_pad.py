"""Pads for the learner's own briefs; what a page stores of them is the same for everybody, since the words are private."""

from __future__ import annotations

from ipywidgets import VBox

from ..reading.brief import Brief
from ..render import note
from .pad import PadWidget

STATIC = "Here you write for your own situation. Run this cell (the play button, or Shift+Enter) to see it."


def _told_alike(made: object) -> tuple[dict, dict]:
    """A widget's bundle whose stored words say nothing of the learner."""
    bundle, metadata = made if isinstance(made, tuple) else (made or {}, {})
    return {**bundle, **note(STATIC)._repr_mimebundle_()}, metadata


class OwnPad(PadWidget):
    """The practice pad for a brief of the learner's own."""

    def __repr__(self) -> str:
        return STATIC

    def _repr_mimebundle_(self, **options):
        return _told_alike(super()._repr_mimebundle_(**options))


class OwnPads(VBox):
    """Pads one below the other."""

    def __init__(self, briefs: list[Brief]):
        super().__init__([OwnPad(brief) for brief in briefs])

    def __repr__(self) -> str:
        return STATIC

    def _repr_mimebundle_(self, **options):
        return _told_alike(super()._repr_mimebundle_(**options))
