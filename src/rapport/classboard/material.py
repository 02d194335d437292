"""What the board knows of the course: its places in their order, and the scenes with their turns and best endings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import catalog, ipynb
from ..playing import load_scene
from ..playing.scene import Scene, Turn


@dataclass(frozen=True)
class Material:
    """``places`` are titles of lessons and exercises by id, in the order of the course; ``scenes`` come by id."""

    places: dict[str, str]
    scenes: dict[str, Scene]

    def turn(self, scene: str, turn: str) -> Turn | None:
        """A turn that can be asked about: one that is answered by a choice. None where there is none such."""
        found = self.scenes[scene].turns.get(turn) if scene in self.scenes else None
        return found if found and found.choices else None

    def offered(self) -> list[dict]:
        """Every scene by its title, with the turns that can be asked about."""
        rows = sorted(self.scenes.values(), key=lambda scene: scene.title.casefold())
        return [{"id": scene.id, "title": scene.title, "turns": _turns(scene)} for scene in rows]


def load() -> Material:
    """The course's own material, read once when the board starts. Raises documents.Faulty or OSError."""
    lessons = {name: f"{name.partition('-')[0]} {_title(path)}" for name, path in catalog.lesson_paths().items()}
    exercises = {name: f"Exercise: {_title(path)}" for name, path in catalog.assignment_paths().items()}
    return Material(lessons | exercises, {name: load_scene(name) for name in catalog.scene_paths()})


def _title(path: Path) -> str:
    return ipynb.load(path).title or path.stem


def _turns(scene: Scene) -> list[dict]:
    return [{"id": slug, "says": turn.says, "choices": [choice.say for choice in turn.choices]}
            for slug, turn in scene.turns.items() if turn.choices]
