"""A small graded class for the commands that look at a class: real drafts, two near copies, a reply, a missing answer."""

import copy
import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from rapport.cli import main

from submissions import MESSAGE, PLAN, SCRIPT, cell_of

REPOSITORY = Path(__file__).resolve().parents[2]
REFLECTION = "follow-up-reflection"
REPLY = f"I did ask her for a day: “shall we talk on Friday?” {SCRIPT}"
ANA, BEN, CEM, DAO, EVA, FAY, GIL = (f"q{number}-{name}" for number, name in enumerate("ana ben cem dao eva fay gil".split()))
ABSENT = "q9-zoe"
BRIEFS = {MESSAGE: "after-the-event", PLAN: "plan-after-conference"}


def drafts(brief: str) -> list[dict]:
    """The labelled drafts for a brief; their authors are language models."""
    rows = map(json.loads, (REPOSITORY / "training/drafts/first.jsonl").read_text("utf-8").splitlines())
    return [row for row in rows if row["brief"] == brief]


def texts(learner: str) -> dict[str, str]:
    """What a learner wrote, by answer."""
    number = (ANA, BEN, CEM, DAO, EVA, FAY, GIL).index(learner)
    own = {name: drafts(brief)[number]["text"] for name, brief in BRIEFS.items()}
    if learner == FAY:  # who looked at what Ana wrote
        own[MESSAGE] = texts(ANA)[MESSAGE].replace("Hannah", "Hannah Weiss", 1)
    return own


_kept: list[Path] = []


def graded(new_course) -> Path:
    """The folder of the class after ``nbgrader autograde``, made once a session. Copy it before you change it."""
    if not _kept:
        course = new_course("follow-up")
        released = course.notebook("exercises")
        for learner in (ANA, BEN, CEM, DAO, EVA, FAY):
            course.hand_in(learner, json.dumps(handed_in(released, learner)))
            (course.folder / "submitted" / learner / "follow-up/timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
        course.hand_in(GIL, "Dear teacher, I could not save the page.")
        course.run("autograde", "follow-up")
        shutil.rmtree(course.folder / "autograded" / GIL, ignore_errors=True)  # as where grading was stopped before it
        course.gradebook("insert into student (id) values (?)", ABSENT)
        _kept.append(course.folder)
    return _kept[0]


def handed_in(released: dict, learner: str) -> dict:
    """The learner's notebook. Eva leaves the plan, Ben replies to the reading of his message."""
    notebook = copy.deepcopy(released)
    for name, text in texts(learner).items():
        cell = cell_of(notebook, name)
        line = "".join(cell["source"]).partition("\n")[0]
        if (learner, name) != (EVA, PLAN):
            cell["source"] = f"{line}\n{text}"
    if learner == BEN:
        place = notebook["cells"].index(cell_of(notebook, MESSAGE))
        reply = {"id": "mine", "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
        notebook["cells"].insert(place + 1, reply | {"source": f"%%reply\n{REPLY}"})
    return notebook


def own_copy(new_course):
    """The graded class as a Course in a folder of its own."""
    course = new_course("follow-up")
    shutil.copytree(graded(new_course), course.folder, dirs_exist_ok=True)
    return course


def marked_by_a_person(course, learner: str, answer: str, points: float, comment: str = "") -> None:
    """As formgrader does when somebody gives points and writes a comment."""
    row = course.grade(learner, answer)
    course.gradebook("update grade set manual_score = ?, needs_manual_grade = 0 where id = ?", points, row["id"])
    comment_on(course, learner, answer, "manual_comment", comment or None)


def comment_on(course, learner: str, answer: str, kind: str, text: str | None) -> None:
    """Put a comment into the gradebook: auto_comment or manual_comment."""
    course.gradebook(
        f"""update comment set {kind} = ? where id in (select c.id from comment c
        join submitted_notebook n on c.notebook_id = n.id join submitted_assignment a on n.assignment_id = a.id
        join base_cell b on b.id = c.cell_id where a.student_id = ? and b.name = ?)""", text, learner, answer,
    )


def command(course, *arguments: str) -> Result:
    """Run a command of ``rapport`` on the class: its name, and what else is typed."""
    name, *rest = arguments
    return CliRunner().invoke(main, [name, "follow-up", "--folder", str(course.folder), *rest])


def files(course) -> dict[str, bytes]:
    """Every file of the course, to see that nothing has changed."""
    return {str(path): path.read_bytes() for path in sorted(course.folder.rglob("*")) if path.is_file()}
