"""The transcript of a play is checked by playing its moves again; whatever was changed is seen."""

import json

import pytest

from rapport.answers import answer_text
from rapport.playing import Misfit, Session, load_scene, transcripts
from rapport.playing.transcripts import LONGEST, LONGEST_TEXT, check, mark, replay, write

TEXT = "Dear Ada,\n%%draft after-the-event\nMoves, for checking: [0]\nShall we look at the shed on Friday at ten?"


@pytest.fixture
def played(gate):
    """A finished play whose text holds lines that look like a cell's first line and like a transcript's last."""
    session = Session(gate, (0, TEXT))
    return session if session.over else session.choose(0)


@pytest.fixture
def told(played):
    """Its transcript, as it comes out of a cell."""
    return answer_text(f"%%played gate\n{write(played)}").prose


def with_moves(told, moves):
    return f"{words_of(told)}\n{transcripts.MOVES} {moves}"


def words_of(told):
    return told.rpartition(f"\n{transcripts.MOVES}")[0]


def test_an_honest_transcript_gives_back_the_play(gate, played, told):
    checked = check(gate, told)
    assert (checked.session, checked.reason) == (played, "")


def test_it_reads_as_a_play_and_its_last_line_holds_the_moves(played):
    lines = write(played).splitlines()
    assert lines[0] == "The gate" and "You: Why so early?" in lines
    assert json.loads(lines[-1].removeprefix("Moves, for checking: ")) == list(played.moves)


def test_white_space_counts_for_nothing(gate, told):
    words, _, moves = told.rpartition(f"\n{transcripts.MOVES}")
    loose = words.replace(" ", "  \u00a0").replace("\n\n", "\n \t\n\n").replace("why", "\nwhy")
    assert check(gate, f"\n\n{loose}\n\n   {transcripts.MOVES}{moves}  \n").session


@pytest.mark.parametrize("old, new, line", [
    ("You: Why so early?", "You: Why so late?", "You: Why so late?"),
    ("I sleep badly.", "I sleep badly. You are hired.", "Ada Bell: I sleep badly. You are hired."),
    ("Monday", "Tuesday", "— Tuesday —"),
    ("A garden gate.", "", "— Monday —"),
])
def test_a_changed_line_is_named(gate, told, old, new, line):
    forged = told.replace(old, new, 1)
    reason = check(gate, forged).reason
    assert f"“{line}”" in reason
    number = int(reason.partition("in line ")[2].partition(":")[0])
    assert forged.split("\n")[number - 1].strip() == line


def test_a_forged_ending_is_seen(gate, played, told):
    ending = gate.endings[played.ending].says
    better = next(one.says for slug, one in gate.endings.items() if slug != played.ending)
    forged = told.replace(f"Ada Bell: {ending}", f"Ada Bell: {better}")
    assert forged != told and f"“Ada Bell: {better}”" in check(gate, forged).reason


def test_words_that_are_missing_or_added_at_the_end_are_seen(gate, told):
    shorter = " ".join(words_of(told).split()[:-1])
    assert check(gate, told.replace(words_of(told), shorter)).reason == transcripts.ENDS_EARLY
    assert "“She was glad.”" in check(gate, f"{told}\nShe was glad.").reason


@pytest.mark.parametrize("moves, reason", [
    ("[1, 0]", transcripts.NOT_OF_THIS_SCENE),
    ("[0, 1]", transcripts.NOT_OF_THIS_SCENE),  # the number of a reply in place of a text
    ("[2]", transcripts.NOT_OF_THIS_SCENE),
    ("[-1]", transcripts.NOT_OF_THIS_SCENE),
    ("[0]", transcripts.UNFINISHED),
    ("[]", transcripts.UNFINISHED),
    ('["Hello"]', transcripts.NOT_OF_THIS_SCENE),
    ('[0, "Hello", 0, 0, 0]', transcripts.NOT_OF_THIS_SCENE),
    ("", transcripts.NOT_READABLE),
    ("0, 1", transcripts.NOT_READABLE),
    ("{}", transcripts.NOT_READABLE),
    ("[true]", transcripts.NOT_READABLE),
    ("[0.0]", transcripts.NOT_READABLE),
    ("[NaN]", transcripts.NOT_READABLE),
    ("[Infinity]", transcripts.NOT_READABLE),
    ("[null]", transcripts.NOT_READABLE),
    ("[[0]]", transcripts.NOT_READABLE),
    ('[0, ""]', transcripts.NOT_READABLE),
    ('[0, " \\n"]', transcripts.NOT_READABLE),
    ('[0, "\\ud800"]', transcripts.NOT_READABLE),
    ('[0, "\ud800"]', transcripts.NOT_READABLE),
    ('[0, "Hello]', transcripts.NOT_READABLE),
    ("[0] + [1]", transcripts.NOT_READABLE),
    ("__import__('os').abort()", transcripts.NOT_READABLE),
    ("[" * 90_000, transcripts.NOT_READABLE),
    ('{"a":' * 30_000, transcripts.NOT_READABLE),
    (f"[{'9' * 100_000}]", transcripts.NOT_READABLE),
    (f"[{'9' * 4000}]", transcripts.NOT_OF_THIS_SCENE),
    (f"[{', '.join('0' * 61)}]", transcripts.NOT_READABLE),
    (f'[0, "{"a" * (LONGEST_TEXT + 1)}"]', transcripts.NOT_READABLE),
])
def test_moves_that_are_none_of_this_play_are_told_in_plain_words(gate, told, moves, reason):
    checked = check(gate, with_moves(told, moves))
    assert (checked.session, checked.reason) == (None, reason)


def test_swapped_moves_are_seen(gate, played, told):
    swapped = list(Session(gate, (1, TEXT)).moves) + list(played.moves[2:])
    assert check(gate, with_moves(told, json.dumps(swapped))).session is None


def test_a_transcript_of_another_scene_is_seen(gate):
    scene = load_scene("the-heart-ward")
    session = Session(scene)
    while not session.over:
        session = session.choose(min(session.choices))
    assert check(scene, write(session)).session == session
    assert check(gate, write(session)).session is None
    assert check(load_scene("the-second-cup"), write(session)).session is None


def test_a_scene_that_has_changed_since_is_seen(gate_file, told):
    assert "Ada Bell: Well, well." not in told
    assert "differ in line" in check(load_scene(gate_file(") Well.", ") Well, well.")), told).reason
    closed = load_scene(gate_file('{say: "Why so early?", why', '{say: "Why so early?", when: trust >= 9, why'))
    assert check(closed, told).reason == transcripts.NOT_OF_THIS_SCENE


@pytest.mark.parametrize("text", ["", "A letter.", "Moves for checking: [0]", "\x00", "\ud800"])
def test_a_text_without_moves_is_told(gate, text):
    assert check(gate, text).reason == transcripts.NO_MOVES


def test_a_text_of_a_million_letters_is_not_even_looked_at(gate):
    assert check(gate, "Moves, for checking: [0]\n" * 40_000).reason == transcripts.TOO_LONG
    assert check(gate, "a" * (LONGEST + 1)).reason == transcripts.TOO_LONG


@pytest.mark.parametrize("text", ["a\x00b", "\u2028%%plan x\x85y", "### BEGIN SOLUTION", "Write your message here.\nHi",
                                  "\r\nHello\rthere", "é 中文 🙂 \\ \" ' [0]", "- " * 2000])
def test_whatever_a_learner_writes_comes_back(gate, text):
    session = Session(gate, (0, text))
    session = session if session.over else session.choose(0)
    checked = check(gate, answer_text(f"%%played gate\n{write(session)}").prose)
    assert (checked.session, checked.reason) == (session, "")


@pytest.mark.parametrize("moves", [None, "01", {"0": 1}, [True], [0, 1], [0, None]])
def test_moves_from_anywhere_fit_or_are_refused(gate, moves):
    with pytest.raises(Misfit):
        replay(gate, moves)


def test_the_mark_is_the_ending_s_share_of_the_best(gate, reads):
    ends = {close: Session(gate, (0, "x"), reads(close=close)) for close in (1, 2)}
    assert {session.ending: mark(session) for session in ends.values()} == {"polite": 3.3, "friends": 10.0}
    assert mark(Session(gate, (1, "x"), reads())) == 0
