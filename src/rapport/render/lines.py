"""The lines of a play as HTML, as a printed play sets them."""

from __future__ import annotations

from ..playing import script
from .markup import element, escape, prose


def line_html(line: script.Line, name: str) -> str:
    """One line; ``name`` is the counterpart's."""
    text = escape(line.text)
    if line.kind == script.TIME:
        return element("p", f"<strong>{text}</strong>", "soft")
    if line.kind == script.DEED:
        return element("p", f"<em>{text}</em>")
    if line.kind == script.YOUR_DEED:
        return element("p", f"<strong>You:</strong> <em>{text}</em>")
    if line.kind == script.TEXT:
        return element("p", f"<strong>You write:</strong> {prose(line.text)}")
    who = name if line.kind == script.THEM else "You"
    return element("p", f"<strong>{escape(who)}:</strong> “{text}”")
