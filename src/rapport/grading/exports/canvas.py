"""Canvas's gradebook import (Grades, Import), read from lib/gradebook_importer.rb of instructure/canvas-lms.

Canvas looks for a learner by ID, then by SIS user id, then by SIS login, then by
name, and for an assignment by the number in brackets behind its title, then by its
title. With a gradebook file downloaded from Canvas (``roster``) learners and
assignments are called as they are called there, and nobody is looked for by name.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from .cells import Cell, line, table
from .grades import Learner, Result
from .plugin import GradesExport, Sheet, Written
from .roster import Roster, read_roster
from .telling import guarded, names

ABOUT = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS = "Points Possible"
NO_IDS = ("Canvas's own ids are not known for {}. Canvas will go by the login, then by the name: look at each before you "
          "agree. Name a gradebook downloaded from Canvas as the roster, and they fit.")
STRANGERS = "Left out, since the roster has nobody, or more than one, with such a login or id: {}."
NEW = "The roster has no assignment “{}”: Canvas will offer to make one."
STAYS = "Where no grade is settled, the file has what stood in Canvas."


class CanvasExport(GradesExport):
    """A row a learner, a column an assignment, and the row of points that Canvas puts below the header."""

    usual = "grades-canvas"

    def text(self, sheet: Sheet) -> Written:
        """The table, with the roster's ids and titles where one is named."""
        return _by_roster(sheet, read_roster(Path(self.roster))) if self.roster else _by_login(sheet)


def _by_login(sheet: Sheet) -> Written:
    points = [found[0].points if found else None for found in sheet.by_assignment.values()]
    rows = [[*ABOUT, *map(line, sheet.by_assignment)], [f"    {POINTS}", "", "", "", "", *points]]
    rows += [[*_about(one), *(result.score for result in results)] for one, results in sheet.rows()]
    written, changed = table(rows)
    unknown = [one.id for one in sheet.learners if not _is_id(one.lms)]
    return Written(written, (*((NO_IDS.format(names(unknown)),) if unknown else ()), *guarded(changed)))


def _by_roster(sheet: Sheet, roster: Roster) -> Written:
    points = {name: found[0].points for name, found in sheet.by_assignment.items() if found}
    columns = {name: roster.column(name, points.get(name)) for name in sheet.by_assignment}
    places = {one.id: roster.place(one) for one in sheet.learners}
    shared = {place for place, times in Counter(places.values()).items() if times > 1} | {None}
    titles = [line(name) if columns[name] is None else roster.header[columns[name]] for name in columns]
    blank = [""] * (len(roster.about) - 1)
    worth = [points.get(name) if columns[name] is None else roster.points[columns[name]] for name in columns]
    rows: list[list[Cell]] = [[*roster.about, *titles], [f"    {POINTS}", *blank, *worth]]
    for one, results in sheet.rows():
        if (place := places[one.id]) not in shared:
            theirs = roster.rows[place]
            rows.append([_no_points(theirs[0]), *theirs[1:len(roster.about)],
                         *(_cell(result, theirs, columns[result.assignment]) for result in results)])
    written, changed = table(rows)
    strangers = [one.id for one in sheet.learners if places[one.id] in shared]
    remarks = [STRANGERS.format(names(strangers))] if strangers else []
    remarks += [NEW.format(line(name)) for name in columns if columns[name] is None]
    return Written(written, (*remarks, STAYS, *guarded(changed)))


def _cell(result: Result, theirs: list[str], column: int | None) -> Cell:
    if result.score is None and column is not None:
        return theirs[column]
    return result.score


def _about(one: Learner) -> list[str]:
    name = ", ".join(part for part in (line(one.last), line(one.first)) if part) or line(one.id)
    own, sis = (one.lms, "") if _is_id(one.lms) else ("", one.lms)
    return [_no_points(name), own, line(sis), line(one.id), ""]


def _is_id(text: str) -> bool:
    """Whether Canvas would read the text as a number of its own and as nothing else: it takes “12ab” for 12."""
    return text.isascii() and text.isdigit()


def _no_points(name: str) -> str:
    """A name that Canvas does not take for the row of points."""
    return name.replace(POINTS, POINTS.lower())
