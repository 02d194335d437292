"""The research that a scene's debrief cites."""

from __future__ import annotations

from .. import catalog, research
from .scene import Scene


def evidence(scene: Scene) -> dict[str, str] | None:
    """The finding with its citation and every caution that must go with it; None where none is cited."""
    ref = scene.debrief.evidence
    owner = next((name for name in scene.mistakes if ref in catalog.mistake(name).evidence), None)
    if owner is None:
        return None
    found = research.finding(ref, owner)
    return {"finding": found.finding, "citation": found.citation, "doi": found.doi, "caution": found.caution}
