"""The worked examples of the guide to grading, with what the reader says of them, as they stand in the page."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import yaml

from rapport.assessing import assess
from rapport.assessing.model import Assessment
from rapport.catalog import labels, root
from rapport.reading.brief import brief
from rapport.reflections import length_line
from rapport.render.words import CRITERIA, GRADES

TODAY = datetime.date(2026, 3, 8)
_BLOCK = re.compile(r"(<!-- example (?P<id>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def page() -> Path:
    """The guide to grading."""
    return root() / "teaching" / "grading.md"


def examples() -> dict[str, dict]:
    """Every example by id."""
    rows = yaml.safe_load((root() / "teaching" / "examples.yaml").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows}


def renewed(text: str) -> str:
    """The page's text with every block between its two marks written anew. Raises KeyError for an unknown example."""
    known = examples()
    return _BLOCK.sub(lambda found: f"{found[1]}{shown(known[found['id']])}{found[3]}", text)


def shown_ids(text: str) -> list[str]:
    """The examples that a page's text has a place for."""
    return [found["id"] for found in _BLOCK.finditer(text)]


def shown(example: dict) -> str:
    """The draft as a quotation and what the reader says below it, in Markdown."""
    quoted = "\n".join(f"> {line}".rstrip() for line in example["text"].strip().splitlines())
    return f"\n{quoted}\n\n```text\n{said(example)}\n```\n\n"


def said(example: dict) -> str:
    """What the reader says, in a few lines."""
    text = example["text"].strip()
    if "reflection" in example:
        return f"No marks. A person reads this and decides on the points.\n{length_line(text)}"
    situation = brief(example["brief"])
    return "\n".join(_lines(assess(text, situation, TODAY)))


def _lines(found: Assessment):
    yield f"{found.score} of 10. The reader is {'sure: settled' if found.sure else 'not sure: a person decides'}."
    names = CRITERIA[found.kind]
    yield from (f"  {names[name]}: {GRADES[grade]}" for name, grade in found.criteria.items())
    for finding in found.findings:
        where = f" at “{finding.quote}”" if finding.quote else ""
        verb, title = "States" if finding.sure else "Asks about", labels()[finding.label].title
        yield f"{verb}: {title} ({finding.label}){where}"
