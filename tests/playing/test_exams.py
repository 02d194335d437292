"""Practice tells at once what an answer did; an exam asks how sure one is, and tells at the end."""

import pytest

from rapport.playing import Misfit, Session
from rapport.playing.explore import explore
from rapport.playing.known import Known
from rapport.playing.play import SURENESS, Play
from rapport.playing.sureness import summary
from rapport.playing.view import view

GUESS, FAIRLY, VERY = range(len(SURENESS))


def sit(gate, *answers, reads):
    """An exam in which each answer is given with how sure one is of it."""
    play = Play(Session(gate, (), reads()), exam=True)
    for move, sure in answers:
        play = play.answer(move).confirm(sure)
    return play


def notes(play):
    return [row for row in view(play, explore(play.session.scene))["log"] if row["kind"] == "note"]


def test_in_practice_an_answer_counts_at_once(gate):
    play = Play(Session(gate)).answer(1)
    assert play.session.moves == (1,) and play.pending is None
    assert notes(play)


def test_in_an_exam_an_answer_waits_until_one_says_how_sure_one_is(gate):
    play = Play(Session(gate), exam=True).answer(1)
    assert play.session.moves == () and play.pending == 1
    shown = view(play, explore(gate))["turn"]
    assert shown["confirm"]["levels"] == ["A guess", "Fairly sure", "Very sure"]
    assert [line["text"] for line in shown["confirm"]["lines"]] == ["See you."]
    assert play.think_again().pending is None
    assert play.confirm(VERY).session.moves == (1,)


def test_nothing_is_told_before_the_end_of_an_exam(gate, reads):
    play = sit(gate, (1, VERY), reads=reads)
    shown = view(play, explore(gate))
    assert not notes(play) and not shown["meters"] and not shown["turn"]["cue"]


def test_all_is_told_at_the_end_with_how_sure_one_was(gate, reads):
    play = sit(gate, (1, VERY), ("A line.", GUESS), reads=reads)
    assert [note["sure"] for note in notes(play)] == ["You said: very sure.", "You said: a guess."]
    told = view(play, explore(gate), Known())["ending"]["sureness"]
    assert told == [
        "You said “very sure” once. It cost you something.",
        "You said “a guess” once. It went well.",
        "Look first at answer 1: there you were very sure, and it cost you something.",
    ]


def test_practice_says_nothing_of_sureness(gate, reads):
    play = Play(Session(gate, (1, "A line."), reads()))
    assert view(play, explore(gate))["ending"]["sureness"] == []
    assert {note["sure"] for note in notes(play)} == {""}


def test_an_exam_cannot_be_walked_back_but_begun_anew(gate, reads):
    play = sit(gate, (1, VERY), reads=reads)
    with pytest.raises(Misfit, match="taken back"):
        play.to(play.session.undo())
    assert play.restart() == Play(Session(gate), exam=True)


def test_what_was_told_after_an_exam_is_practised(gate, reads):
    play = sit(gate, (1, VERY), ("A line.", GUESS), reads=reads)
    assert play.to(play.session.back_to(1)) == Play(Session(gate, (1,)), exam=False)


def test_the_manner_is_chosen_before_the_first_answer(gate):
    assert Play(Session(gate)).as_exam(True).exam
    with pytest.raises(Misfit, match="Start again"):
        Play(Session(gate, (1,))).as_exam(True)


@pytest.mark.parametrize("level", [-1, 3])
def test_only_the_degrees_there_are_can_be_named(gate, level):
    with pytest.raises(Misfit):
        Play(Session(gate), exam=True).answer(1).confirm(level)


def test_a_choice_that_is_not_open_cannot_wait(gate):
    with pytest.raises(Misfit):
        Play(Session(gate), exam=True).answer(2)


def test_counts_are_put_in_words(gate, reads):
    steps = Session(gate, (0, "A line."), reads()).steps * 2
    assert summary(steps, (GUESS,) * 4) == ["You said “a guess” 4 times. It went well each time."]
    mixed = (steps[0], *Session(gate, (1, "A line."), reads()).steps)
    assert summary(mixed, (VERY,) * 3)[0] == "You said “very sure” 3 times. It went well twice."
