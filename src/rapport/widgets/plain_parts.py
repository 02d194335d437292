"""Small parts of the players that are made of ipywidgets alone."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from ipywidgets import Box, Button, Layout, Widget


def button(text: str, act: Callable[[], None], kind: str = "", off: bool = False) -> Button:
    """A button that does ``act``; ``kind`` becomes its class."""
    made = Button(description=text, disabled=off, tooltip="", layout=Layout(width="auto", height="auto"))
    if kind:
        made.add_class(kind)
    made.on_click(lambda _button: act())
    return made


def replace(box: Box, children: list[Widget]) -> None:
    """Draw new children; those that are gone are closed, so that a second click on them does nothing."""
    gone = [child for child in box.children if child not in children]
    box.children = children
    for child in gone:
        child.close()


def focus(widget: Widget) -> None:
    """Move the keyboard's focus to a widget on the page; ipywidgets 7 cannot, and leaves it to the browser."""
    if hasattr(widget, "focus"):
        widget.focus()


def focus_when_shown(widget: Widget) -> None:
    """The same for a widget that is not drawn yet: the page tells when it is, if it is asked to count its views."""

    def shown(change) -> None:
        if change.new:
            widget.unobserve(shown, "_view_count")
            focus(widget)

    widget.observe(shown, "_view_count")
    widget._view_count = 0


def style(*names: str) -> str:
    """Style sheets of this folder as HTML."""
    sheets = (resources.files(__package__).joinpath(name).read_text(encoding="utf-8") for name in names)
    return "".join(f"<style>{sheet}</style>" for sheet in sheets)
