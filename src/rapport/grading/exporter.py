"""What one run of ``nbgrader autograde`` knows of the course it grades.

nbgrader makes its exporter once a batch, before it looks at the first
submission. That is the moment to enter the assignment into the gradebook, so
that nobody has to do it by hand first, and to set a guard over what it opens.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SQLAlchemyError

from .database import told
from .exchange_secret import keep_secret
from .guard import guard, keep_moment, submissions
from .handed_in import handed_in
from .lock import on_server
from .new_gradebook import make_gradebook
from .register import register
from .released import Released


class GradingExporter(NotebookExporter):
    """nbgrader's notebook exporter, with the released assignment at hand for the steps it runs."""

    def __init__(self, config=None, **settings):
        super().__init__(config=config, **settings)
        guard(self.parent)
        self.assignment = Released(self._folder("release"), self._folder("source"))
        if not self.assignment.notebooks:
            name = self.course.assignment_id
            message = f"There is no {self.assignment.folder}. First run: nbgrader generate_assignment {name}"
            self.log.error(message)
            raise NbGraderException(message)
        self._enter_assignment()
        self.parent.assignments = submissions(self.parent, [*self.assignment.notebooks])

    def _enter_assignment(self) -> None:
        try:
            with on_server(self.course, "enter an assignment"):  # two at once would enter it twice
                make_gradebook(self.course)
                register(self.course, self.assignment.notebooks)
        except (SQLAlchemyError, ModuleNotFoundError) as error:
            message = f"The gradebook cannot be used: {told(error)}"
            self.log.error(message)
            raise NbGraderException(message) from error

    @property
    def course(self) -> CourseDirectory:
        """The folders and the gradebook of the run that this exporter serves."""
        return self.parent.coursedir

    def from_filename(self, filename, resources=None, **kw):
        """As in nbconvert; a submission is read as what it may be, anything at all (``handed_in``)."""
        about = resources["nbgrader"]
        folder = self.course.format_path(self.course.submitted_directory, about["student"], about["assignment"])
        if Path(filename).parent != Path(folder):
            return super().from_filename(filename, resources=resources, **kw)
        graded = self.course.format_path(self.course.autograded_directory, about["student"], about["assignment"])
        keep_moment(self.course, folder, graded)
        keep_secret(folder, graded)
        resources["metadata"] = {"name": about["notebook"], "path": folder}
        notebook = handed_in(Path(filename), self.all_submissions(about["student"]))
        return self.from_notebook_node(notebook, resources=resources, **kw)

    def released(self, notebook: str) -> NotebookNode:
        """The learners' version of a notebook, as the course gave it out. Do not change it."""
        return self.assignment.notebooks[notebook]

    def solved(self, notebook: str) -> NotebookNode | None:
        """The instructor's version of a notebook, or None where it is not kept here. Do not change it."""
        return self.assignment.solved.get(notebook)

    def handed_in_on(self, student: str) -> date | None:
        """The day (UTC) that nbgrader noted for a submission, or None."""
        folder = self.course.format_path(self.course.submitted_directory, student, self.course.assignment_id)
        moment = self.course.get_existing_timestamp(folder)
        return moment.date() if moment else None

    def all_submissions(self, student: str) -> Path:
        """The folder that holds the folders of all learners, however the course names them."""
        return Path(os.path.normpath(self.course.format_path(self.course.submitted_directory, student, "."))).parent

    def _folder(self, kind: str) -> Path:
        directory = getattr(self.course, f"{kind}_directory")
        return Path(self.course.format_path(directory, ".", self.course.assignment_id))
