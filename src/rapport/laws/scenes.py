"""What every file in scenarios/scenes/ must hold by itself, and all of them together.

The laws of a single scene are ``playing.laws``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import catalog
from ..documents import Document, Fault, Faulty
from ..playing.balance import Met, by_pronoun, met
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
LEAST_SHARE, MOST_SHARE = 0.35, 0.65
"""The share of the scenes in which one meets a woman, and in which a man."""
ENOUGH_SCENES = 10
"""Of fewer scenes than this, shares say nothing."""
MOST_OF_A_ROLE = 2
"""How many scenes may give their counterpart the same role, word for word."""


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


@law
def people_are_balanced() -> Iterator[Fault]:
    """One meets women and men about equally often; no two people share a name, no three scenes a role."""
    people = [(met(scene), document) for scene, document in _scenes()]
    found = by_pronoun(one for one, _ in people)
    for pronoun in ("she", "he") if len(people) >= ENOUGH_SCENES else ():
        count = len(found[pronoun])
        if not LEAST_SHARE <= count / len(people) <= MOST_SHARE:
            message = f"The counterpart is “{pronoun}” in {count} of {len(people)} scenes."
            remedy = f"Keep it within {LEAST_SHARE:.0%} and {MOST_SHARE:.0%}; “rapport catalog --balance” lists all."
            yield Fault(str(catalog.root() / "scenarios" / "scenes"), 0, "", message, remedy)
    yield from _name_faults(people)
    yield from _role_faults(people)


def _name_faults(people: list[tuple[Met, Document]]) -> Iterator[Fault]:
    owners: dict[tuple[str, str], Met] = {}
    for one, document in people:
        for named in one.names.items():
            owner = owners.setdefault(named, one)
            if owner.name != one.name:
                message = f"{owner.name} of the scene “{owner.scene}” has the same {named[0]}."
                yield document.fault(("counterpart", "name"), message, "Give this person another.")


def _role_faults(people: list[tuple[Met, Document]]) -> Iterator[Fault]:
    scenes: dict[str, list[str]] = {}
    for one, document in people:
        others = scenes.setdefault(one.role.lower(), [])
        if len(others) >= MOST_OF_A_ROLE:
            message = f"The role “{one.role}” stands in the scenes {', '.join(others)} already."
            yield document.fault(("counterpart", "role"), message, "Give this person other work.")
        others.append(one.scene)


def _scenes() -> Iterator[tuple[Scene, Document]]:
    for path in catalog.scene_paths().values():
        try:
            yield read_scene(path)
        except Faulty:
            continue  # told by scenes_play

