"""The scene about following up: what it promises its learners."""

import pytest

from rapport.playing import Session, load_scene
from rapport.playing.explore import explore
from rapport.playing.rules import possible_replies


@pytest.fixture(scope="module")
def scene():
    return load_scene("the-strap")


def say(session, words):
    """The choice that holds these words, or a text that draws the reply that holds them."""
    if session.turn.write:
        replies = possible_replies(session.turn, session.state)
        return Session(session.scene, (*session.moves, next(
            index for index in replies if words in session.turn.replies[index].says)))
    return session.choose(next(index for index, choice in session.choices.items() if words in choice.say))


def play(scene, *words):
    session = Session(scene)
    for part in words:
        session = say(session, part)
    return session


PROMPT = ("what would you look at", "You'll have it tomorrow", "write to him now", "I write things down",
          "Two more, same label", "Could I come on Thursday")
LATE = ("what would you look at", "You'll have it tomorrow", "Leave it until he writes", "he would ask again")


def test_writing_at_once_earns_the_best_ending(scene):
    session = play(scene, *PROMPT)
    assert session.ending == scene.best and session.mistakes == ()


def test_waiting_costs_ease_at_once_and_trust_only_later(scene):
    promised = play(scene, *LATE[:2])
    waited = say(promised, LATE[2])
    assert waited.state["ease"] < promised.state["ease"]
    assert waited.state["trust"] == promised.state["trust"]
    assert say(waited, LATE[3]).state["trust"] < waited.state["trust"]


def test_a_repair_after_a_month_still_leads_to_a_good_ending(scene):
    session = play(scene, *LATE, "I owe you a label", "I write things down", "Two more, same label", "Could I come")
    assert session.mistakes == ("no-follow-up", "no-follow-up")
    assert scene.endings[session.ending].score >= 3


def test_even_the_van_is_not_too_late(scene):
    session = play(scene, *LATE, "Go back quietly", "Run down", "Could I come")
    assert len(session.mistakes) == 3
    assert session.ending == "bench"


def test_never_writing_ends_in_the_cupboard(scene):
    session = play(scene, *LATE, "Go back quietly", "Wave back")
    assert session.ending == "shelf"


def test_the_strap_stays_in_the_cupboard_only_where_nothing_was_ever_sent(scene):
    plays = [outcome for (ending, _), outcome in explore(scene).outcomes.items() if ending == "shelf"]
    assert plays and all(Session(scene, outcome.moves).state["sent"] is False for outcome in plays)


def test_a_play_takes_six_to_nine_moves(scene):
    assert explore(scene).lengths == (6, 9)


def offers(session, words):
    return any(words in choice.say for choice in session.choices.values())


def test_what_was_asked_at_the_start_opens_a_line_at_the_end(scene):
    asked = (PROMPT[0], "white or grey", *PROMPT[2:5])
    assert offers(play(scene, *asked), "You said that to look is free")
    assert not offers(play(scene, *PROMPT[:5]), "You said that to look is free")


GOOD = ("Good morning Ahmet, here is the label of the strap we talked about at the tea table. The thread is grey. "
        "I can bring you the strap on Thursday at four, if that suits you. Alex")


def test_a_plain_message_with_a_day_is_answered_as_one(scene):
    session = play(scene, *PROMPT[:3]).write(GOOD)
    assert "The day is written down" in session.steps[-1].reply


def test_words_that_say_nothing_are_met_with_an_honest_doubt(scene):
    session = play(scene, *PROMPT[:3]).write("Hm. Well.")
    assert "could not judge your words" in session.steps[-1].why


def test_what_the_reader_states_counts_even_where_it_is_not_sure_of_the_whole(scene):
    session = play(scene, *PROMPT[:3]).write("Here you are")
    assert not session.steps[-1].judged.sure
    assert "Nothing in the message tells him what happens next" in session.steps[-1].why


def test_a_message_that_presents_a_bill_is_felt(scene):
    before = play(scene, *PROMPT[:3])
    after = before.write("Here is the label. I really need a day job and I am running out of time, so I expect you "
                         "to talk to your boss by Friday. You owe me that.")
    assert after.state["trust"] < before.state["trust"]
