"""A first scene for an author to change: small, whole, and playable as it stands."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from .. import catalog
from .scene import SLUG
from .schema import MODELINE


def write(slug: str) -> Path:
    """Write the new scene and give its path. Raises ValueError for a name that no scene can have, FileExistsError
    where it is taken."""
    if not re.fullmatch(SLUG, slug):
        raise ValueError("A scene is named in small letters, figures and hyphens, as in the-ferry-queue.")
    path = catalog.root() / "scenarios" / "scenes" / f"{slug}.yaml"
    text = resources.files(__package__).joinpath("template.yaml").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(MODELINE + text.replace("SLUG", slug))
    except FileExistsError:
        raise FileExistsError(f"There is a scene of this name already: {path}") from None
    return path
