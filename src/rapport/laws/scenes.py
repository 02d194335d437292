"""What every file in scenarios/scenes/ must hold by itself, and all of them together.

The laws of a single scene are ``playing.laws``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import catalog
from ..documents import Document, Fault, Faulty
from ..playing.laws import file_faults
from ..playing.loading import read_scene
from ..playing.measures import tally
from ..playing.scene import Scene
from ..playing.texts import texts
from . import law

SHORTEST_SHARED = 4
"""Two scenes may share a sentence of fewer words than this ("That was all.")."""
MOST_LONGEST = 0.4
"""In no more than this share of all turns may the best choice be the longest."""
UNEVEN = 0.35
"""The best choice may stand at a place this much more or less often than by chance."""
ENOUGH_TURNS = 20
"""Where chance would give a place fewer turns than this, its use says nothing."""


@law
def scenes_play() -> Iterator[Fault]:
    """A scene loads, names mistakes and briefs that exist, and every play of it comes to a fitting end."""
    for path in catalog.scene_paths().values():
        yield from file_faults(path)


@law
def each_mistake_has_its_scene() -> Iterator[Fault]:
    """For each mistake there is a scene that is about it: its “mistakes” name it first."""
    about = {scene.mistakes[0] for scene, _ in _scenes()}
    for name in catalog.mistakes():
        if name not in about:
            message = f"No scene is about the mistake “{name}”."
            remedy = f"Start one with “rapport new scene SLUG” and name {name} first in its “mistakes”."
            yield Fault(str(catalog.root() / "scenarios" / "scenes"), 0, "", message, remedy)


@law
def no_sentence_twice() -> Iterator[Fault]:
    """No two scenes share a sentence: who plays a second one hears new people."""
    owners: dict[str, str] = {}
    for scene, document in _scenes():
        for place, text in texts(scene):
            for sentence in re.split(r"(?<=[.!?…])[)\"”]*\s+", text):
                words = re.findall(r"\w+", sentence.lower())
                owner = owners.setdefault(" ".join(words), scene.id) if len(words) >= SHORTEST_SHARED else scene.id
                if owner != scene.id:
                    message = f"This sentence stands in the scene “{owner}” too: “{sentence.strip()}”"
                    yield document.fault(place, message, "Say it in another way here.")


@law
def nothing_to_guess_by() -> Iterator[Fault]:
    """Over all scenes the best choice is rarely the longest, and stands at every place about equally often."""
    told = tally(scene for scene, _ in _scenes())
    folder = str(catalog.root() / "scenarios" / "scenes")
    if told.turns and told.longest > MOST_LONGEST * told.turns:
        message = f"The best choice is the longest in {told.longest:.0f} of {told.turns} turns."
        yield Fault(folder, 0, "", message, "Shorten good choices, or say more in tempting ones.")
    for place, (count, chance) in enumerate(zip(told.places, told.chance), start=1):
        if chance >= ENOUGH_TURNS and abs(count - chance) > UNEVEN * chance:
            message = f"The best choice stands at place {place} in {count:.0f} turns; by chance it would in {chance:.0f}."
            yield Fault(folder, 0, "", message, "Move choices within their turns.")


def _scenes() -> Iterator[tuple[Scene, Document]]:
    for path in catalog.scene_paths().values():
        try:
            yield read_scene(path)
        except Faulty:
            continue  # told by scenes_play

