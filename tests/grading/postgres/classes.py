"""A class whose gradebook is in a file or on a server, and what that gradebook holds, without its ids."""

import json
from datetime import datetime

from sqlalchemy import NullPool, create_engine, text

from batches import COMMENTS, COURSE, GRADES
from rapport.grading.batch import grade
from rapport.grading.batch_crew import Crew
from submissions import MESSAGE, cell_of, good, hostile, not_a_notebook, poor, retyped, untouched

LEARNERS = {"a-letter": not_a_notebook, "hostile": hostile, "late": good, "Zoe": poor, "alma": retyped, "Ångström": untouched}
"""Every database would put these in an order of its own."""
LATE = "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"


def hand_in(course) -> None:
    """What honest, clumsy and hostile learners hand in; one uses letters that a database does not take."""
    released, solved = course.notebook("exercises"), course.notebook("solutions")
    for learner, make in LEARNERS.items():
        course.hand_in(learner, make(released, solved, course.folder))
    (course.folder / "submitted/late/follow-up/timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
    rewrite(course, "Zoe", "Hi Hannah,\0 I \ud800really need museum clients.\0 \U0001f600")


def rewrite(course, learner: str, message: str) -> None:
    """Let a learner hand in another message."""
    path = course.folder / "submitted" / learner / "follow-up/follow-up.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    cell_of(notebook, MESSAGE)["source"] = f"%%draft after-the-event\n{message}"
    path.write_text(json.dumps(notebook), "utf-8")


def on_server(course, address: str):
    """Put the gradebook of a course where ``address`` says."""
    with open(course.folder / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write(f"\nc.CourseDirectory.db_url = {address!r}\n")
    course.address = address
    return course


def address_of(course) -> str:
    return getattr(course, "address", f"sqlite:///{course.folder}/gradebook.db")


def asked(course, statement: str, **values: object) -> list[tuple]:
    """Ask or change the gradebook in SQL, wherever it is."""
    engine = create_engine(address_of(course), poolclass=NullPool)
    with engine.begin() as connection:
        found = connection.execute(text(statement), values)
        return [tuple(map(_plain, row)) for row in found] if found.returns_rows else []


def rows(course) -> dict[str, list[tuple]]:
    """All that the gradebook says, in one order."""
    statements = {"grades": GRADES, "comments": COMMENTS, "course": COURSE, "students": "select id, email from student"}
    return {name: sorted(asked(course, statement), key=repr) for name, statement in statements.items()}


def again(course, **options):
    """Grade, or grade once more."""
    return grade(course.folder, "follow-up", **{"crew": Crew(2)} | options)


def _plain(value: object) -> object:
    """SQLite gives moments as text and yes and no as numbers."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "microseconds")
    return int(value) if isinstance(value, bool) else value
