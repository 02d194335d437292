"""What holds over all scenes together."""

import pytest

from rapport.playing import load_scene
from rapport.playing.balance import met
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


def people(material):
    """Every scene's file with whom one meets there."""
    paths = sorted((material.root / "scenarios" / "scenes").glob("*.yaml"))
    return [(path, met(load_scene(path))) for path in paths]


def test_too_few_scenes_with_men_or_with_women_are_told(material):
    men = [path for path, one in people(material) if one.pronoun == "he"]
    for path in men[1:]:
        path.unlink()
    told = material.faults("scenes.people_are_balanced")
    assert any("is “he” in 1 of" in fault and "rapport catalog --balance" in fault for fault in told)
    assert any("is “she” in" in fault for fault in told)


@pytest.mark.parametrize("part, place", [("first name", 0), ("family name", -1)])
def test_a_name_that_two_people_share_is_told_with_its_line(material, part, place):
    (_, first), *others = people(material)
    path, other = next((path, one) for path, one in others if one.name != first.name)
    words = other.name.split()
    words[place] = first.name.split()[place]
    material.spoil(f"scenarios/scenes/{path.name}", f"  name: {other.name}", f"  name: {' '.join(words)}")
    told = material.faults("scenes.people_are_balanced")
    assert any(f"{first.name} of the scene “{first.scene}” has the same {part}" in fault for fault in told)
    assert all("counterpart.name" in fault and ".yaml:" in fault for fault in told)


def test_somebody_may_be_met_twice_but_a_third_scene_needs_another_role(material):
    for path, one in people(material)[:3]:
        material.spoil(f"scenarios/scenes/{path.name}", f"  role: {one.role}", "  role: Keeper of bees")
    told, = material.faults("scenes.people_are_balanced")
    assert "“Keeper of bees”" in told and "counterpart.role" in told


def test_a_course_of_few_scenes_may_begin_with_anybody(material):
    kept = [path for path, one in people(material) if one.pronoun == "he"]
    for path, _ in people(material):
        path.unlink() if path not in kept[:3] else None
    assert not material.faults("scenes.people_are_balanced")
