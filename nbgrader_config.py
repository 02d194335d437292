"""How nbgrader handles this course. It reads this file wherever it is started in this folder.

No step runs anything that a learner wrote; see src/rapport/grading/__init__.py.
"""

import os
import sysconfig
import warnings

# nbgrader calls the program alembic when it makes a gradebook, and finds it only in an activated environment.
scripts = sysconfig.get_path("scripts")
if scripts not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = os.pathsep.join([scripts, os.environ.get("PATH", "")])

# nbgrader's own way with its database; nothing is lost by it.
warnings.filterwarnings("ignore", message="Object of type .* not in session")

c = get_config()  # noqa: F821 (nbgrader provides it)

c.CourseDirectory.course_id = "rapport"
# The gradebook is the file gradebook.db. For several graders at once it can be on a PostgreSQL server (pip install
# "rapport[postgres]"). The password never stands here but in the environment (PGPASSWORD) or in the file ~/.pgpass.
# c.CourseDirectory.db_url = "postgresql+psycopg://teacher@localhost/rapport"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
# Formgrader serves what lies beside a graded copy, so nothing that a browser would run may be copied there.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback",
    "*.*htm*", "*.svg*", "*.x*ml", "*.js",
]

# The release depends on solutions/ alone: made twice, it is the same to the byte.
# Autograding enters the assignment into the gradebook.
c.GenerateAssignment.no_database = True
c.GenerateAssignment.force = True
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "rapport.grading.release.ClearAnswers",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.Autograde.exporter_class = "rapport.grading.exporter.GradingExporter"
c.Autograde.sanitize_preprocessors = ["rapport.grading.steps.TakeAnswers"]
c.Autograde.autograde_preprocessors = [
    "rapport.grading.steps.ReadAnswers",
    "rapport.grading.save.SaveReadings",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.GenerateFeedback.exporter_class = "rapport.grading.feedback.FeedbackExporter"
c.GenerateFeedback.preprocessors = ["rapport.grading.feedback.GetMarks"]
