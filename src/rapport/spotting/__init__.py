"""Spot the mistake: short messages that a learner judges, saying each time how sure they are."""

from .loading import load_spots
from .rounds import Answer, Misfit, Round
from .spots import Item, Spots

__all__ = ["Answer", "Item", "Misfit", "Round", "Spots", "load_spots"]
