"""An assignment that does not look back, or whose mark scheme leaves a person alone, is told."""

import shutil

import pytest
from notebook_files import answer, cell, write_notebook

TEXT = "I changed the day of the second step. " * 10
SCHEME = "\n".join(f"{n} point{'s' * (n > 1)}: So much. For example: “This.”" for n in (4, 3, 2, 1))


def reflection(text=TEXT, scheme=SCHEME, name="looking-back", points=4):
    source = f"%%reflect {name}\n### BEGIN SOLUTION\n{text}\n\nMark scheme:\n{scheme}\n### END SOLUTION"
    return answer(source, f"look-{name}", points)


@pytest.fixture
def told(material):
    """What the laws say of assignments that hold these cells."""
    shutil.rmtree(material.root / "solutions")

    def told(law, *assignments):
        for number, cells in enumerate(assignments):
            path = material.root / f"solutions/sample-{number}/sample-{number}.ipynb"
            write_notebook(path, cell("markdown", "# A task"), *cells)
        return material.faults(f"reflections.{law}")

    return told


@pytest.mark.parametrize("law", ["each_assignment_looks_back", "mark_schemes_are_whole"])
def test_a_good_one_draws_nothing(told, law):
    assert told(law, [reflection()], [reflection(name="another")]) == []


@pytest.mark.parametrize("cells, number", [([], "0 texts"), ([reflection(), reflection(name="b")], "2 texts")])
def test_none_or_two_are_told(told, cells, number):
    one, = told("each_assignment_looks_back", cells)
    assert number in one and "%%reflect NAME" in one


def test_one_name_in_two_assignments_is_told(told):
    one, = told("each_assignment_looks_back", [reflection()], [reflection()])
    assert "sample-1" in one and "taken by sample-0" in one


@pytest.mark.parametrize("spoilt, shown", [
    (reflection(text="Too short."), "has 2 words"),
    (reflection(text=TEXT * 3), "has 240 words"),
    (reflection(scheme=SCHEME.replace("3 points", "Three")), "does not show what 3 of 4"),
    (reflection(scheme=SCHEME.replace("1 point: So much. For example: “This.”", "1 point: So much.")), "what 1 of 4"),
    (reflection(scheme=f"5 points: More. For example: “That.”\n{SCHEME}"), "has a line for 5, the cell 4"),
])
def test_a_text_or_a_scheme_that_falls_short_is_told_with_its_cell(told, spoilt, shown):
    one, = told("mark_schemes_are_whole", [spoilt])
    assert shown in one and "cell 2" in one


def test_the_points_of_the_cell_are_those_of_the_scheme(told):
    assert told("mark_schemes_are_whole", [reflection(points=5)])
