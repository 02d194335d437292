"""The questions on which the sources disagree, as cards to cut out, two on a page; and the mistakes on one page."""

from __future__ import annotations

from itertools import groupby

from .. import catalog, research
from ..dilemmas import Dilemma, every_dilemma
from ..dilemmas.telling import DEPENDING, OURS
from ..render import words
from ..render.markup import element, escape, paragraph
from ..render.paper import sheet

ON_A_PAGE = 2
_DECIDE = "Write A, B or D on a slip before anybody speaks."
_ON = "On what? ____________________________________________"
_THEN = "Fold here. Read on when everybody has answered."


def tension_sheets() -> str:
    """All cards, in the order of tensions.yaml. Raises documents.Faulty or OSError."""
    found = every_dilemma()
    pages = (found[at:at + ON_A_PAGE] for at in range(0, len(found), ON_A_PAGE))
    return "\n".join(sheet(f"Who is right? Page {number}", "", "\n".join(map(_card, page)), "cards")
                     for number, page in enumerate(pages, 1))


def mistakes_sheet() -> str:
    """Every mistake with the advice against it, by unit, on one page."""
    units = groupby(catalog.mistakes().values(), key=lambda mistake: mistake.unit)
    parts = [element("div", element("h3", escape(words.UNITS[unit])) + element("dl", "".join(
        element("dt", escape(one.title)) + element("dd", escape(one.advice)) for one in found)), "unit")
        for unit, found in units]
    count = len(catalog.mistakes())
    told = "What five articles warn of, in our words. Research agrees with some of it more than with the rest."
    return sheet(f"{count} mistakes", told, element("div", "\n".join(parts), "units"), "mistakes")


def _card(dilemma: Dilemma) -> str:
    tension = research.tension(dilemma.tension)
    options = (("A", dilemma.option_a), ("B", dilemma.option_b), ("D", f"{DEPENDING}. {_ON}"))
    asked = [
        element("h3", escape(tension.title)),
        paragraph(dilemma.situation),
        element("p", element("strong", escape(dilemma.question))),
        element("ol", "".join(element("li", element("strong", escape(letter)) + f" {escape(text)}")
                              for letter, text in options), "options"),
        paragraph(_DECIDE, "small"),
    ]
    after = element("p", element("strong", escape(f"{OURS}, which is no finding:")) + f" {escape(tension.suggested_reading)}")
    return element("article", "".join(asked) + paragraph(_THEN, "fold") + after, "card")
