"""The research that a scene's debrief cites, and the point on which the course's sources disagree."""

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


def tension(scene: Scene) -> dict[str, str] | None:
    """The two sides of the question that both roads of the scene belong to; None where it names none."""
    if scene.debrief.tension is None:
        return None
    found = research.tension(scene.debrief.tension)
    return {"title": found.title, "side_a": found.side_a.says, "side_b": found.side_b.says}
