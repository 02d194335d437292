"""The map of what was tried gives nothing away; two plays can be laid side by side."""

import json

import pytest

from rapport.catalog import mistake, scene_paths
from rapport.playing import Session, load_scene
from rapport.playing.comparing import comparison
from rapport.playing.explore import explore
from rapport.playing.known import Known, options
from rapport.playing.tried import tried_map


@pytest.fixture
def plays(gate, reads):
    """Two finished plays and what they have found: a slip and a silence, and a question that ended well."""
    both = [Session(gate, (1, "No."), reads(close=0)), Session(gate, (0, "On Friday?"), reads(close=2))]
    known = Known()
    for play in both:
        known = known.after(play)
    return both, known


def test_before_the_first_answer_only_the_first_moment_is_known(gate):
    shown = tried_map(Session(gate), Known())
    assert [[place["reached"] for place in row] for row in shown["rows"]] == [[True], [False], [False]]
    assert shown["rows"][0][0]["here"] and shown["rows"][0][0]["open"] == 3
    assert shown["ways"] == [] and not any(ending["found"] for ending in shown["endings"])
    assert shown["told"] == "You have tried 0 of 9 answers and found 0 of 3 endings."


@pytest.mark.parametrize("name", sorted(scene_paths()))
def test_nothing_untried_is_in_the_map(name):
    scene = load_scene(name)
    moves = next(iter(explore(scene).outcomes.values())).moves[:1]
    session = Session(scene, moves)
    known = Known().after(session)
    text = json.dumps(tried_map(session, known), ensure_ascii=False)
    reached = {scene.start, session.slug}
    for slug, turn in scene.turns.items():
        if slug not in reached:
            assert turn.says[:40] not in text
        for index, choice in enumerate(turn.choices):
            assert choice.why[:40] not in text and choice.reply[:40] not in text
            if (slug, index) not in known.tried:
                assert choice.say[:55] not in text
    assert scene.debrief.thought[:40] not in text
    assert not any(ending.says[:40] in text for ending in scene.endings.values())


def test_what_was_tried_stands_in_the_map(plays):
    (one, _), known = plays
    shown = tried_map(one, known)
    assert shown["told"] == "You have tried 4 of 9 answers and found 2 of 3 endings."
    assert shown["rows"][0][0]["tried"] == ["Why so early?", "See you."] and shown["rows"][0][0]["open"] == 1
    assert shown["ways"] == [["gate", "note"]]
    assert [ending["found"] for ending in shown["endings"]] == [True, False, True]


def test_a_map_counts_every_answer_there_is(gate):
    assert sum(options(gate, slug) for slug in gate.turns) == 9


def test_two_plays_are_told_from_where_they_part(plays):
    (_, newest), known = plays
    shown = comparison(newest, known)
    assert len(shown["plays"]) == 2 and shown["picked"] == [0, 1]
    assert shown["shared"] == "They part at the first answer."
    slip, good = (side["steps"][0] for side in shown["sides"])
    assert slip["tag"] == mistake("no-follow-up").title and good["tag"] == ""
    assert slip["lines"][0] == {"kind": "you", "text": "See you."}
    assert shown["sides"][1]["heading"] == "The best that can come of it."


def test_what_two_plays_share_is_left_out(gate, reads):
    session = Session(gate, (1, "No."), reads(close=0))
    known = Known().after(session).after(Session(gate, (1, "Not now."), reads(close=0)))
    shown = comparison(session, known)
    assert shown["shared"] == "The first answer is the same."
    assert [len(side["steps"]) for side in shown["sides"]] == [1, 1]


def test_any_two_can_be_picked_and_a_wrong_pick_shows_the_newest(plays):
    (_, newest), known = plays
    assert comparison(newest, known, (1, 0))["picked"] == [1, 0]
    assert comparison(newest, known, (1, 1))["shared"] == "These are the same play. Pick another."
    assert comparison(newest, known, (-1, 7))["picked"] == [0, 1]


def test_plays_that_no_longer_fit_are_passed_over(gate, reads):
    known = Known(plays=((77,), (1,), (1, "No.")))
    shown = comparison(Session(gate, (), reads()), known)
    assert len(shown["plays"]) == 1 and shown["sides"] == []
