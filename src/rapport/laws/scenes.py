"""What every file in scenarios/scenes/ must hold; the laws themselves are ``playing.laws``."""

from __future__ import annotations

from collections.abc import Iterator

from .. import catalog
from ..documents import Fault
from . import law


@law
def scenes_play() -> Iterator[Fault]:
    """A scene loads, names mistakes and briefs that exist, and every play of it comes to a fitting end."""
    from ..playing.laws import file_faults

    for path in catalog.scene_paths().values():
        yield from file_faults(path)
