"""The shell of every file to print on A4: whole in itself, black on white, without script or anything from a network."""

from __future__ import annotations

from functools import cache
from importlib import resources

from .markup import element, escape, paragraph

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@cache
def paper_style(name: str) -> str:
    """The style sheet ``name``.css of this folder."""
    return resources.files(__package__).joinpath(f"{name}.css").read_text(encoding="utf-8").strip()


def paper(title: str, told: str, note: str, sheets: str, style: str) -> str:
    """A whole file: ``title`` is its heading, ``told`` the words in the browser's tab, ``note`` what is not printed.

    ``sheets`` is finished HTML, a section of the class ``rapport-sheet`` for each new page; ``style`` finished CSS.
    """
    body = element("main", element("h1", escape(title)) + paragraph(note, "hint") + sheets)
    head = ('<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(told)}</title>\n<style>\n{style}\n</style>")
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body class="rapport-paper">\n{body}\n</body>\n</html>\n'


def sheet(title: str, subtitle: str, content: str, kind: str = "sheet") -> str:
    """One section that begins a page of its own; ``content`` is finished HTML, ``subtitle`` may be empty."""
    under = element("p", escape(subtitle), "scene") if subtitle else ""
    return element("section", element("h2", escape(title)) + under + content, "", **{
        "class": " ".join(dict.fromkeys(("rapport-sheet", f"rapport-{kind}"))), "aria-label": title})
