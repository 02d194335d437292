"""What holds over all scenes together."""

import pytest

from rapport.playing.measures import best, tally
from rapport.playing.scene import Choice, Scene, Turn


def scene(*turns: list[tuple[str, dict, str | None]]) -> Scene:
    """A scene of these turns; a choice is what it says, its effect and its mistake."""
    return Scene.model_construct(turns={str(at): _turn(choices) for at, choices in enumerate(turns)})


def _turn(choices):
    return Turn(says="x", choices=tuple(
        Choice(say=say, why="w", reply="r", goto="end", effect=effect, mistake=mistake)
        for say, effect, mistake in choices))


def test_the_best_choice_is_the_one_that_gains_most_without_a_mistake():
    played = scene([
        ("a", {"trust": 1}, None), ("b", {"trust": 3}, "no-thanks"), ("c", {"trust": 2, "seen": True}, None),
    ])
    assert best(played.turns["0"]) == (2,)


def test_a_turn_of_mistakes_has_no_best_choice():
    turns = scene([("a", {}, "no-thanks"), ("b", {"trust": 1}, "no-thanks")])
    assert best(turns.turns["0"]) == () and tally([turns]).turns == 0


def test_equally_good_choices_count_by_their_share():
    told = tally([scene([("longest here", {}, None), ("short", {}, None), ("bad", {}, "no-thanks")])])
    assert told.longest == 0.5 and told.places == (0.5, 0.5, 0.0)
    assert told.chance == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_a_sentence_that_two_scenes_share_is_told_with_its_place(material):
    folder = material.root / "scenarios" / "scenes"
    path = min(folder.glob("*.yaml"))
    copy = folder / "zz-copy.yaml"
    copy.write_text(path.read_text(encoding="utf-8").replace(f"id: {path.stem}", "id: zz-copy"), encoding="utf-8")
    told = material.faults("scenes.no_sentence_twice")
    assert told and all(str(copy) in fault and path.stem in fault for fault in told)


def test_a_mistake_that_no_scene_is_about_is_told(material):
    for path in (material.root / "scenarios" / "scenes").glob("*.yaml"):
        if "mistakes: [numbers-game" in path.read_text(encoding="utf-8"):
            path.unlink()
    told, = material.faults("scenes.each_mistake_has_its_scene")
    assert "“numbers-game”" in told and "rapport new scene" in told
