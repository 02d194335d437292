"""A text in which somebody looks back is counted and kept on the page, and judged by nobody there."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from rapport import versions
from rapport.answers import PLACEHOLDERS
from rapport.notebook import load_ipython_extension, unload_ipython_extension
from rapport.reflections import FOR_A_PERSON, length_line, levels, solved

TEXT = "I wrote to Hannah first, <b>really</b>.\nimport os"
KEY = "reflections/looking-back"
SCHEME = "4 points: Both. For example: “Yes.”\n1 point: None. For example: “No.”"


@pytest.fixture(scope="module")
def one_shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.fixture
def run(one_shell):
    load_ipython_extension(one_shell)

    def run(source):
        with capture_output() as captured:
            assert one_shell.run_cell(source).success
        assert "Traceback" not in captured.stdout + captured.stderr
        [output] = captured.outputs
        return output.data["text/plain"]

    yield run
    unload_ipython_extension(one_shell)


@pytest.mark.parametrize("line", ["%%reflect looking-back", "%reflect looking-back", "%% Reflect looking back"])
def test_it_is_counted_and_kept_and_gets_no_score(run, line):
    shown = run(f"{line}\n{TEXT}")
    assert length_line(TEXT) in shown and FOR_A_PERSON in shown
    assert "8 words" in shown and " of 10" not in shown and "Mistake" not in shown
    assert [version.text for version in versions.kept(KEY)] == [TEXT]


def test_every_version_is_kept(run):
    run(f"%%reflect looking-back\n{TEXT}")
    run(f"%%reflect looking-back\n{TEXT} And then?")
    assert [version.text for version in versions.kept(KEY)] == [TEXT, f"{TEXT} And then?"]


@pytest.mark.parametrize("body", ["", "\n\n", *PLACEHOLDERS])
def test_an_empty_box_gets_a_way_on_and_is_not_kept(run, body):
    assert run(f"%%reflect looking-back\n{body}").startswith("Nothing is written yet.")
    assert versions.kept(KEY) == []


def test_a_line_without_a_name_is_told(run):
    assert "“%%reflect looking-back”" in run(f"%%reflect\n{TEXT}")
    assert versions.kept(KEY) == []


def test_a_mistyped_line_is_named(run):
    assert "Please make “%%reflect looking-back” the first line" in run(f"%reflct looking-back\n{TEXT}")


def test_the_mark_scheme_is_not_part_of_the_answer():
    assert solved(f"{TEXT}\n\nMark scheme:\n{SCHEME}") == (TEXT, SCHEME)
    assert solved(TEXT) == (TEXT, "")
    assert levels(SCHEME) == {4: "Both. For example: “Yes.”", 1: "None. For example: “No.”"}


def test_one_word_is_one_word():
    assert length_line("Yes") == "1 word. Between 60 and 120 are asked for."
