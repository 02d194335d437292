"""A play is its list of moves; all else follows from them."""

import pytest

from rapport.playing import Misfit, Session
from rapport.playing.script import lines, transcript


def test_numbers_are_added_and_flags_are_set(gate):
    assert Session(gate, (0,)).state == {"trust": 4, "asked": True}
    assert gate.state == {"trust": 2, "asked": False}


def test_choices_that_the_state_does_not_allow_are_not_open(gate):
    assert list(Session(gate).choices) == [0, 1]


def test_a_step_brings_reply_reason_mistake_and_consequence(gate):
    step = Session(gate).choose(1).steps[0]
    assert (step.said, step.reply, step.why) == ("See you.", "(She nods.)", "Nothing agreed.")
    assert (step.mistake, step.goto, step.after["trust"]) == ("no-follow-up", "note", 2)


def test_playing_on_leaves_the_earlier_session_as_it_was(gate):
    first = Session(gate)
    second = first.choose(0)
    assert first.moves == () and second.moves == (0,)
    assert second.undo() == first and second.restart() == first and first.undo() == first
    assert second.back_to(0) == first


@pytest.mark.parametrize("judgement, reply, trust", [
    ({"close": 2}, "Good.", 5),
    ({"close": 1}, "Thanks.", 4),
    ({"close": 2, "labels": ["pressure"]}, "Hm.", 3),
    ({"close": 2, "labels": ["pressure"], "found": False}, "Good.", 5),
    ({"close": 2, "sure": False}, "Your hand is hard to read.", 4),
])
def test_a_text_is_answered_by_what_was_surely_found(gate, reads, judgement, reply, trust):
    session = Session(gate, (0,), reads(**judgement)).write("On Friday, then.")
    assert session.steps[-1].reply == reply
    assert session.state["trust"] == trust


def test_a_reply_may_lead_elsewhere(gate, reads):
    assert Session(gate, (0, "x"), reads(sure=False)).slug == "again"
    assert Session(gate, (0, "x"), reads()).over


def test_a_text_is_given_to_the_reader_with_its_brief_as_it_was_written(gate, reads):
    seen = []

    def reader(text, brief_id):
        seen.append((text, brief_id))
        return reads()(text, brief_id)

    Session(gate, (0,), reader).write("  Dear Ada,\n{0} <b>")
    assert set(seen) == {("  Dear Ada,\n{0} <b>", "after-the-event")}


def test_the_ending_is_the_first_whose_condition_holds(gate, reads):
    assert Session(gate, (0, "x"), reads(close=2)).ending == "friends"
    assert Session(gate, (0, "x"), reads()).ending == "polite"
    assert Session(gate, (1, "x"), reads(close=2)).ending == "nothing"
    assert Session(gate, (0,)).ending is None


def test_a_number_stands_for_a_text_that_draws_that_reply(gate):
    assert Session(gate, (0, 1)).ending == "friends"
    with pytest.raises(Misfit, match="reply 1 is not open"):
        Session(gate, (1, 1))


@pytest.mark.parametrize("moves, said", [
    ((7,), "has no choice 7; its choice numbers are 0 to 2"),
    ((-1,), "has no choice -1"),
    ((2,), "choice 2 is not open at this point. Open: 0, 1"),
    (("Hello",), "asks for a choice, not for a text"),
    ((0, 3, 0), "The scene has ended; there is no place for move 3"),
    ((0, 9), "has no reply 9"),
])
def test_a_move_that_does_not_fit_is_told_in_words(gate, moves, said):
    with pytest.raises(Misfit, match=said):
        Session(gate, moves)


def test_choosing_and_writing_have_their_own_turns(gate):
    with pytest.raises(Misfit, match="own words"):
        Session(gate, (0,)).choose(0)
    with pytest.raises(Misfit, match="choose one"):
        Session(gate).write("Hello")
    with pytest.raises(Misfit, match="nothing to send"):
        Session(gate, (0,)).write("  \n ")


def test_a_transcript_tells_the_play_in_order(gate, reads):
    session = Session(gate, (0, "Friday?\nAda & <b>"), reads(close=2))
    kinds = [line.kind for line in lines(session)]
    assert kinds == ["time", "deed", "them", "you", "them", "deed", "text", "them", "them"]
    text = transcript(session)
    places = [text.index(part) for part in (
        "— Monday —", "(She shuts the shed.)", "Ada Bell: Well.", "You: Why so early?", "Ada Bell: I sleep badly.",
        "You write: Friday?\nAda & <b>", "Ada Bell: Good.", "Ada Bell: Tea.",
    )]
    assert places == sorted(places)
    assert max(map(len, text.splitlines())) <= 80


def test_the_reading_of_the_course_is_used_unless_another_is_given(gate):
    text = "Dear Hannah, thank you for the talk. Here is the contrast link. Shall we look at it on Friday at ten?"
    judged = Session(gate, (0, text)).steps[-1].judged
    from datetime import date

    from rapport.assessing import assess
    from rapport.reading.brief import brief

    expected = assess(text, brief("after-the-event"), date(2026, 3, 3))
    assert judged.sure is expected.sure
    assert judged.findings == expected.findings
