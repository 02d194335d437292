"""The learners' version of an assignment: made from the instructor's, unsolved, and never behind it."""

from pathlib import Path

import pytest

from rapport.answers import PLACEHOLDERS
from rapport.catalog import assignment_paths

from submissions import MESSAGE, PLAN, REFLECTION, prose_of, text_of

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", assignment_paths())
def test_a_release_is_what_its_source_makes_now(new_course, name):
    course, place = new_course(name), f"exercises/{name}/{name}.ipynb"
    assert course.run("generate_assignment", name) == 0
    kept = (REPOSITORY / place).read_bytes()
    assert (course.folder / place).read_bytes() == kept, "exercises/ is behind solutions/: run make exercises"


def test_the_release_asks_and_does_not_answer(course):
    released, solved = course.notebook("exercises"), course.notebook("solutions")
    assert text_of(released, MESSAGE) == f"%%draft after-the-event\n{PLACEHOLDERS[0]}"
    assert text_of(released, PLAN) == f"%%plan plan-after-conference\n{PLACEHOLDERS[1]}"
    assert text_of(released, REFLECTION) == f"%%reflect looking-back-follow-up\n{PLACEHOLDERS[3]}"
    everything = "\n".join("".join(cell["source"]) for cell in released["cells"])
    for name in (MESSAGE, PLAN, REFLECTION):
        assert not [line for line in prose_of(solved, name).splitlines() if len(line) > 3 and line in everything]


def test_making_the_release_needs_no_gradebook_and_no_option(course):
    assert course.typed.returncode == 0, course.typed.stderr
    assert "gradebook" not in course.typed.stderr


def test_course_cells_cannot_be_changed_or_deleted_by_a_slip(course):
    cells = course.notebook("exercises")["cells"]
    assert all(cell["metadata"]["deletable"] is False for cell in cells)
    assert [cell["id"] for cell in cells if cell["metadata"].get("editable", True)] == [MESSAGE, PLAN, REFLECTION]
