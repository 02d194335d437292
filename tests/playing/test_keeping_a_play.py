"""A play is kept move by move and taken up again."""

import pytest

from rapport import memory
from rapport.playing import Session, keeping, load_scene
from rapport.playing.known import MOST_PLAYS, Known
from rapport.playing.play import Play


def test_a_first_visit_starts_at_the_beginning(gate):
    kept = keeping.resume(gate)
    assert (kept.play, kept.known, kept.note) == (Play(Session(gate)), Known(), "")


def test_a_kept_play_is_taken_up_where_it_was(gate, reads):
    keeping.keep(Play(Session(gate, (0, "Friday? “é”"), reads())), Known(("polite",)))
    kept = keeping.resume(gate, reads())
    assert kept.play.session.moves == (0, "Friday? “é”")
    assert kept.known.endings == ("polite",)
    assert kept.note == "You were here. Continue, or start again."


def test_moves_that_no_longer_fit_start_anew_with_a_sentence(gate, gate_file):
    keeping.keep(Play(Session(gate, (1,))), Known(("polite",)))
    changed = load_scene(gate_file('{say: "See you.", mistake', '{say: "See you.", when: asked, mistake'))
    kept = keeping.resume(changed)
    assert kept.play.session.moves == ()
    assert "has changed" in kept.note
    assert kept.known.endings == ("polite",)


def test_a_changed_scene_that_still_fits_is_taken_up(gate, gate_file):
    keeping.keep(Play(Session(gate, (1,))))
    changed = load_scene(gate_file("title: The gate", "title: A gate"))
    assert keeping.digest(changed) != keeping.digest(gate)
    kept = keeping.resume(changed)
    assert kept.play.session.moves == (1,) and "changed a little" in kept.note


@pytest.mark.parametrize("saved", [
    None, [], 7, {"moves": "01"}, {"moves": [True]}, {"moves": [1.5]}, {"moves": [None]}, {"moves": [99]},
    {"moves": {}, "endings": 3}, {"endings": ["no-such-ending", 3]}, {"tried": [["gate"], ["gate", 99], ["away", 0], 7]},
    {"plays": [7, [None]]}, {"exam": True, "sureness": [9]}, {"exam": True, "sureness": 9},
])
def test_damaged_memory_never_stops_a_learner(gate, saved):
    memory.save("scenes/gate", saved)
    kept = keeping.resume(gate)
    assert kept.play == Play(Session(gate)) and kept.known == Known()


def test_a_machine_that_does_not_let_us_write_is_told_of(gate, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(blocked))
    assert keeping.keep(Play(Session(gate, (0,)))) is False


def test_an_exam_goes_on_as_an_exam(gate):
    keeping.keep(Play(Session(gate, (1,)), True, (2,)))
    assert keeping.resume(gate).play == Play(Session(gate, (1,)), True, (2,))


def test_what_was_found_adds_up_over_plays(gate, reads):
    known = Known().after(Session(gate, (1, "No."), reads(close=0)))
    known = known.after(Session(gate, (0, "On Friday?"), reads(close=2)))
    assert known.endings == ("nothing", "friends")
    assert known.tried == {("gate", 0), ("gate", 1), ("note", 1), ("note", 3)}
    assert known.plays == ((1, "No."), (0, "On Friday?"))
    keeping.keep(Play(Session(gate)), known)
    assert keeping.resume(gate).known == known


def test_only_the_newest_plays_are_kept_and_none_twice(gate, reads):
    known = Known()
    for number in (*range(MOST_PLAYS + 3), 5):
        known = known.after(Session(gate, (1, f"Text {number}"), reads()))
    assert [moves[1] for moves in known.plays][-2:] == [f"Text {MOST_PLAYS + 2}", "Text 5"]
    assert len(known.plays) == len(set(known.plays)) == MOST_PLAYS
