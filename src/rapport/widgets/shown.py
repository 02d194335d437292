"""The best way to show a scene or a pad that this Jupyter has: a widget of ours, plain ipywidgets, or a card."""

from __future__ import annotations

from importlib import import_module

from ..answers import COMMANDS
from ..playing import Scene
from ..reading.brief import OWN, Brief
from ..render import Card
from . import pad_opening, scene_opening


def scene_shown(scene: Scene) -> object:
    """The scene to play; where nothing can be clicked, its opening and how to play it elsewhere."""
    if _has("anywidget"):
        from .scene import SceneWidget

        return SceneWidget(scene)
    if _has("ipywidgets"):
        from .scene_plain import PlainScene

        return PlainScene(scene)
    how = f"There are no buttons in this Jupyter. Play it in a terminal with: rapport play {scene.id}"
    return Card(scene_opening.opening_html(scene, how), f"{scene_opening.plain(scene)}\n{how}")


def pad_shown(brief: Brief) -> object:
    """The pad to write in; where nothing can be clicked, the situation and where to write for it."""
    if _has("anywidget"):
        from .own_pad import OwnPad
        from .pad import PadWidget

        return (OwnPad if brief.id.startswith(OWN) else PadWidget)(brief)
    if _has("ipywidgets"):
        from .pad_plain import PlainPad

        return PlainPad(brief)
    line = f"%%{COMMANDS[brief.is_plan]} {brief.id}"
    how = f"There is no text box in this Jupyter. Write in a new cell, with “{line}” as its first line, and run it."
    return Card(pad_opening.opening_html(brief, how), pad_opening.plain(brief, how))


def _has(package: str) -> bool:
    """Whether a package can be imported; one that is there but broken cannot."""
    try:
        import_module(package)
    except ImportError:
        return False
    return True
