"""Looks into a course's folder after grading: what the gradebook and the autograded folder say, without their ids."""

import sqlite3
from pathlib import Path

GRADES = """
    select a.student_id, a.timestamp, a.extension, m.name, n.flagged, n.late_submission_penalty, b.name,
           g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade
    from grade g join base_cell b on b.id = g.cell_id join submitted_notebook n on n.id = g.notebook_id
    join notebook m on m.id = n.notebook_id join submitted_assignment a on a.id = n.assignment_id order by 1, 4, 7"""
COMMENTS = """
    select a.student_id, m.name, b.name, c.auto_comment, c.manual_comment
    from comment c join base_cell b on b.id = c.cell_id join submitted_notebook n on n.id = c.notebook_id
    join notebook m on m.id = n.notebook_id join submitted_assignment a on a.id = n.assignment_id order by 1, 2, 3"""
COURSE = """
    select a.name, a.duedate, m.name, m.kernelspec, b.name, b.type, s.source, s.checksum, s.locked from assignment a
    join notebook m on m.assignment_id = a.id join base_cell b on b.notebook_id = m.id
    join source_cell s on s.notebook_id = m.id and s.name = b.name order by 1, 3, 5, 6"""


def asked(folder: Path, statement: str) -> list[tuple]:
    """Rows of the gradebook."""
    connection = sqlite3.connect(folder / "gradebook.db")
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def rows(folder: Path) -> dict[str, list[tuple]]:
    """All that the gradebook says, by what it is about."""
    students = asked(folder, "select id, first_name, last_name, email, lms_user_id from student order by 1")
    found = {"grades": GRADES, "comments": COMMENTS, "course": COURSE}
    return {"students": students} | {name: asked(folder, statement) for name, statement in found.items()}


def copies(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of the autograded folder that nbgrader would see, with its content and its permissions."""
    root = folder / "autograded"
    found = (path for path in root.rglob("*") if path.is_file() and not _is_hidden(path.relative_to(root)))
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mode) for path in sorted(found)}


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
