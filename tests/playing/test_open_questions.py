"""Where the course's sources disagree, a scene lets both roads be played and tells both sides after the end."""

import pytest

from rapport import research
from rapport.catalog import scene_paths
from rapport.playing import Session, load_scene, terminal
from rapport.playing.explore import explore
from rapport.playing.play import Play
from rapport.playing.view import view

OPEN = [name for name in sorted(scene_paths()) if load_scene(name).debrief.tension]


def test_at_least_six_scenes_have_an_open_question_and_no_two_the_same():
    named = [load_scene(name).debrief.tension for name in OPEN]
    assert len(named) >= 6 and len(set(named)) == len(named)


@pytest.mark.parametrize("name", OPEN)
def test_both_sides_stand_after_the_end(name, capsys):
    scene = load_scene(name)
    explored = explore(scene)
    moves = next(iter(explored.outcomes.values())).moves
    sides = research.tension(scene.debrief.tension)
    shown = view(Play(Session(scene, moves)), explored)["ending"]["tension"]
    assert shown == {"title": sides.title, "side_a": sides.side_a.says, "side_b": sides.side_b.says}
    terminal.play(scene, list(moves))
    printed = " ".join(capsys.readouterr().out.replace("|", " ").split())
    assert sides.side_a.says in printed and sides.side_b.says in printed
