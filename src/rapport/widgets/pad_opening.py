"""A pad for pages on which nothing runs: its situation, the same for every reader, whatever they have written."""

from __future__ import annotations

from .. import render
from ..reading.brief import Brief
from ..render.markup import paragraph

RUN = "Run this cell (the play button, or Shift+Enter) to write here."


def plain(brief: Brief, how: str = RUN) -> str:
    """The situation and ``how`` to write for it, as plain text."""
    return f"Practice pad\n{render.brief_text(brief)}\n{how}"


def opening_html(brief: Brief, how: str = RUN) -> str:
    """The same as escaped HTML."""
    return render.brief_html(brief) + paragraph(how)
