"""The parts of the page that show figures of the whole class."""

from __future__ import annotations

from ...render.markup import element, escape, paragraph
from ...render.words import UNITS, counted
from . import charts
from .gain import Version, gains
from .gathered import Gathered
from .mistakes import tallies
from .needing import FOR_PEOPLE, LOW, needing
from .parts import name, picture, table
from .spread import Spread, spreads


def at_a_glance(found: Gathered) -> str:
    """The class in four figures."""
    waiting = sum(read.answer.row.waiting for read in found.answers)
    marked = sum(read.answer.row.manual is not None for read in found.answers)
    figures = (
        (f"{len(found.handed_in)} of {len(found.learners)}", "have handed in"),
        (len(found.read), "answers are graded"),
        (waiting, "answers wait for a person"),
        (marked, "answers have a person’s points"),
    )
    tiles = (element("li", element("strong", escape(figure)) + f" {escape(words)}") for figure, words in figures)
    return element("ul", "".join(tiles), "tiles")


def mistakes(found: Gathered) -> str:
    """The mistakes by frequency, unit by unit."""
    by_unit = tallies(found)
    most = len({read.learner for read in found.read}) or 1
    made = {unit: own for unit, own in by_unit.items() if own}
    none = [UNITS[unit] for unit, own in by_unit.items() if not own]
    if not made:
        return paragraph("No mistake that the course knows was seen.")
    groups = [(UNITS[unit], [charts.Bar(one.mistake.title, one.stated, one.asked, f"{one.stated + one.asked}")
                             for one in own]) for unit, own in made.items()]
    rows = [(one.mistake.title, UNITS[unit], one.stated, one.asked, f"{(one.stated + one.asked) / most:.0%}")
            for unit, own in made.items() for one in own]
    label = f"How many of {most} learners made each mistake, by unit; the table below says the same."
    told = (f"Of {most} learners. Filled: stated in an answer at least. Hollow: only asked about, as the reading is "
            "not sure. Nobody is counted twice for one mistake.")
    heads = ("Mistake", "Unit", "Stated", "Only asked", "Share of learners")
    silent = paragraph(f"Nothing was found for: {', '.join(none)}." if none else "")
    return picture(charts.bars(groups, most, label), told) + silent + table(heads, rows, "Learners with each mistake")


def marks(found: Gathered) -> str:
    """How the marks of each answer are spread, and all in one table."""
    every = spreads(found)
    blocks = element("div", "".join(map(_spread, every)), "many")
    heads = ("Answer", *map(str, range(11)), "No points yet", "Median", "Mean")
    rows = [(one.name, *one.counts, one.unmarked, _mark(one.middle), _mark(one.average)) for one in every]
    note = paragraph("All marks are on a scale of 10, whatever an answer is worth. A person’s points go before the "
                     "machine’s. Penalties for handing in late are left out.", "soft")
    return note + blocks + table(heads, rows, "Number of answers with each mark, of 10")


def _spread(one: Spread) -> str:
    told = _told(one)
    return element("div", element("h3", escape(one.name)) + picture(charts.columns(one.counts, told), told))


def _told(one: Spread) -> str:
    if one.middle is None:
        return f"{counted(one.unmarked, 'answer')} without points yet."
    rest = f" {one.unmarked} without points yet." if one.unmarked else ""
    return f"Half have {_mark(one.middle)} or more of 10.{rest}"


def help_needed(found: Gathered) -> str:
    """Who needs somebody, of three kinds."""
    who = needing(found)
    waiting = [(learner, "; ".join(f"{read.name}: {why}" for read, why in own if why != FOR_PEOPLE))
               for learner, own in who.waiting.items()]
    low = [(one.learner, f"{one.points:g} of {one.most:g}") for one in who.low]
    absent = [name(learner) for learner in who.absent]
    usual = paragraph(f"For {counted(who.only_marking, 'more learner')} only the text waits that people always mark."
                      if who.only_marking else "")
    return "".join((
        element("h3", "An answer waits for you"),
        table(("Learner", "Which answer, and why"), waiting, "Answers that wait, and why") if waiting else
        paragraph("None, apart from texts that people always mark."), usual,
        element("h3", f"Less than {LOW:.0%} of the points"),
        table(("Learner", "Points"), low, "Learners with few points") if low else paragraph("Nobody."),
        element("h3", "Nothing handed in"),
        element("p", ", ".join(absent)) if absent else
        paragraph("Nobody that nbgrader knows of. Enrol the class in nbgrader to see who is missing."),
    ))


def gain(found: Gathered, versions: list[Version] | None) -> str:
    """What later versions gained on the first, or why that cannot be said."""
    if versions is None:
        return paragraph("This cannot be said here: nbgrader keeps only what was handed in last, and no exchange is at "
                         "hand that holds earlier versions. Name its folder with --earlier.")
    every = gains(found, versions)
    if not every:
        return paragraph("Nobody has handed in an answer twice with other words.")
    label = "The mean mark of the first and of the last version of each answer; the table below says the same."
    drawn = charts.spans([(one.name, one.first, one.last) for one in every], label)
    heads = ("Answer", "Learners", "First, mean of 10", "Last, mean of 10", "Higher", "Same", "Lower")
    rows = [(one.name, one.number, f"{one.first:.1f}", f"{one.last:.1f}", one.up, one.same, one.down) for one in every]
    note = paragraph("Both versions were read by the machine as it is now. The ring is the first, the dot the last.")
    return note + picture(drawn) + table(heads, rows, "First and last versions")


def _mark(mark: float | None) -> str:
    return "none" if mark is None else f"{mark:.1f}".removesuffix(".0")
