"""The parts of the page that set texts beside each other for a person to judge."""

from __future__ import annotations

import math
from collections import Counter

from ...render.marks import marked_html
from ...render.markup import element, escape, paragraph, prose
from ...render.words import counted
from ..classwork import Answer
from . import charts
from .agreement import FAR, FEW, Pair, agreements, farthest, pairs
from .alike import MOST_LISTED, MOST_SHOWN, THRESHOLD, Alike, alike, linking
from .gathered import TEN, Gathered, Read
from .parts import LONGEST, clean, name, picture, side_by_side, table, written
from .spread import whole


def agreement(found: Gathered) -> str:
    """How far machine and person agree, and the answers on which they differ most."""
    both = pairs(found)
    if not both:
        return paragraph("No answer has points from both the machine and a person yet. Mark some in formgrader, best "
                         "without a look at the machine’s points, and make this page again.")
    meet = Counter((whole(pair.machine), whole(pair.person)) for pair in both)
    label = "Each dot is a mark of the machine and one of a person for the same answer; the second table says the same."
    told = "On the dashed line both gave the same. Above it the person gave more, below it the machine."
    crossed = "How many answers have each two marks: a row for the person’s, a column for the machine’s"
    return "".join((
        paragraph("Points are on a scale of 10. QWK is Cohen’s kappa with quadratic weights, on whole points: 1 is "
                  "full agreement, 0 what chance would give."),
        paragraph(_caution(len(both)), "note"),
        _figures(found),
        picture(charts.meeting(meet, label), told),
        table(("Person", *map(str, range(TEN + 1))), _crossed(meet), crossed),
        element("h3", "Where they differ most"),
        "".join(map(_apart, farthest(found))) or paragraph(f"Nowhere by {FAR} points or more."),
    ))


def _figures(found: Gathered) -> str:
    heads = ("Answer", "Marked by both", "Exactly the same", "Within 1 point", "QWK", "Machine above person, mean")
    rows = [
        (one.name or "All together", one.number, f"{one.exact / one.number:.0%}",
         f"{one.within_one / one.number:.0%}", _kappa(one.kappa), f"{one.higher:+.1f}")
        for one in agreements(found)
    ]
    return table(heads, rows, "Agreement of machine and person")


def _crossed(meet: Counter) -> list[tuple[object, ...]]:
    """A row for each mark that a person gave, the highest first, with how often the machine gave each mark for it."""
    given = sorted({person for _, person in meet}, reverse=True)
    return [(person, *(meet[machine, person] or "" for machine in range(TEN + 1))) for person in given]


def _caution(number: int) -> str:
    few = f"These are {counted(number, 'answer')}: too few to rest anything on. " if number < FEW else ""
    return (f"{few}Whoever marks sees the machine’s points first and mostly marks what it was not sure of, so this is "
            "no fair sample. nbgrader keeps a person’s points for a whole answer, not for each criterion, so that the "
            "criteria cannot be compared.")


def _apart(pair: Pair) -> str:
    row = pair.read.answer.row
    title = f"{name(row.learner)}, {escape(row.answer)}: machine {pair.machine:g}, person {pair.person:g}"
    machine = element("h5", "The machine says") + element("p", prose(clean(row.machine_says[:LONGEST])), "says")
    said = prose(clean(row.person_says)) if row.person_says else escape("No comment.")
    person = element("h5", "The person says") + element("p", said, "says", dir="auto")
    return element("article", element("h4", title) + side_by_side(_with_remarks(pair.read), machine + person))


def _with_remarks(read: Read) -> str:
    """The words of an answer with the places of the findings; without them where some words cannot be shown."""
    text = read.answer.text
    if read.assessment is None or len(text) > LONGEST or clean(text) != text:
        return written(text)
    return element("blockquote", marked_html(text, read.assessment.findings), "words", dir="auto")


def near_copies(found: Gathered) -> str:
    """Answers of different learners that are nearly the same, side by side."""
    close = alike(found)
    about = paragraph(
        f"Pairs of at least {THRESHOLD} of 100 shared words in the same order. Drafts that were written apart on the "
        "same brief stayed below 48 in more than 43,000 pairs. Likeness is no proof of anything: two people may have worked "
        "together as they were asked to, learned from the same example, or shared a sentence. Ask them first.")
    if not close:
        return about + paragraph("No two answers are that much alike.")
    rows = [(pair.one.learner, pair.other.learner, pair.one.name, f"{pair.likeness:.0f}")
            for pair in close[:MOST_LISTED]]
    more = len(close) - MOST_LISTED
    rest = paragraph(f"And {counted(more, 'more pair')}, less alike than these." if more > 0 else "")
    every = table(("Learner", "Learner", "Answer", "Of 100"), rows, "Pairs of answers that are nearly the same")
    shown = linking(close)[:MOST_SHOWN]
    left = paragraph("Where several are alike, each is shown once beside the one it is nearest to."
                     if len(shown) < len(close) else "")
    return about + every + rest + left + "".join(_pair(pair) for pair in shown)


def _pair(pair: Alike) -> str:
    one, other = (name(read.learner) for read in (pair.one, pair.other))
    title = element("h3", f"{escape(pair.one.name)}: {one} and {other}, {pair.likeness:.0f} of 100")
    blocks = (element("h4", whose) + written(read.answer.text, places) for whose, read, places in zip(
        (one, other), (pair.one, pair.other), pair.shared, strict=True))
    return element("article", title + side_by_side(*blocks))


def objections(found: Gathered) -> str:
    """What learners hold against their readings."""
    replied = [read.answer for read in found.read if read.answer.reply]
    return "".join(_objection(answer) for answer in replied) or paragraph("Nobody has replied to a reading.")


def _objection(answer: Answer) -> str:
    row = answer.row
    given = (("The machine", row.auto), ("A person", row.manual))
    marks = [f"{who} gave {points:g} of {row.most:g}." for who, points in given if points is not None]
    state = " ".join([*marks, "It waits for a person." if row.waiting else "A person has looked."])
    title = element("h3", f"{name(row.learner)}, {escape(row.answer)}")
    return element("article", title + written(answer.reply) + paragraph(state, "soft"))


def _kappa(value: float) -> str:
    return "none" if math.isnan(value) else f"{value:.2f}"
