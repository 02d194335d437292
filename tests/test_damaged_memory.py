"""Whatever a damaged file holds, every part of the course still opens, and says nothing wrong to the learner."""

import pytest

import rapport
from rapport import catalog, memory
from rapport.render import Card

MISTAKE, SCENE, BRIEF, PLAN, UNIT = "no-thanks", "the-strap", "the-odd-remark", "plan-forty-cards", "conversation"
DILEMMA = next(iter(catalog.dilemma_paths()))
KEPT = (
    f"scenes/{SCENE}", f"spots/{MISTAKE}", "review/today", f"review/{UNIT}", "review/log", "review/readings",
    "log/mistakes", f"pads/{BRIEF}/now", f"pads/{BRIEF}/versions", f"drafts/{BRIEF}", f"pads/{PLAN}/versions",
    f"drafts/{PLAN}", f"jots/{MISTAKE}", f"plans/{MISTAKE}", "capstone/network", "capstone/unfinished-brief",
    "briefs/my-one", f"dilemmas/{DILEMMA}",
)
PARTS = {
    "play": SCENE, "spot": MISTAKE, "review_unit": UNIT, "pad": BRIEF, "jot": MISTAKE, "if_then": MISTAKE,
    "my_plans": UNIT, "who_is_right": DILEMMA, "export_plan": PLAN, "review": "", "progress": "", "network": "",
    "my_brief": "", "my_pads": "",
}
DAMAGES = (
    "", "{", "null", "5", "[[1]]", '[{"x": null}]', '{"people": [{"name": 5}], "picks": 3, "choices": [99, "a"]}',
    '{"date": "2026", "picks": [{"mistake": "x", "item": []}], "answers": 5, "if": 1, "then": [], "position": {}}',
    '[{"date": 5, "mistake": [], "where": {}, "time": 3, "text": 4, "spots": "a", "order": ["x"], "answers": [{"item": 1}]}]',
    "9" * 5000, "[" * 100_000,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda text: text[:12] or "empty")
def test_every_part_opens(damage):
    for key in KEPT:
        path = memory.folder() / f"{key}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(damage, encoding="utf-8")
    for name, about in PARTS.items():
        shown = getattr(rapport, name)(*filter(None, [about]))
        bundle = shown._repr_mimebundle_()
        assert repr(shown) and (bundle[0] if isinstance(bundle, tuple) else bundle)["text/plain"]
        assert not isinstance(shown, Card) or "error" not in repr(shown).lower()


def test_what_is_damaged_here_is_what_the_course_keeps():
    """So that a key with another name is not overlooked: each of these is loaded by the part that is about it."""
    asked = set()
    load, names = memory.load, memory.names
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "load", lambda key: asked.add(key) or load(key))
        patch.setattr(memory, "names", lambda place: ["my-one"] if place == "briefs" else names(place))
        for name, about in PARTS.items():
            getattr(rapport, name)(*filter(None, [about]))
    assert set(KEPT) <= asked
