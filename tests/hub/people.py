"""What learners and the instructor do in a class, by the requests that their pages send."""

import json
import subprocess
import urllib.parse

from rapport.catalog import root
from rapport.classroom import system
from rapport.classroom.course_folder import grader_course
from rapport.classroom.hub_api import request

ASSIGNMENT = "follow-up"
NOTEBOOK = f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb"


def exemplary(name):
    """The instructor's own answer to the one with this grade id."""
    notebook = json.loads((root() / "solutions" / NOTEBOOK).read_text(encoding="utf-8"))
    [cell] = [one for one in notebook["cells"] if one["metadata"].get("nbgrader", {}).get("grade_id") == name]
    text = "".join(cell["source"]).split("### BEGIN SOLUTION\n")[1]
    return text.split("### END SOLUTION")[0].strip()


class Learner:
    """Somebody who learns, at their own server."""

    def __init__(self, classroom, name):
        self.classroom, self.name = classroom, name
        self.token = classroom.token_of(name)
        self.base = f"{classroom.address}/user/{name}"

    def ask(self, path, method="GET", body=None):
        return request(f"{self.base}/{path}", self.token, method, body)

    def assignments(self):
        return self.ask(f"assignments?course_id={self.classroom.settings.course}")

    def act(self, action):
        """Fetch, submit or fetch_feedback, as the list of assignments does."""
        fields = {"course_id": self.classroom.settings.course, "assignment_id": ASSIGNMENT}
        return self.ask(f"assignments/{action}?{urllib.parse.urlencode(fields)}", "POST", {})

    def write(self, answers):
        """Put texts below the first line of the answers with these grade ids, and save."""
        notebook = self.ask(f"api/contents/{NOTEBOOK}")["content"]
        for cell in notebook["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if name in answers:
                first = cell["source"].splitlines()[0]
                cell["source"] = f"{first}\n{answers[name]}"
        self.ask(f"api/contents/{NOTEBOOK}", "PUT", {"type": "notebook", "content": notebook})

    def can(self, *command):
        """Whether a command succeeds under this learner's account, and what it said."""
        done = subprocess.run(command, capture_output=True, text=True, check=False, **system.as_user(self.name))
        return done.returncode == 0, done.stdout + done.stderr


class Instructor:
    """The one who teaches, in formgrader, and by commands under the grader's account."""

    def __init__(self, classroom):
        self.classroom = classroom
        self.token = classroom.token_of(classroom.instructor)
        self.base = f"{classroom.address}/services/{classroom.settings.course}/formgrader"
        self.course = grader_course(classroom.settings)

    def act(self, action):
        """Release, collect, generate_feedback or release_feedback, by formgrader's buttons."""
        answer = request(f"{self.base}/api/assignment/{ASSIGNMENT}/{action}", self.token, "POST", {})
        answer = json.loads(answer) if isinstance(answer, str) else answer
        assert answer["success"], answer
        return answer

    def run(self, *arguments):
        """Run Rapport's command in the course's folder as the grader."""
        program = self.classroom.program
        return subprocess.run(
            [program.python, "-m", "rapport.cli", *arguments], capture_output=True, text=True, check=False,
            **{**system.as_user(self.classroom.settings.grader), "cwd": self.course},
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.course.parent), **program.environment},
        )
