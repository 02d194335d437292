"""One run of nbgrader's own commands over a small class; every test of grading looks at its results."""

import copy
import json
import os
import shutil
import sqlite3
import subprocess
import sysconfig
import warnings
from pathlib import Path

import pytest
from jupyter_core.application import NoStart
from nbgrader.apps.nbgraderapp import NbGraderApp

from submissions import CLASS

REPOSITORY = Path(__file__).resolve().parents[2]


class Course:
    """A course folder of its own with a class that has handed in."""

    def __init__(self, folder: Path, assignment: str = "follow-up"):
        self.folder, self.assignment = folder, assignment
        self.exit_codes: dict[str, int] = {}
        shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
        for name in ("solutions", "exercises"):
            shutil.copytree(REPOSITORY / name, folder / name)

    def type(self, *arguments: str, program: str = "nbgrader") -> subprocess.CompletedProcess:
        """Run a command as an instructor types it, in an environment that is not activated."""
        program = Path(sysconfig.get_path("scripts")) / program
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "src"), "PATH": os.defpath}
        return subprocess.run(
            [program, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=900
        )

    def run(self, *arguments: str) -> int:
        """Run a command of nbgrader in this process, which saves its start; returns its exit code."""
        before = Path.cwd()
        os.chdir(self.folder)
        app = NbGraderApp.instance()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                app.initialize([*arguments])
                app.start()
        except NoStart:  # how a Jupyter app ends once its subcommand has run
            return 0
        except SystemExit as end:
            return end.code or 0
        finally:
            app.reset()
            os.chdir(before)
        return 0

    def copied(self, folder: Path) -> "Course":
        """The same class with all that was done so far, in an empty folder: for tests that change it."""
        other = copy.copy(self)
        other.folder = shutil.copytree(self.folder, folder, symlinks=True, dirs_exist_ok=True)
        return other

    def hand_in(self, learner: str, content: str) -> None:
        """Put a file where nbgrader looks for the learner's submission."""
        path = self.folder / "submitted" / learner / self.assignment / f"{self.assignment}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")

    def notebook(self, step: str, *folders: str) -> dict:
        """A notebook of the course, such as ``notebook("autograded", "good")``."""
        path = Path(self.folder, step, *folders, self.assignment, f"{self.assignment}.ipynb")
        return json.loads(path.read_text("utf-8"))

    def feedback(self, learner: str) -> str:
        """The page that goes back to the learner."""
        return (self.folder / "feedback" / learner / self.assignment / f"{self.assignment}.html").read_text("utf-8")

    def gradebook(self, statement: str, *values: object) -> list[sqlite3.Row]:
        """Ask or change the gradebook in SQL; nbgrader's own names of tables and columns."""
        with sqlite3.connect(self.folder / "gradebook.db") as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(statement, values).fetchall()
        connection.close()
        return rows

    def grade(self, learner: str, answer: str) -> sqlite3.Row:
        """The row of one answer: auto_score, manual_score, needs_manual_grade, auto_comment, manual_comment."""
        [row] = self.gradebook(
            """select g.*, c.auto_comment, c.manual_comment from submitted_assignment a
            join submitted_notebook n on n.assignment_id = a.id
            join grade g on g.notebook_id = n.id join base_cell b on b.id = g.cell_id
            join comment c on c.notebook_id = n.id join base_cell s on s.id = c.cell_id and s.name = b.name
            where a.student_id = ? and b.name = ?""", learner, answer,
        )
        return row


@pytest.fixture(scope="session")
def new_course(tmp_path_factory):
    """Makes a course folder for one assignment."""
    return lambda assignment: Course(tmp_path_factory.mktemp(assignment), assignment)


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Course:
    """The class after generate_assignment, autograde, generate_feedback and export, without one option."""
    course = Course(tmp_path_factory.mktemp("course"))
    course.typed = course.type("generate_assignment", "follow-up")
    released, solved = course.notebook("exercises"), course.notebook("solutions")
    for learner, make in CLASS.items():
        course.hand_in(learner, make(released, solved, course.folder))
    (course.folder / "submitted/late/follow-up/timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
    for command in ("autograde", "generate_feedback"):
        course.exit_codes[command] = course.run(command, "follow-up")
    course.exit_codes["export"] = course.run("export")
    return course
