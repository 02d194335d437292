"""The player of role-play scenes."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

from ..playing import Scene
from ..playing.written import Assess, read_draft
from .scene_opening import opening_html, plain
from .scene_player import Player

_HERE = Path(__file__).parent
PARTS = ("scene_talk.js", "scene_turn.js", "scene_end.js", "scene_panels.js", "scene.js")
"""The player's script, which is one module."""


def _joined(*names: str) -> str:
    """Several files as one; a widget has one script and one style sheet."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


class SceneWidget(anywidget.AnyWidget):
    """Shows the ``view`` of a ``Player`` and hands it what the page says (see there for the messages)."""

    _esm = _joined(*PARTS)
    _css = _joined("scene.css", "scene_panels.css")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, scene: Scene, assess: Assess = read_draft, **options):
        super().__init__(**options)
        self.scene = scene
        self._player = Player(scene, assess)
        self.view = self._player.view
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return plain(self.scene)

    def _repr_mimebundle_(self, **options):
        """The live widget, and for pages without one the scene's opening."""
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/html": opening_html(self.scene), "text/plain": plain(self.scene)}, metadata

    def _receive(self, _widget, message: object, _buffers) -> None:
        self.view = self._player.receive(message)
