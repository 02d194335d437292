"""A play is kept move by move and taken up again."""

import pytest

from rapport import memory
from rapport.playing import Session, keeping, load_scene


def test_a_first_visit_starts_at_the_beginning(gate):
    kept = keeping.resume(gate)
    assert (kept.session.moves, kept.note, kept.endings) == ((), "", ())


def test_a_kept_play_is_taken_up_where_it_was(gate, reads):
    keeping.keep(Session(gate, (0, "Friday? “é”"), reads()), ("polite",))
    kept = keeping.resume(gate, reads())
    assert kept.session.moves == (0, "Friday? “é”")
    assert kept.endings == ("polite",)
    assert kept.note == "You were here. Continue, or start again."


def test_moves_that_no_longer_fit_start_anew_with_a_sentence(gate, gate_file):
    keeping.keep(Session(gate, (1,)), ("polite",))
    changed = load_scene(gate_file('{say: "See you.", mistake', '{say: "See you.", when: asked, mistake'))
    kept = keeping.resume(changed)
    assert kept.session.moves == ()
    assert "has changed" in kept.note
    assert kept.endings == ("polite",)


def test_a_changed_scene_that_still_fits_is_taken_up(gate, gate_file):
    keeping.keep(Session(gate, (1,)))
    changed = load_scene(gate_file("title: The gate", "title: A gate"))
    assert keeping.digest(changed) != keeping.digest(gate)
    kept = keeping.resume(changed)
    assert kept.session.moves == (1,) and "changed a little" in kept.note


@pytest.mark.parametrize("saved", [
    None, [], 7, {"moves": "01"}, {"moves": [True]}, {"moves": [1.5]}, {"moves": [None]}, {"moves": [99]},
    {"moves": {}, "endings": 3}, {"endings": ["no-such-ending"]},
])
def test_damaged_memory_never_stops_a_learner(gate, saved):
    memory.save("scenes/gate", saved)
    kept = keeping.resume(gate)
    assert kept.session.moves == () and kept.endings == ()


def test_a_machine_that_does_not_let_us_write_is_told_of(gate, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(blocked))
    assert keeping.keep(Session(gate, (0,))) is False
