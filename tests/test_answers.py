"""The brief and the prose are found in any cell a learner may leave behind."""

import pytest

from rapport.answers import PLACEHOLDERS, answer_text, command_named, holds_moves, is_untouched, kind_named

PROSE = "Dear Hannah,\n\nthe link is below.\nLeo"


@pytest.mark.parametrize(
    "line",
    [
        "%%draft after-the-event",
        "%draft after-the-event",
        "%% draft after-the-event",
        "%%Draft after-the-event",
        "%%%draft after-the-event",
        "％％draft after-the-event",
        "%%darft after-the-event",
        "%%drafts after-the-event",
        "%%draft: after-the-event",
        "%%draft after the event",
        "%%draft After_The_Event",
        "%%draft “after-the-event”.",
        "  %%draft   after-the-event  ",
        "%%plan after-the-event",
        "draft after-the-event",
    ],
)
def test_a_mistyped_first_line_still_names_the_brief(line):
    assert answer_text(f"{line}\n{PROSE}") == ("after-the-event", PROSE)


def test_blank_lines_before_the_line_and_windows_line_ends_do_not_matter():
    source = f"\n\n%%draft after-the-event\n\n{PROSE}\n\n".replace("\n", "\r\n")
    assert answer_text(source) == ("after-the-event", PROSE)


def test_text_above_the_line_is_kept_in_its_place():
    assert answer_text("Dear Hannah,\n%%draft after-the-event\nthe link is below.") == (
        "after-the-event",
        "Dear Hannah,\nthe link is below.",
    )


def test_text_behind_the_brief_is_kept():
    assert answer_text("%%draft after-the-event Dear Hannah,\nthe link.") == (
        "after-the-event",
        "Dear Hannah,\nthe link.",
    )


def test_a_missing_line_gives_no_brief_and_the_whole_text():
    assert answer_text(PROSE) == (None, PROSE)


def test_a_line_without_a_brief_gives_none():
    assert answer_text(f"%%draft\n{PROSE}") == (None, PROSE)


def test_the_line_written_twice_counts_once():
    assert answer_text(f"%%draft after-the-event\n%%draft after-the-event\n{PROSE}") == ("after-the-event", PROSE)


def test_markers_around_a_solution_are_taken_away():
    source = f"%%draft after-the-event\n### BEGIN SOLUTION\n{PROSE}\n### END SOLUTION"
    assert answer_text(source) == ("after-the-event", PROSE)


@pytest.mark.parametrize("line", ["%timeit x", "%matplotlib inline", "50% draft", "Draft follow-up plan", "%%bash"])
def test_other_lines_stay_prose(line):
    assert answer_text(f"{line}\n{PROSE}") == (None, f"{line}\n{PROSE}")


def test_a_word_before_other_prose_is_not_taken_for_the_line():
    text = "Hello,\nplan follow-up\nbye"
    assert answer_text(text) == (None, text)


@pytest.mark.parametrize("prose", ["", "  \n ", *PLACEHOLDERS, "write your message here", f"\n{PLACEHOLDERS[1]}\n"])
def test_the_text_that_stood_there_counts_as_nothing_written(prose):
    assert is_untouched(prose)
    assert is_untouched(answer_text(f"%%draft after-the-event\n{prose}").prose)


def test_something_written_is_not_untouched():
    assert not is_untouched("Write your message here. Dear Hannah")


def test_a_placeholder_left_above_the_answer_is_no_part_of_it():
    assert answer_text(f"%%draft after-the-event\n{PLACEHOLDERS[0]}\n{PROSE}").prose == PROSE


@pytest.mark.parametrize("line", ["%%played the-strap", "%played the strap", "%%Playd The-Strap", "%%play the-strap",
                                  "played the-strap"])
def test_a_play_names_its_scene(line):
    text = f"{PLACEHOLDERS[2]}\n\nThe strap in the cupboard\n\nMoves, for checking: [1]"
    assert answer_text(f"{line}\n{text}") == ("the-strap", "The strap in the cupboard\n\nMoves, for checking: [1]")
    assert (command_named(f"{line}\n{text}"), kind_named(f"{line}\n{text}")) == ("played", "scene")
    assert holds_moves(text) and not holds_moves(PROSE)


def test_a_draft_and_a_plan_answer_a_brief_and_other_text_nothing():
    assert kind_named("%%draft the-strap") == kind_named("%%plan the-strap\n%%played the-strap") == "brief"
    assert kind_named(PROSE) is None


@pytest.mark.parametrize("line", ["%%reflect looking-back", "%reflect Looking back", "%% Reflect looking_back",
                                  "%%reflct looking-back", "reflect looking-back"])
def test_a_look_back_names_its_question(line):
    source = f"{line}\n{PLACEHOLDERS[3]}\n{PROSE}"
    assert answer_text(source) == ("looking-back", PROSE)
    assert (command_named(source), kind_named(source)) == ("reflect", "question")


def test_the_command_is_told_whatever_its_spelling():
    assert command_named("\n%% Plan plan-after-conference\nx") == "plan"
    assert command_named("Dear Hannah,\n%draft after-the-event") == "draft"
    assert command_named("x = 1") is None
