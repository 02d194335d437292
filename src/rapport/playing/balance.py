"""Whom learners meet: name, pronoun, role and place of each scene's counterpart, told from the scene's own text."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..reading.text import fold, sentences
from .scene import Scene
from .script import DEED, spoken

PRONOUNS = {
    "she": ("she", "her", "hers", "herself"),
    "he": ("he", "him", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themself", "themselves"),
}
PLACE_WIDTH = 56
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "professor", "sir"})
_PRONOUN_OF = {form: pronoun for pronoun, forms in PRONOUNS.items() for form in forms}


@dataclass(frozen=True)
class Met:
    """The counterpart of one scene; ``pronoun`` is None where the text leaves it unclear, ``place`` is how the setting
    begins."""

    scene: str
    name: str
    pronoun: str | None
    role: str
    place: str

    @property
    def names(self) -> dict[str, str]:
        """The first and the family name in small letters, without a title; the family name only where there is one."""
        words = [word for word in self.name.lower().split() if word.strip(".") not in _TITLES]
        return {"first name": words[0], "family name": words[-1]} if len(words) > 1 else {"first name": words[0]}


def met(scene: Scene) -> Met:
    """Whom one meets in a scene."""
    place = textwrap.shorten(sentences(scene.setting)[0].text, PLACE_WIDTH, placeholder=" …")
    return Met(scene.id, scene.counterpart.name, pronoun(scene), scene.counterpart.role, place)


def pronoun(scene: Scene) -> str | None:
    """“she”, “he” or “they”: the one that makes up more than half of all pronouns where the scene tells of its
    counterpart, in stage directions, in the meters and in what the counterpart hides. None where no one does."""
    words = re.findall(r"[a-z]+", fold(" ".join(_about(scene))))
    counts = Counter(_PRONOUN_OF[word] for word in words if word in _PRONOUN_OF)
    return next((found for found, count in counts.items() if 2 * count > counts.total()), None)


def by_pronoun(people: Iterable[Met]) -> dict[str, list[Met]]:
    """Those for whom each pronoun stands; under “unclear”, those for whom none is told."""
    found: dict[str, list[Met]] = {pronoun: [] for pronoun in (*PRONOUNS, "unclear")}
    for one in people:
        found[one.pronoun or "unclear"].append(one)
    return found


def _about(scene: Scene) -> Iterator[str]:
    yield scene.counterpart.hides
    yield from scene.meters.values()
    for turn in scene.turns.values():
        yield from _directions(turn.says)
        for choice in turn.choices:
            yield from _directions(choice.reply)
        for reply in turn.replies:
            yield from _directions(reply.says)
    for ending in scene.endings.values():
        yield from _directions(ending.says)


def _directions(text: str) -> Iterator[str]:
    return (line.text for line in spoken(text) if line.kind == DEED)
