"""Playing in a terminal."""

import pytest

from rapport.playing import terminal


def played(scene, words, **options):
    """What a person sees who types these lines and then leaves."""
    told, given = [], iter(words)

    def ask(prompt):
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    code = terminal.play(scene, ask=ask, tell=told.append, **options)
    return code, "\n".join(told)


def test_a_scene_is_played_with_numbers_from_one(gate, reads):
    code, text = played(gate, ["1", "Friday at ten?"], assess=reads(close=2))
    assert code == 0
    for part in (
        "Your aim: Leave with a day.", " 1  Why so early?", "You: Why so early?", "| You asked.", "Write to her.",
        "You write: Friday at ten?", "Ada Bell: Good.", "Ada Bell: Tea.", "The best that can come of it.",
        "She waited.", "Liu, P. J.",
    ):
        assert part in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_mistake_is_named(gate):
    from rapport import catalog

    title = catalog.mistake("no-follow-up").title
    _, text = played(gate, ["2"])
    assert title in " ".join(text.replace("   | ", "").split())


def test_only_open_choices_are_numbered(gate):
    _, text = played(gate, ["3"])
    assert "Carry her bag" not in text
    assert "Type a number from 1 to 2" in text


def test_steps_can_be_taken_back_and_started_again(gate, reads):
    _, text = played(gate, ["1", "u", "2", "r", "1"], assess=reads())
    assert text.count(" 1  Why so early?") == 3
    assert text.count("Write to her.") == 3


def test_leaving_ends_at_once(gate):
    code, text = played(gate, ["q", "1"])
    assert code == 0 and "You asked." not in text


def test_an_empty_text_is_not_sent(gate):
    _, text = played(gate, ["1", " "])
    assert "There is nothing to send yet." in text


def test_listed_moves_are_replayed_and_nothing_is_asked(gate):
    def ask(prompt):
        raise AssertionError("asked")

    told = []
    assert terminal.play(gate, [0], ask, told.append) == 0
    assert "You: Why so early?" in "\n".join(told) and "Write to her." in "\n".join(told)
    told.clear()
    assert terminal.play(gate, [0, 1], ask, told.append) == 0
    assert "Ada Bell: Tea." in "\n".join(told)


@pytest.mark.parametrize("moves, said", [([99], "no choice 99"), ([0, 1, 0], "has ended")])
def test_a_listed_move_that_does_not_fit_gives_code_2_and_a_sentence(gate, capsys, moves, said):
    assert terminal.play(gate, moves, None, print) == 2
    captured = capsys.readouterr()
    assert said in captured.err and captured.out == ""
