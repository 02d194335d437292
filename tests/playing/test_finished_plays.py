"""The play that was finished last is found among what is kept, and damage counts as nothing."""

import pytest

from rapport import memory
from rapport.playing import load_scene
from rapport.playing.finished import last_finished

HELLO = "Hello Ada"


@pytest.fixture
def scene(gate_file):
    """The small scene, in which every text leads to the end."""
    return load_scene(gate_file(", goto: again}", "}"))


def finished(scene, saved):
    memory.save("scenes/gate", saved)
    session = last_finished(scene)
    return session and session.moves


@pytest.mark.parametrize("saved, moves", [
    ({"moves": [0, HELLO]}, (0, HELLO)),
    ({"moves": [0, HELLO], "plays": [[1, HELLO]]}, (0, HELLO)),
    ({"moves": [0], "plays": [[0, HELLO], [1, HELLO]]}, (1, HELLO)),
    ({"moves": [], "plays": [[0, HELLO], [1, HELLO], [9]]}, (1, HELLO)),
    ({"moves": [], "plays": [[0, HELLO], [1]]}, (0, HELLO)),
    ({"plays": [[0, HELLO]]}, (0, HELLO)),
    ({"moves": "x", "plays": [None, [0, HELLO], "ab", {"a": 1}, [True], [0, 1], [0, ""]]}, (0, HELLO)),
    ({"moves": [0]}, None),
    ({"moves": [0, 3]}, None),
    ({"moves": [], "plays": {"0": [0, HELLO]}}, None),
    ({}, None),
    ([[0, HELLO]], None),
    ("text", None),
    (None, None),
])
def test_the_newest_finished_play_that_fits_is_the_one(scene, saved, moves):
    assert finished(scene, saved) == moves


def test_nothing_kept_is_no_play(scene):
    assert last_finished(scene) is None
