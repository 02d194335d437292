"""A plan as a page to print on A4: its steps as a table, the picture in time, and the learner's own words."""

from __future__ import annotations

from ..reading import Reading
from ..render.markup import element, escape, heading, paragraph, prose, style
from ..render.plan import plan_html

MARK = '<meta name="generator" content="Rapport, follow-up plan">'
"""Stands in every such page; it tells a page of ours from somebody else's."""
_LOOK = """
@page { size: A4; margin: 16mm 15mm; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: #fff; color: #1f2328; }
.rapport { max-width: none; border: 0; padding: 0; font-size: 11pt; }
.rapport h1 { margin: 0 0 0.3rem; font-size: 1.5em; line-height: 1.25; }
.rapport h4 { margin: 1.3rem 0 0.3rem; break-after: avoid; }
.rapport .rapport-steps td.rapport-when::before { content: "\\2610\\00a0"; }
@media print { body { padding: 0; } .rapport { break-inside: auto; } }
"""


def printable(reading: Reading) -> str:
    """The whole page; it needs nothing from elsewhere, and a browser is told to load and run nothing."""
    brief = reading.brief
    title = brief.title or "Follow-up plan"
    need = brief.need if brief.need.lower() not in ("nothing", "none") else ""
    parts = [
        element("h1", escape(title)),
        paragraph(" · ".join(part for part in (brief.sender, brief.event, brief.horizon) if part), "soft"),
        paragraph(f"What you would like: {need}" if need else ""),
        plan_html(reading),
        heading("In your own words"),
        element("p", prose(reading.text.strip()), "words"),
    ]
    body = element("main", "\n".join(part for part in parts if part), "", **{"class": "rapport"})
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return f"""<!DOCTYPE html>
<html lang="en" data-jp-theme-light="true">
<head>
<meta charset="utf-8">
{MARK}
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{style()}{_LOOK}</style>
</head>
<body>
{body}
</body>
</html>
"""
