"""Moodle's grade import (Grades, Import, CSV file).

The teacher says there which column tells Moodle who somebody is and which
columns are grades and feedback. Two of its habits matter here; both are read
from grade/import/csv/classes/load_data.php of moodle/moodle:

- a row whose identifying cell is blank, or is “0”, is given to the learner of the
  row before it. So such a column is written only where everybody has something of
  their own in it;
- an unknown learner stops the whole import, and so does a grade that is no number.

Feedback is shown as HTML there, so what could be a tag is written with “‹”.
"""

from __future__ import annotations

import re

from .cells import Cell, line, prose, table
from .grades import GRADED, Learner, Result
from .plain import comments_of
from .plugin import GradesExport, Sheet, Written
from .telling import guarded, names

IDENTITIES = {"Email address": "email", "ID number": "lms", "Username": "id"}
BLANK = ("", "0")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


class MoodleExport(GradesExport):
    """A row a learner: who it is, then a grade and a feedback column for each assignment."""

    usual = "grades-moodle"

    def text(self, sheet: Sheet) -> Written:
        """The table; feedback goes with a settled grade only, since no other reading has been looked at."""
        identities, remarks = _identities(sheet.learners)
        headings = [line(part) for name in sheet.by_assignment for part in (name, f"{name} (Feedback)")]
        header = ["First name", "Last name", *identities, *headings]
        rows = [[line(one.first), line(one.last), *(line(getattr(one, field)) for field in identities.values()),
                 *(cell for result in results for cell in _cells(result))]
                for one, results in sheet.rows() if one.id not in BLANK]
        written, changed = table([header, *rows])
        return Written(written, (*remarks, *_left_out(sheet.learners), *guarded(changed)))


def _cells(result: Result) -> list[Cell]:
    return [result.score, _TAG.sub("‹", prose(comments_of(result))) if result.status == GRADED else ""]


def _identities(class_: tuple[Learner, ...]) -> tuple[dict[str, str], list[str]]:
    """The columns by which Moodle can tell everybody apart, and a remark on each that is left out."""
    whole, remarks = {}, []
    for heading, field in IDENTITIES.items():
        found = [line(getattr(one, field)).strip() for one in class_]
        lacking = [one.id for one, value in zip(class_, found, strict=True) if value in BLANK]
        if field == "id" or (not lacking and len(set(found)) == len(found)):
            whole[heading] = field
        elif len(lacking) < len(class_):
            why = f"it is missing for {names(lacking)}" if lacking else "some have the same"
            remarks.append(f"No column “{heading}”: {why}. Moodle would give their grades to somebody else.")
    return whole, remarks


def _left_out(class_: tuple[Learner, ...]) -> list[str]:
    nameless = [one.id for one in class_ if one.id in BLANK]
    return [f"Left out: the learner with the id “{one}”, which Moodle takes for blank." for one in nameless]
