"""Sheets to fill in by hand: for whoever watches a talk, and for a plan of one's own."""

from __future__ import annotations

from ..render.markup import element, escape
from ..render.pair_sheet import sheet_body
from ..render.pair_words import Box, Boxes, Heading, Items, Room, Sheet, Words
from ..render.paper import sheet
from ..render.words import CRITERIA

STEPS = 10
_COLUMNS = ("Day", "Who", "What I bring or tell", "What I ask, if anything", "No answer? Try again on", "Sent")
_WATCHING = Sheet("The observer's card", (
    Words("For a talk without a card of its own: a trial interview, a talk at a stand, a scene of your own. You watch and "
          "say nothing until it is over. Write words that you hear, and no marks."),
    Heading("Before it starts"),
    Room("Who speaks with whom? What would they like?"),
    Room("Which mistake do we look out for today?"),
    Heading("While you watch"),
    Boxes((
        Box("They asked something", "and listened to the answer."),
        Box("They took up a hint.", "Which one?"),
        Box("They gave something", "before they wanted something."),
        Box("They asked for something small", "that is easy to refuse."),
        Box("They agreed on what comes next,", "with a day."),
        Box("They said thank you", "and named what for."),
    )),
    Room("Words that opened the talk:"),
    Room("Words after which it became harder:"),
    Heading("When it is over"),
    Items(("First both players say how it was for them.", "Then read out your words. Begin with those that helped.",
           "Last, one sentence each:"), numbered=True),
    Room("What helped?"),
    Room("What would you try next?"),
))


def observer_sheet() -> str:
    """The blank card for an observer."""
    return sheet(_WATCHING.title, "", sheet_body(_WATCHING))


def plan_sheet() -> str:
    """A follow-up plan as an empty table, with what a plan is read for above it."""
    first = sheet_body(Sheet("", (Room("Where we met, and on which day:"), Room("What I promised, and whom I owe thanks:"))))
    heads = "".join(element("th", escape(text), scope="col") for text in _COLUMNS)
    empty = element("tr", "<td></td>" * (len(_COLUMNS) - 1) + element("td", element("span", "", "tick")))
    table = element("table", element("thead", element("tr", heads)) + element("tbody", empty * STEPS), "by-hand")
    read = "Look it over: " + "; ".join(text.lower() for text in CRITERIA["plan"].values()) + "."
    last = sheet_body(Sheet("", (Words(read), Words("This sheet holds names. Keep it where only you read it."))))
    return sheet("My next ninety days", "One line is one step. Leave weeks empty.", first + table + last, "sheet-by-hand")
