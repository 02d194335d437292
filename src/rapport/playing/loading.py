"""Reads a scene's file; what comes back is sure to play."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from .. import catalog, documents
from ..documents import Document, Faulty
from . import wording
from .references import reference_faults
from .scene import Scene


def load_scene(name: str | Path) -> Scene:
    """The scene with this id of the catalog, or the scene in this file.

    A ``Path``, or a text that ends in .yaml or .yml, is a file. Raises
    catalog.Unknown, documents.Faulty with every fault found, or OSError.
    """
    return read_scene(scene_file(name))[0]


def scene_file(name: str | Path) -> Path:
    """The file that ``name`` stands for. Raises catalog.Unknown."""
    if isinstance(name, Path) or name.endswith((".yaml", ".yml")):
        return Path(name)
    return catalog.scene_path(name)


def read_scene(path: Path) -> tuple[Scene, Document]:
    """The scene of a file together with the lines it was written on. Raises Faulty or OSError."""
    return build_scene(documents.load(path))


def build_scene(document: Document) -> tuple[Scene, Document]:
    """The scene that a document holds. Raises Faulty."""
    if not isinstance(document.data, dict):
        raise Faulty([document.fault((), "A scene is a list of fields.", "Start with “id: …”.")])
    try:
        scene = Scene.model_validate(document.data)
    except ValidationError as error:
        raise Faulty(list(wording.faults(error, document))) from None
    if faults := list(reference_faults(scene, document)):
        raise Faulty(faults)
    return scene, document
