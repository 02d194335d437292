"""Small pieces of HTML; everything that goes in is escaped here.

A page is whole in itself (its style comes with it), and still reads well where
a viewer takes the style away, as untrusted notebooks and code hosts do.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cache
from importlib import resources

BREAK = "<br>\n"


@cache
def style() -> str:
    """The style sheet of every page, scoped under the class ``rapport``."""
    return resources.files(__package__).joinpath("rapport.css").read_text(encoding="utf-8").strip()


def escape(text: object) -> str:
    """Text made safe inside tags and inside quoted attributes."""
    return html.escape(str(text), quote=True)


def prose(text: str) -> str:
    """Escaped text that keeps its line breaks without any style."""
    return escape(text).replace("\n", BREAK)


def element(tag: str, content: str, kind: str = "", **attributes: str) -> str:
    """One element around ``content``, which must be HTML already; ``kind`` becomes its class ``rapport-kind``."""
    named = {"class": f"rapport-{kind}"} if kind else {}
    named |= {name.replace("_", "-"): value for name, value in attributes.items()}
    written = "".join(f' {name}="{escape(value)}"' for name, value in named.items())
    return f"<{tag}{written}>{content}</{tag}>"


def paragraph(text: str, kind: str = "") -> str:
    """An escaped paragraph, or nothing where there is no text."""
    return element("p", prose(text), kind) if text else ""


def heading(text: str) -> str:
    """The heading of one part of a page."""
    return element("h4", escape(text))


def bullets(texts: Iterable[str]) -> str:
    """A list of escaped texts."""
    return element("ul", "".join(element("li", prose(text)) for text in texts))


def hidden(text: str) -> str:
    """Words for screen readers only."""
    return element("span", escape(text), "sr")


def page(*parts: str, label: str) -> str:
    """A whole card with its own style; ``label`` names it for screen readers."""
    body = "\n".join(part for part in parts if part)
    return f'<section class="rapport" aria-label="{escape(label)}">\n<style>{style()}</style>\n{body}\n</section>'
