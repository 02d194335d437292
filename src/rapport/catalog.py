"""Finds the course's material by walking its folders; no list is kept by hand.

In a checkout the material is the repository's own folders; in an installed
package it is the copy that the wheel carries.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .mistakes import UNITS, Mistake, load_all


class Unknown(LookupError):
    """Raised for a name that nothing has; the text offers the nearest ones."""

    def __init__(self, kind: str, name: str, known: list[str]):
        from difflib import get_close_matches  # hardly anybody needs it

        self.kind, self.name = kind, name
        self.nearest = tuple(get_close_matches(name, known, n=3, cutoff=0.4) or sorted(known)[:3])
        offered = ", ".join(f"“{other}”" for other in self.nearest) or "none yet"
        super().__init__(f"There is no {kind} called “{name}”. The nearest: {offered}.")


@cache
def root() -> Path:
    """The folder that holds scenarios/, notebooks/ and exercises/.

    Raises FileNotFoundError where the package was installed without them.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "material", package.parents[1]):
        if (folder / "scenarios").is_dir():
            return folder
    raise FileNotFoundError(f"Rapport's scenes and briefs are missing beside {package}. Install the package again.")


@cache
def mistakes() -> dict[str, Mistake]:
    """Every mistake by id, in the order of the units."""
    return load_all()


def mistake(name: str) -> Mistake:
    """The mistake with this id. Raises Unknown."""
    return _named("mistake", name, mistakes())


def unit(name: str) -> str:
    """The name itself, where a unit is called so. Raises Unknown."""
    return _named("unit", name, dict.fromkeys(UNITS, name))


@cache
def labels() -> dict[str, Mistake]:
    """Which mistake owns each finding label."""
    return {label: mistake for mistake in mistakes().values() for label in mistake.labels}


def brief_paths() -> dict[str, Path]:
    """Every brief's file by id."""
    return _files("scenarios/briefs", "*.yaml")


def scene_paths() -> dict[str, Path]:
    """Every scene's file by id."""
    return _files("scenarios/scenes", "*.yaml")


def model_answer_paths() -> dict[str, Path]:
    """The file of model answers of each brief that has one."""
    return _files("scenarios/model-answers", "*.yaml")


def dilemma_paths() -> dict[str, Path]:
    """The file of the small situation to each tension, by the tension's id."""
    return _files("scenarios/dilemmas", "*.yaml")


def spot_paths() -> dict[str, Path]:
    """Every file of messages to judge, by the id of the mistake it is about."""
    return _files("scenarios/spots", "*.yaml")


def review_paths() -> dict[str, Path]:
    """Every file of messages for the reviews, by the unit whose mistakes they are about."""
    return _files("scenarios/reviews", "*.yaml")


def lesson_paths() -> dict[str, Path]:
    """Every lesson's notebook by file stem, in the order of their numbers."""
    return _files("notebooks", "*.ipynb")


def assignment_paths() -> dict[str, Path]:
    """Every released assignment's notebook by its folder's name."""
    return {path.parent.name: path for path in sorted((root() / "exercises").glob("*/*.ipynb"))}


def brief_path(name: str) -> Path:
    """The file of the brief with this id. Raises Unknown."""
    return _named("brief", name, brief_paths())


def scene_path(name: str) -> Path:
    """The file of the scene with this id. Raises Unknown."""
    return _named("scene", name, scene_paths())


def dilemma_path(name: str) -> Path:
    """The file of the small situation to the tension with this id. Raises Unknown."""
    return _named("question", name, dilemma_paths())


def noted(name: str) -> str:
    """The name itself, where a line of one's own can be about it: a mistake, or a page of the course. Raises Unknown."""
    return _named("mistake or page", name, dict.fromkeys((*mistakes(), *lesson_paths()), name))


def spot_path(name: str) -> Path:
    """The file of messages to judge about the mistake with this id. Raises Unknown."""
    return _named("set of messages", name, spot_paths())


def review_path(name: str) -> Path:
    """The file of messages for the reviews of the unit with this id. Raises Unknown."""
    return _named("unit", name, review_paths())


def _files(folder: str, pattern: str) -> dict[str, Path]:
    return {path.stem: path for path in sorted((root() / folder).glob(pattern))}


def _named(kind: str, name: str, known: dict):
    if name not in known:
        raise Unknown(kind, name, list(known))
    return known[name]
