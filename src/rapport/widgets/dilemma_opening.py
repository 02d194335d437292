"""The situations for pages on which nothing runs: the same for every reader, whatever they have answered."""

from __future__ import annotations

from ..dilemmas import Dilemma, telling
from ..render.markup import bullets, element, escape, heading, page, paragraph

STATIC = "Run this cell (the play button, or Shift+Enter) to answer here. On paper, answer before you open the note."
OPEN = "What the articles and research say"


def plain(dilemmas: tuple[Dilemma, ...]) -> str:
    """The situations in one line."""
    if len(dilemmas) == 1:
        return f"{telling.TITLE} {telling.told(dilemmas[0])['title']}"
    return f"{telling.TITLE} {len(dilemmas)} questions on which the articles do not agree"


def opening_html(dilemmas: tuple[Dilemma, ...]) -> str:
    """Every situation with its answers, and both sides behind a closed note; all escaped."""
    parts = [part for number, one in enumerate(dilemmas, start=1) for part in _dilemma(number, len(dilemmas), one)]
    head = [heading(telling.TITLE), paragraph(telling.INTRO), paragraph(STATIC, "note")]
    return page(*head, *parts, label=plain(dilemmas))


def _dilemma(number: int, count: int, dilemma: Dilemma) -> list[str]:
    options = [": ".join(filter(None, (one["letter"], one["label"]))) for one in telling.choices(dilemma)]
    return [
        heading(f"Question {number} of {count}") if count > 1 else "",
        paragraph(dilemma.situation),
        element("p", element("strong", escape(dilemma.question))),
        bullets(options),
        element("details", element("summary", escape(OPEN)) + "".join(_told(telling.told(dilemma)))),
    ]


def _told(told: dict) -> list[str]:
    sides = [f"{side['letter']}: {side['says']} (From {side['source']}.)" for side in told["sides"]]
    rows = "".join(element("li", _finding(found)) for found in told["findings"])
    ours = [paragraph(f"{part['heading']}: {part['text']} {part['note']}") for part in told["ours"]]
    said = [paragraph(told["title"]), paragraph(f"{told['articles']}:"), bullets(sides)]
    researched = [paragraph(f"{told['research']}. {told['invented']}"), element("ul", rows, "evidence")]
    return [*said, *researched, *map(paragraph, told["footnotes"]), *ours]


def _finding(found: dict) -> str:
    limits = "".join(map(paragraph, found["care"]))
    return escape(f"{found['bears']} {found['study']}") + limits + element("span", escape(found["source"]), "cite")
