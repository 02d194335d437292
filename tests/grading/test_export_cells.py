"""The table that every CSV export writes: its form, its numbers, and nothing that a spreadsheet would run."""

import csv
import io

import pytest

from rapport.grading.exports.cells import guarded, line, number, prose, table

from gradebooks import HOSTILE, machine

RUNS = tuple("=+-@＝＋－＠\t\r\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_as_a_formula_does(text):
    for shown in (guarded(line(text)), guarded(prose(text)), guarded(text)):
        visible = shown.strip(" \u200b")
        assert shown.isascii() and shown.lstrip("-").isdigit() or not visible.startswith(RUNS), shown


@pytest.mark.parametrize("text", ["a;=1+1", "a\t=1+1", "a; =cmd|' /C calc'!A0", "x|@SUM(1)", "a\n=1+1", "a;\u200b+1+1"])
def test_nor_does_a_part_that_another_separator_would_cut_off(text):
    for separator in ";\t|\n":
        for part in guarded(text).split(separator):
            assert not part.strip(" \u200b").startswith(RUNS)


@pytest.mark.parametrize("text", ["-5", "+47", "-2,5", "3.5", "0", "O'Brien", "a-b", "a=b", "’t Hooft", "x; y", ""])
def test_what_is_harmless_stays_as_it_is(text):
    assert guarded(text) == text


@pytest.mark.parametrize("value, written", [
    (-3.5, "-3.5"), (20.0, "20"), (0, "0"), (-0.001, "0"), (2 / 3, "0.67"), (100, "100"), (None, ""), (float("nan"), ""),
    (float("inf"), ""), (1200.5, "1200.5"),
])
def test_numbers_are_numbers(value, written):
    assert number(value) == written
    assert table([[value, "x"]])[0] == f"{written},x\r\n"


def test_a_list_of_a_comment_reads_as_a_list_and_runs_nothing():
    assert guarded(prose("Well done.\r\n- Why this person: partly\n  - cmd|' /C calc'!A0")) == (
        "Well done.\n• Why this person: partly\n  • cmd|' /C calc'!A0"
    )


def test_half_letters_and_control_letters_are_gone():
    assert line("a\ud800b\x00c\x1b[31m\td") == "a?b c [31m d"
    table([[line("\udfff")]])[0].encode("utf-8")


def test_two_parsers_read_back_what_was_written():
    rows = [["a", 'say "hi"', "x,y", "one\ntwo", ""], ["ü", "李明", "محمد", " leading", '"']]
    written, changed = table(rows)
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True)) == rows == machine(written)
    assert changed == 0 and written.count("\r\n") == 2


def test_it_says_how_many_texts_it_guarded():
    assert table([["=1", "b", -3], ["-1", "@x", None]])[1] == 2
