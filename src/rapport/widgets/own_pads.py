"""The pads for all briefs of the learner's own, one below the other."""

from __future__ import annotations

from ipywidgets import VBox

from .. import memory
from ..reading.brief import KEPT_UNDER, own, own_ids
from ..render import Card, note
from .own_pad import STATIC, OwnPad, told_alike

NONE_YET = "No pad stands here yet. Keep a situation in the form above, then run this cell again."


class OwnPads(VBox):
    """Pads for these briefs, in this order."""

    def __init__(self, briefs):
        super().__init__([OwnPad(brief) for brief in briefs])

    def __repr__(self) -> str:
        return STATIC

    def _repr_mimebundle_(self, **options):
        return told_alike(super()._repr_mimebundle_(**options))


def own_pads() -> OwnPads | Card:
    """The pads, messages before plans and older briefs before newer ones; one sentence where there are none yet."""
    names = sorted(own_ids(), key=lambda name: (own(name).is_plan, memory.saved_at(f"{KEPT_UNDER}/{name}")))
    return OwnPads(map(own, names)) if names else note(NONE_YET)
