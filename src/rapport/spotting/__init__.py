"""Spot the mistake: short messages that a learner judges, saying each time how sure they are."""

from .loading import load_spots, load_unit
from .rounds import Answer, Misfit, Round
from .spots import NONE, Item, Messages, Spots, UnitSpots

__all__ = [
    "NONE", "Answer", "Item", "Messages", "Misfit", "Round", "Spots", "UnitSpots", "load_spots", "load_unit",
]
