"""What a learner writes in a scene draws a reply that makes sense; a good text is never answered coldly."""

from pathlib import Path

import pytest
import yaml

from rapport.catalog import scene_paths
from rapport.playing import load_scene, rules
from rapport.playing.written import judge, read_draft

TEXTS = yaml.safe_load(Path(__file__).with_name("written.yaml").read_text(encoding="utf-8"))


def cases():
    for name, texts in TEXTS.items():
        for number, case in enumerate(texts):
            misread = case.get("misread") and pytest.mark.xfail(strict=True, reason="the reader does not see it yet")
            yield pytest.param(name, case, id=f"{name}-{case['kind']}-{number}", marks=[misread] if misread else [])


def drawn(name, text):
    """The turn in which one writes, and the index of the reply that ``text`` draws there at the scene's start."""
    scene = load_scene(name)
    turn = next(turn for turn in scene.turns.values() if turn.write)
    judged = judge(text, turn.write.brief, read_draft)
    return turn, rules.reply_to(turn, {**judged.values, **scene.state}, judged.sure)


@pytest.mark.parametrize("name, case", list(cases()))
def test_a_text_draws_a_fitting_reply(name, case):
    assert drawn(name, case["text"])[1] in case["reply"]


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_text_that_cannot_be_judged_gets_the_reply_to_an_unsure_reading(name):
    turn, index = drawn(name, "Hm. Well.")
    assert turn.replies[index].unsure


def test_every_scene_with_a_written_turn_is_tried():
    assert set(TEXTS) == {name for name in scene_paths() if load_scene(name).free_text}
