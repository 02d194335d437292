"""What counts as made and as got right, from what is kept of a learner's work."""

import datetime

import pytest

from rapport import catalog, memory, versions
from rapport.playing import load_scene
from rapport.playing.session import Session
from rapport.reviewing import logs, readings, record
from rapport.reviewing.events import Event
from rapport.spotting import Answer, Round, keeping, load_spots, rounds
from rapport.widgets.scene import SceneWidget

DAY = datetime.date(2026, 11, 21)
NAME = "no-follow-up"
WEAK = "Hi, I need your list of customers and an introduction to your boss by Friday. Please also send me your prices."


def answered(*given):
    spots = load_spots(NAME)
    answers = tuple(Answer(item, answer, "very", "2026-11-20") for item, answer in given)
    keeping.keep(spots, (Round(rounds.digest(spots), tuple(range(len(spots.items))), answers),))


def found(**only):
    events = record.gather(DAY)
    return [(event.mistake, event.fitted) for event in events if event.where.startswith(only.get("where", ""))]


def test_a_message_tells_of_the_mistake_it_shows_or_of_the_one_seen_where_none_is():
    answered((0, "none"), (1, "presuming-help"), (2, "no-thanks"), (3, NAME), (4, "none"), (5, NAME))
    assert sorted(found()) == sorted([(NAME, False), ("presuming-help", False), ("no-thanks", True), (NAME, True),
                                      ("no-clear-ask", False)])
    assert {event.day for event in record.gather(DAY)} == {datetime.date(2026, 11, 20)}


def test_answers_to_messages_that_have_changed_say_nothing():
    spots = load_spots(NAME)
    answer = Answer(0, "none", "very", "2026-11-20")
    keeping.keep(spots, (Round("another digest", (0, 1), (answer,)),))
    assert found() == []


def drafts(monkeypatch, read):
    monkeypatch.setattr(readings, "_stated", read)


def test_a_draft_makes_a_mistake_and_a_later_version_mends_it(monkeypatch):
    seen = {"no": {"no-thanks"}, "no again": {"no-thanks"}, "ev": {"events-only"}}
    drafts(monkeypatch, lambda text, brief: seen.get(text, set()))
    rows = [("no", "2026-11-01T10:00:00+01:00"), ("no again", "2026-11-01T11:00:00+01:00"),
            ("fine", "2026-11-03T09:00:00+01:00"), ("ev", "not a time"), ("ev", "2026-11-04T09:00:00+01:00")]
    memory.save("pads/the-odd-remark/versions", [{"text": text, "time": time} for text, time in rows])
    events = record.gather(DAY)
    assert events == (
        Event(datetime.date(2026, 11, 1), "no-thanks", False, "drafts/the-odd-remark"),
        Event(datetime.date(2026, 11, 3), "no-thanks", True, "drafts/the-odd-remark"),
        Event(datetime.date(2026, 11, 4), "events-only", False, "drafts/the-odd-remark"),
    )


def test_the_courses_own_reader_is_asked_and_what_it_said_is_remembered(monkeypatch):
    versions.keep("drafts/after-the-event", WEAK)
    made = found(where="drafts/")
    assert made and all(not fitted and mistake in catalog.mistakes() for mistake, fitted in made)
    drafts(monkeypatch, lambda *_: pytest.fail("It was read a second time."))
    assert found(where="drafts/") == made


def test_only_the_newest_versions_are_read(monkeypatch):
    read = []
    drafts(monkeypatch, lambda text, brief: read.append(text) or set())
    rows = [{"text": f"text {number}", "time": "2026-11-01"} for number in range(20)]
    memory.save("pads/the-odd-remark/versions", rows)
    record.gather(DAY)
    assert read == [f"text {number}" for number in range(20 - record.VERSIONS, 20)]


def played(wrong):
    """A scene played to its end, at each turn with a line that is a mistake, or is none, where there is one."""
    widget = SceneWidget(load_scene("the-second-cup"))
    while not (session := widget._player.session).over:
        meant = [move for move, choice in session.choices.items() if bool(choice.mistake) is wrong]
        move = (meant or list(session.choices))[0]
        widget._handle_custom_msg({"do": "choose", "moves": len(session.moves), "move": move}, [])
    return widget


def test_a_finished_play_leaves_its_mistakes_with_their_day_and_only_once():
    widget = played(True)
    mistakes = set(widget._player.session.mistakes)
    assert mistakes and sorted(found()) == sorted((name, False) for name in mistakes)
    row, *_ = memory.load("log/mistakes")
    assert row["where"] == "the-second-cup" and row["date"] == datetime.date.today().isoformat()
    count = len(memory.load("log/mistakes"))
    last = widget._player.session.moves[-1]
    for message in ({"do": "undo"}, {"do": "choose", "move": last}):
        widget._handle_custom_msg({**message, "moves": len(widget._player.session.moves)}, [])
    assert widget._player.session.over and len(memory.load("log/mistakes")) == count


def test_a_play_without_a_mistake_leaves_nothing():
    widget = played(False)
    assert not widget._player.session.mistakes and memory.load("log/mistakes") is None


def test_a_play_that_has_not_ended_leaves_nothing():
    widget = SceneWidget(load_scene("the-second-cup"))
    wrong = next(move for move, choice in widget._player.session.choices.items() if choice.mistake)
    widget._handle_custom_msg({"do": "choose", "moves": 0, "move": wrong}, [])
    assert memory.load("log/mistakes") is None


def test_the_log_keeps_the_newest_and_no_more(monkeypatch):
    monkeypatch.setattr(logs, "MOST_KEPT", 5)
    for number in range(9):
        assert logs.answer(logs.Answered(DAY, "no-thanks", f"item-{number}", True))
    assert [given.item for given in logs.answers()] == [f"item-{number}" for number in range(4, 9)]


@pytest.mark.parametrize("damage", [5, {}, "text", [5, None], [{}], [{"date": "2026-11-21"}],
                                    [{"date": "2026-11-21", "mistake": "no-such", "where": "a", "item": "a",
                                      "fitted": True}],
                                    [{"date": "21.11.", "mistake": "no-thanks", "where": "a", "item": "a",
                                      "fitted": True}],
                                    [{"date": "2026-11-21", "mistake": ["no-thanks"], "where": 5, "item": 5,
                                      "fitted": "yes"}]])
def test_damaged_logs_and_readings_count_as_nothing(damage):
    for key in (logs.MISTAKES, logs.ANSWERS, readings.KEY, f"spots/{NAME}", "pads/the-odd-remark/versions"):
        memory.save(key, damage)
    assert record.gather(DAY) == ()
    assert logs.scene_ended(Session(load_scene("the-second-cup")), DAY)
    assert logs.answer(logs.Answered(DAY, "no-thanks", "a", True)) and len(list(logs.answers())) == 1


def test_what_a_wrong_clock_put_into_the_future_counts_as_of_today():
    logs.answer(logs.Answered(datetime.date(2031, 1, 1), "no-thanks", "a", False))
    assert record.gather(DAY) == (Event(DAY, "no-thanks", False, "reviews/a"),)
