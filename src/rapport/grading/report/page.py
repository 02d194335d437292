"""The whole page: one HTML file without script that loads nothing, for screens of any width and for paper."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources

from ...render.markup import element, escape, paragraph
from . import comparing, sections
from .gain import Version
from .gathered import Gathered

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""No script can run in the page and nothing is loaded, whatever it may hold."""


@cache
def style() -> str:
    """The style sheet of the page."""
    return resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8").strip()


def page(found: Gathered, versions: list[Version] | None) -> str:
    """The page of a class; ``versions`` as ``earlier_versions`` gives them."""
    parts = (
        ("help", "Who needs you", sections.help_needed(found)),
        ("mistakes", "Mistakes, by frequency and unit", sections.mistakes(found)),
        ("marks", "Marks", sections.marks(found)),
        ("objections", "What learners hold against a reading", comparing.objections(found)),
        ("gain", "What a second version gained", sections.gain(found, versions)),
        ("agreement", "Machine and person", comparing.agreement(found)),
        ("alike", "Answers that are nearly the same", comparing.near_copies(found)),
    )
    links = "".join(element("li", element("a", escape(title), href=f"#{name}")) for name, title, _ in parts)
    body = "\n".join((
        element("h1", escape(f"Class report: {found.assignment}")),
        paragraph(f"Made on {date.today():%d %B %Y} from nbgrader’s gradebook and the graded copies. This page holds "
                  "what learners wrote: keep it where you keep their work.", "soft"),
        sections.at_a_glance(found),
        element("nav", element("ul", links), aria_label="Parts of this page"),
        *(_section(*part) for part in parts),
    ))
    head = (f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(found.assignment)}: class report</title>\n<style>\n{style()}\n</style>")
    main = f"<body>\n<main>\n{body}\n</main>\n</body>"
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n{main}\n</html>\n'


def _section(name: str, title: str, content: str) -> str:
    return element("section", element("h2", escape(title), id=f"{name}-title") + content, id=name,
                   aria_labelledby=f"{name}-title")
