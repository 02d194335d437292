"""Role-play scenes: reading them, playing them, and checking what an author has written."""

from .loading import load_scene
from .scene import Scene
from .session import Misfit, Session

__all__ = ["Misfit", "Scene", "Session", "load_scene"]
