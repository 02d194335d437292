"""Gradebooks that are made by hand, for exports: nobody has to be graded for them."""

from datetime import datetime

import pytest
from nbgrader.api import (
    Comment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook,
)

CELLS = ("message", "plan")
NAMES = [  # first name, last name
    ("Zoë", "Ångström-Núñez"), ("Nguyễn", "Thị Ánh"), ("محمد", "بن سلمان"), ("明", "李"), ("", "Sukarno"),
    ("Seán", "O’Brien, Jr."), ("Иван", "Грозный"), ("אורי", "כהן"), ("Jean \"Jo\"", "d'Arc; fils"),
    ("Bob", "Two\nLines"), ("ひろし", "たなか"), ("Ọlá", "Adébáyọ̀"),
]
HOSTILE = [
    '=HYPERLINK("http://evil.example","click")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1+1", "\r=1+1",
    "＝1+1",    " =1+1", "\u200b=1+1", 'x","=1+1', "a;=1+1", "Points Possible", "＋1+1", "\ud800half", "\x00=1",
    "”=1", "\x1b[31mred", "-5",
]


def comment(written, reading):
    """What a person and what the course says of an answer."""
    return {"manual_comment": written, "auto_comment": reading}


def make(folder, assignments=("follow-up",)):
    """An empty course with assignments of two answers, ten points each; gives the gradebook's address."""
    address = f"sqlite:///{folder}/gradebook.db"
    with pytest.MonkeyPatch.context() as patch:  # nbgrader starts a program to ask this; nothing here needs to know it
        patch.setattr("nbgrader.api.get_alembic_version", lambda: "any")
        Gradebook(address, "rapport").close()
    with Gradebook(address, "rapport") as book:
        for name in assignments:
            book.update_or_create_assignment(name, duedate="2026-03-09 09:00:00 UTC")
            book.add_notebook("pages", name)
            for cell in CELLS:
                book.add_grade_cell(cell, "pages", name, max_score=10, cell_type="code")
                book.add_solution_cell(cell, "pages", name)
    return address


def add(book, learner, marks=None, assignment="follow-up", comments=None, review=(), **about):
    """A learner with marks by cell; ``marks`` None hands nothing in. Commit afterwards."""
    with book.db.no_autoflush:
        student = Student(id=learner, **about)
        book.db.add(student)
        if marks is None:
            return
        known, handed_in = book.find_assignment(assignment), datetime(2026, 3, 8, 20, 15)
        submission = SubmittedAssignment(assignment_id=known.id, student=student, timestamp=handed_in)
        for notebook in known.notebooks:
            page = SubmittedNotebook(notebook_id=notebook.id, assignment=submission)
            page.grades = [Grade(cell_id=cell.id, auto_score=marks.get(cell.name), needs_manual_grade=cell.name in review)
                           for cell in notebook.grade_cells]
            page.comments = [Comment(cell_id=cell.id, **(comments or {}).get(cell.name, {}))
                             for cell in notebook.solution_cells]
        book.db.add(submission)


def machine(text):
    """A second reader of RFC 4180, a state machine: rows of cells. Raises ValueError for what the RFC forbids."""
    rows, row, cell, state = [], [], "", "start"
    for place, letter in enumerate(text):
        if state == "quoted":
            state, cell = ("quote", cell) if letter == '"' else ("quoted", cell + letter)
        elif letter == '"':
            if state == "quote":
                state, cell = "quoted", cell + '"'
            elif state == "start":
                state = "quoted"
            else:
                raise ValueError(f"a quote inside a bare cell at {place}")
        elif letter in ",\n":
            if letter == "\n" and not cell_ends(text, place):
                raise ValueError(f"a bare line feed at {place}")
            row, cell, state = [*row, cell], "", "start"
            if letter == "\n":
                rows, row = [*rows, row], []
        elif letter == "\r":
            if text[place + 1:place + 2] != "\n":
                raise ValueError(f"a bare carriage return at {place}")
        elif state == "quote":
            raise ValueError(f"a letter after a closing quote at {place}")
        else:
            state, cell = "bare", cell + letter
    if row or cell:
        raise ValueError("the last line has no end")
    return rows


def cell_ends(text, place):
    return text[place - 1] == "\r"
