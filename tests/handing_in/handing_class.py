"""A course's folder with a class, and the files that learners hand in."""

import copy
import csv
import json
import os
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from rapport.cli import main
from rapport.handing_in import paper

REPOSITORY = Path(__file__).resolve().parents[2]
ASSIGNMENT = "follow-up"
EVENING = datetime(2026, 3, 8, 20, 15, tzinfo=UTC)
MORNING = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
ROSTER = [  # id, first name, last name, e-mail, the platform's id
    ("ama", "Ama", "Boateng", "ama@school.example", "501"),
    ("ben", "Ben", "Ångström-Núñez", "ben@school.example", "502"),
    ("li1", "明", "李", "", "503"),
    ("kofi1", "Kofi", "Mensah", "", "504"),
    ("kofi2", "Kofi", "Mensah", "kofi2@school.example", "505"),
    ("zoe", "Zoë", "O’Brien", "", "506"),
]


def released(assignment=ASSIGNMENT):
    return json.loads((REPOSITORY / f"exercises/{assignment}/{assignment}.ipynb").read_text("utf-8"))


def written(words, assignment=ASSIGNMENT):
    """The learner's page with ``words`` in its first box."""
    notebook = copy.deepcopy(released(assignment))
    cell = next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader"))
    cell["source"] = f"{''.join(cell['source']).partition(chr(10))[0]}\n{words}"
    return notebook


def page(words="Dear Hannah", assignment=ASSIGNMENT):
    """The bytes of a bare notebook."""
    return json.dumps(written(words, assignment)).encode()


def handed(words="Dear Hannah", name="", number="", made=EVENING, assignment=ASSIGNMENT):
    """The bytes of a file that was made to be handed in."""
    return json.dumps(paper.make(written(words, assignment), assignment, made, name, number)).encode()


def packed(path, files, when=MORNING):
    """A ZIP archive of names and contents."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, when.astimezone().timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return path


class Class:
    """The course's folder, and what is handed to ``rapport collect``."""

    def __init__(self, folder):
        self.folder, self.inbox = folder, folder / "inbox"
        self.inbox.mkdir()
        shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
        for step in ("exercises", "solutions"):
            for assignment in (ASSIGNMENT, "channels"):
                shutil.copytree(REPOSITORY / step / assignment, folder / step / assignment)
        self.roster = folder / "roster.csv"
        self.enrol(ROSTER)

    def enrol(self, rows):
        with self.roster.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", "first_name", "last_name", "email", "lms_user_id"), *rows])

    def file(self, name, content, when=MORNING):
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (when.timestamp(),) * 2)
        return path

    def collect(self, *paths, options=()):
        """Run the command on the inbox, or on these; gives its exit code and all that it said."""
        typed = ["collect", ASSIGNMENT, "--folder", str(self.folder), "--roster", str(self.roster), *options]
        result = CliRunner().invoke(main, [*typed, *map(str, paths or [self.inbox])])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    def words_of(self, learner):
        """What stands in the first box of what was collected for a learner; None where nothing was."""
        path = self.folder / "submitted" / learner / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        if not path.exists():
            return None
        cells = json.loads(path.read_text("utf-8"))["cells"]
        source = "".join(next(cell for cell in cells if cell["metadata"].get("nbgrader"))["source"])
        return source.partition("\n")[2]

    def time_of(self, learner):
        text = (self.folder / "submitted" / learner / ASSIGNMENT / "timestamp.txt").read_text("utf-8")
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S.%f UTC").replace(tzinfo=UTC)

    @property
    def learners(self):
        """Whoever has a folder now."""
        root = self.folder / "submitted"
        return sorted(path.name for path in root.iterdir()) if root.exists() else []

    def kept(self, learner):
        """What lies aside for a learner."""
        return sorted((self.folder / ".rapport/earlier" / ASSIGNMENT / learner).glob("*.ipynb"))

    def snapshot(self):
        """Every file and its content, to see that nothing has changed."""
        return {str(path): path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()}
