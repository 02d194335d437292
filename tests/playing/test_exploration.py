"""Playing a scene in every way, and the laws that rest on it."""


import pytest

from rapport import catalog
from rapport.playing import Misfit, Session, laws, load_scene
from rapport.playing.explore import Endless, explore
from rapport.playing.loading import read_scene


def every_play(scene, moves=()):
    """Every play by trying every number, without any cleverness."""
    session = Session(scene, moves)
    if session.over:
        yield session
        return
    for index in range(9):
        try:
            Session(scene, (*moves, index))
        except Misfit:
            continue
        yield from every_play(scene, (*moves, index))


def test_exploring_counts_what_plain_playing_finds(gate):
    found, plays = explore(gate), list(every_play(gate))
    assert found.paths == len(plays)
    assert found.endings == {play.ending for play in plays}
    assert found.lengths == (min(len(p.moves) for p in plays), max(len(p.moves) for p in plays))
    for (ending, mistakes), outcome in found.outcomes.items():
        alike = [play for play in plays if (play.ending, len(play.mistakes)) == (ending, mistakes)]
        assert outcome.plays == len(alike)
        assert outcome.moves in {play.moves for play in alike}
    trusts = [state["trust"] for play in plays for state in (gate.state, *(step.after for step in play.steps))]
    assert found.ranges == {"trust": (min(trusts), max(trusts))}


def test_a_choice_that_never_opens_is_not_visited(gate):
    visited = explore(gate).visited
    assert {("gate", 0), ("gate", 1)} <= visited and ("gate", 2) not in visited


def test_going_round_for_ever_is_noticed(gate_file):
    file = gate_file("reply: Friday., goto: end}", "reply: Friday., goto: again}")
    with pytest.raises(Endless, match="again"):
        explore(load_scene(file))
    assert "go round for ever" in texts(file)


def texts(file):
    return "\n".join(map(str, laws.file_faults(file)))


def test_the_small_scene_breaks_one_law_only(gate_file):
    file = gate_file()
    assert texts(file) == (
        f"{file}:18: turns.gate.choices.2: No play ever has this open. "
        "Mend its condition, or the effects that should make it true."
    )


@pytest.mark.parametrize("old, new, said", [
    ("id: gate", "id: fence", "1: id: The id is “fence”, the file is called “gate.yaml”."),
    ("mistake: no-follow-up, why: N", "mistake: no-folow-up, why: N", "no mistake called “no-folow-up”. The nearest"),
    ("brief: after-the-event", "brief: after-the-evnt", "no brief called “after-the-evnt”"),
    ("[no-follow-up, presuming-help]", "[no-follow-up, same-circle]", "Nobody can make the mistake “same-circle”"),
    ("evidence: liu2023", "evidence: regan1971", "no entry “regan1971”"),
    ("  polite: {when: asked, says: A nod., score: 1}\n", "", "at least 3 endings; this one has 2"),
    ("when: trust >= 5", "when: trust >= 50", "No play ever ends like this."),
    ("says: Your hand is hard to read., goto: again}", "says: Eh.}", "turns.again: No play ever comes here."),
    ("trust >= 5", "trust >= 5 or not asked", "with 2 mistakes"),
    ("effect: {trust: +2, asked: true}", "effect: {asked: true}", "best ending without a mistake"),
    ('    - {say: "On Friday?", why: Plain., effect: {trust: +1}, reply: Friday., goto: end}\n', "",
     "2 to 9 choices; this one has 1"),
])
def test_a_broken_law_is_told_with_a_remedy(gate_file, old, new, said, monkeypatch):
    monkeypatch.setattr(laws, "TOO_MANY_MISTAKES", 2)
    assert said in texts(gate_file(old, new))


def test_a_turn_in_which_nothing_may_be_open_is_a_dead_end(gate_file):
    file = gate_file('{say: "On Friday?", why', '{say: "On Friday?", when: asked, why')
    file.write_text(file.read_text().replace('{say: "Never mind.", mis', '{say: "Never mind.", when: asked, mis'))
    assert "turns.again: A play can come here and find nothing to choose." in texts(file)


def test_a_file_that_does_not_load_is_told_by_the_same_call(gate_file):
    assert "Did you mean “minutes”" in texts(gate_file("minutes: 3", "minuts: 3"))


@pytest.mark.parametrize("name", sorted(catalog.scene_paths()))
def test_the_course_s_own_scenes_obey_every_law(name):
    assert texts(catalog.scene_path(name)) == ""


@pytest.mark.parametrize("name", sorted(catalog.scene_paths()))
def test_what_exploring_promises_can_be_played(name):
    scene = load_scene(name)
    for (ending, mistakes), outcome in explore(scene).outcomes.items():
        session = Session(scene, outcome.moves)
        assert (session.ending, len(session.mistakes)) == (ending, mistakes)


@pytest.mark.parametrize("name", sorted(catalog.scene_paths()))
def test_the_better_choice_does_not_betray_itself(name):
    """Over a scene, neither the first nor the longest line is mostly the right one."""
    scene, _ = read_scene(catalog.scene_path(name))
    first = longest = turns = 0
    for turn in scene.turns.values():
        wrong = [choice for choice in turn.choices if choice.mistake]
        right = [choice for choice in turn.choices if not choice.mistake]
        if not wrong or not right:
            continue
        turns += 1
        best = max(right, key=lambda choice: sum(v for v in choice.effect.values() if not isinstance(v, bool)))
        first += turn.choices[0] is best
        longest += max(turn.choices, key=lambda choice: len(choice.say)) is best
    assert first <= turns / 2 and longest <= turns / 2


def test_conditions_are_parsed_once_for_a_scene(gate):
    choice = gate.turns["gate"].choices[2]
    assert choice.condition is choice.condition


