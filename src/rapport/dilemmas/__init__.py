"""Who is right? Small situations on which the course's sources contradict each other, and what a learner says."""

from .dilemma import Dilemma
from .loading import every_dilemma, load_dilemma
from .positions import Position

__all__ = ["Dilemma", "Position", "every_dilemma", "load_dilemma"]
