"""A learner's kernel says nothing without a class and without consent, never waits, and takes back what it said."""

import ast
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from board_server import Board

import rapport
from rapport import memory
from rapport.playing import load_scene
from rapport.sharing import channel, consent, listening, telling
from rapport.sharing.messenger import Messenger
from rapport.widgets.board import BoardWidget
from rapport.widgets.scene_player import Player

PATIENCE = 20


def until(true):
    """Wait for what another thread does."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)
    return found


def press(widget, do, **more):
    widget._handle_custom_msg({"do": do, **more}, [])


@pytest.fixture
def widget(kernel):
    return BoardWidget(kernel)


@pytest.fixture
def shared(widget, board):
    """The widget after the learner has agreed to share without a name."""
    press(widget, "share", how="unnamed")
    until(lambda: widget.view["buttons"])
    return widget


def everybody(board):
    return board.desk.state.learners


@pytest.fixture
def offline(monkeypatch):
    """Any use of a socket is an error."""
    def refuse(*_args, **_options):
        raise AssertionError("a network was used")

    monkeypatch.setattr("socket.socket.connect", refuse)


@pytest.mark.parametrize("given", [
    {}, {"RAPPORT_BOARD_URL": "http://127.0.0.1:1/"}, {"JUPYTERHUB_API_TOKEN": "x"},
    {"RAPPORT_BOARD_URL": "file:///etc/passwd", "JUPYTERHUB_API_TOKEN": "x"},
    {"RAPPORT_BOARD_URL": "", "JUPYTERHUB_API_TOKEN": "x"},
])
def test_without_a_hub_and_its_board_there_is_no_class(monkeypatch, given, offline):
    for name in ("RAPPORT_BOARD_URL", "JUPYTERHUB_API_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert telling.NO_CLASS in str(rapport.board())
    consent.give(consent.NAMED)
    listening.begin()
    assert not consent.agreed() and memory._listeners == []
    with pytest.raises(channel.Unreachable):
        channel.send({"do": "look"})


NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "tornado", "urllib", "websocket"}
HARMLESS = {"urllib.parse"}
BESIDE = ("classboard", "classroom", "grading", "lab")  # what runs on a hub or an instructor's machine


def imported(path):
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


def test_one_module_of_a_learners_kernel_uses_a_network():
    package = Path(rapport.__file__).parent
    using = {path.relative_to(package).as_posix() for path in package.rglob("*.py")
             if path.relative_to(package).parts[0] not in BESIDE
             for name in imported(path) if name.partition(".")[0] in NETWORK and name not in HARMLESS}
    assert using == {"sharing/channel.py"}


def test_lessons_do_not_load_any_of_it_without_a_class():
    code = ("import sys, rapport; rapport.explain('no-follow-up');"
            "assert not [name for name in sys.modules if 'sharing' in name or name in ('tornado', 'jupyterhub')]")
    clean = {name: value for name, value in os.environ.items() if name != "RAPPORT_BOARD_URL"}
    subprocess.run([sys.executable, "-c", code], check=True, env=clean)


def test_nothing_is_sent_before_consent(kernel, widget, board, offline):
    listening.begin()
    Player(load_scene("the-strap")).receive({"do": "choose", "move": 0, "moves": 0})
    memory.save("jots/no-follow-up", "a line")
    for do in ("look", "stuck", "done", "going"):
        press(widget, do)
    press(widget, "answer", poll=1, choice=0)
    assert widget.view["asking"]["question"] == telling.QUESTION and not widget.view["live"]
    assert kernel._thread is None and everybody(board) == {}


def test_who_says_no_sends_nothing(kernel, widget, board, offline):
    press(widget, "share", how="no")
    listening.begin()
    memory.save("jots/no-follow-up", "a line")
    assert widget.view["lines"] == [telling.SAID_NO] and not widget.view["asking"] and not widget.view["live"]
    assert kernel._thread is None
    assert BoardWidget(kernel).view["lines"] == [telling.SAID_NO]


def test_a_learner_who_agrees_is_on_the_board_in_their_lesson(shared, board):
    one, = until(lambda: everybody(board).values())
    until(lambda: one.lesson == "01-taking-before-giving")
    press(shared, "look")
    title = board.desk.material.places["01-taking-before-giving"]
    until(lambda: f"“{title}”" in " ".join(shared.view["lines"]))
    assert f"“Learner {one.number}”" in shared.view["lines"][0]
    assert shared.view["asking"] is None and shared.view["live"]


@pytest.mark.parametrize("how, named", [("unnamed", False), ("named", True)])
def test_a_name_goes_with_consent_alone(widget, board, how, named):
    press(widget, "share", how=how)
    one, = until(lambda: everybody(board).values())
    assert one.named is named


def test_stuck_and_done_are_said_and_taken_back(shared, board):
    one, = everybody(board).values()
    press(shared, "stuck")
    until(lambda: [button["do"] for button in shared.view["buttons"]] == ["going", "done"])
    assert one.stuck and "Help is asked for." in shared.view["lines"][1]
    board.visit("ana").order("seen", number=one.number)
    press(shared, "look")
    until(lambda: "It was seen." in " ".join(shared.view["lines"]))
    press(shared, "done")
    until(lambda: [button["do"] for button in shared.view["buttons"]] == ["going", "stuck"])
    assert one.done and not one.stuck
    press(shared, "going")
    until(lambda: [button["do"] for button in shared.view["buttons"]] == ["stuck", "done"])


def test_a_question_is_answered_and_its_counts_come_when_they_are_shown(shared, board):
    scene = board.desk.material.scenes["the-strap"]
    slug, turn = next((slug, turn) for slug, turn in scene.turns.items() if turn.choices)
    ana = board.visit("ana")
    ana.order("open", scene=scene.id, turn=slug)
    press(shared, "look")
    poll = until(lambda: shared.view["poll"])
    assert poll["says"] == turn.says and [one["say"] for one in poll["choices"]] == [one.say for one in turn.choices]
    press(shared, "answer", poll=poll["id"], choice=1)
    until(lambda: shared.view["poll"]["choices"][1]["yours"])
    assert {one["count"] for one in shared.view["poll"]["choices"]} == {""}
    ana.order("show")
    ana.order("close")
    press(shared, "look")
    until(lambda: shared.view["poll"]["choices"][1]["count"] == "1 of 1")
    assert shared.view["poll"]["note"] == telling.POLL_OVER
    press(shared, "answer", poll=poll["id"], choice=0)
    until(lambda: shared.view["said"].startswith("There is no such question"))


def test_scenes_tell_their_ending_and_not_the_way_there(shared, board, kernel, monkeypatch):
    sent = []
    monkeypatch.setattr(kernel, "_send", lambda message: sent.append(message) or channel.send(message))
    listening.begin()
    player = Player(load_scene("the-birthday-robot"))
    for _ in range(30):
        if player.session.over:
            break
        player.receive({"do": "choose", "move": next(iter(player.session.choices)), "moves": len(player.session.moves)})
    one, = everybody(board).values()
    until(lambda: one.endings)
    assert one.endings == {"the-birthday-robot": {player.session.ending}}
    assert {"do": "ending", "scene": "the-birthday-robot", "ending": player.session.ending} in sent
    assert {key for message in sent for key in message} <= {"do", "lesson", "scene", "ending"}


def test_the_lesson_is_told_when_its_kernel_starts(shared, kernel, board, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/02-presuming-help.ipynb")
    listening.begin()
    one, = everybody(board).values()
    until(lambda: one.lesson == "02-presuming-help")


def test_coming_back_to_a_lesson_is_told_once_a_minute(shared, kernel, board, monkeypatch):
    told = []
    monkeypatch.setattr(kernel, "tell", told.append)
    listening.begin()
    for _ in range(5):
        memory.save("jots/no-follow-up", "a line")
    assert len(told) == 1
    monkeypatch.setattr(listening, "_told", time.monotonic() - 61)
    memory.save("jots/no-follow-up", "a line")
    assert len(told) == 2


@pytest.mark.parametrize("name, lesson", [
    ("/home/leo/course/notebooks/03-crisis-only-networking.ipynb", "03-crisis-only-networking"),
    ("follow-up/follow-up.ipynb", "follow-up"), ("C:\\course\\30-daily-review.ipynb", "30-daily-review"),
    ("class.ipynb", ""), ("", ""), ("01-taking-before-giving-Copy1.ipynb", ""),
])
def test_only_notebooks_of_the_course_are_lessons(monkeypatch, name, lesson):
    monkeypatch.setenv("JPY_SESSION_NAME", name)
    assert listening.lesson_here() == lesson


def test_taking_it_back_makes_the_board_forget(shared, board):
    press(shared, "change")
    assert shared.view["asking"]["given"] == "unnamed"
    press(shared, "share", how="no")
    until(lambda: not everybody(board))
    until(lambda: not consent.owes_leaving() and shared.view["lines"] == [telling.SAID_NO])
    assert not shared.view["live"]
    memory.save("jots/no-follow-up", "a line")
    assert board.visit("ana").picture()["count"] == 0


def test_a_no_that_the_board_could_not_hear_is_told_later(shared, kernel, board, monkeypatch):
    works = []
    monkeypatch.setattr(kernel, "_send", lambda message: channel.send(message) if works else unreachable())
    press(shared, "share", how="no")
    until(lambda: shared.view["lines"] == [telling.NOT_TAKEN_BACK])
    assert consent.owes_leaving() and not consent.agreed() and everybody(board)
    works.append(True)
    BoardWidget(Messenger(pause=0.1))  # another day, another kernel
    until(lambda: not everybody(board) and not consent.owes_leaving())


def test_a_no_that_arrives_after_a_new_yes_does_nothing(shared, kernel, board, monkeypatch):
    monkeypatch.setattr(kernel, "_send", lambda message: unreachable())
    press(shared, "share", how="no")
    until(lambda: shared.view["lines"] == [telling.NOT_TAKEN_BACK])
    another = BoardWidget(Messenger(pause=0.1))
    press(another, "share", how="unnamed")
    until(lambda: another.view["buttons"])
    sent = []
    monkeypatch.setattr(kernel, "_send", lambda message: sent.append(message) or channel.send(message))
    kernel.look()
    until(lambda: not kernel._waiting)
    assert consent.agreed() and everybody(board) and {"do": "leave"} not in sent


def unreachable():
    raise channel.Unreachable("down")


def test_a_board_that_is_down_stops_nobody_and_is_told_in_the_part(shared, kernel, monkeypatch, board):
    board.end()
    start = time.monotonic()
    press(shared, "stuck")
    listening.begin()
    memory.save("jots/no-follow-up", "a line")
    assert time.monotonic() - start < 1
    until(lambda: shared.view["said"] == telling.TROUBLE)
    assert memory.load("jots/no-follow-up") == "a line"


def test_what_was_said_while_the_board_was_down_arrives_later(shared, kernel, board, tmp_path, course, monkeypatch):
    board.end()
    press(shared, "stuck")
    until(lambda: shared.view["said"] == telling.TROUBLE)
    again = Board(board.file, course)
    try:
        monkeypatch.setenv("RAPPORT_BOARD_URL", again.address)
        memory.save(consent.KEY, {"share": "unnamed", "board": again.address, "owed": False})
        one, = again.desk.state.learners.values()
        until(lambda: one.stuck)
        until(lambda: shared.view["said"] == "")
    finally:
        again.end()


def test_a_class_that_began_anew_asks_again(shared, board):
    board.visit("ana").order("forget")
    press(shared, "look")
    until(lambda: shared.view["asking"])
    assert shared.view["said"] == telling.ANEW and consent.given() == "" and not shared.view["live"]
    assert not everybody(board)


def test_consent_for_one_class_is_none_for_another(shared, monkeypatch, board):
    assert consent.agreed()
    monkeypatch.setenv("RAPPORT_BOARD_URL", board.address.replace("rapport-board", "rapport-board-b"))
    assert not consent.agreed() and consent.given() == ""


def test_where_the_answer_cannot_be_kept_nothing_is_shared(kernel, widget, board, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file" / "below"))
    press(widget, "share", how="named")
    assert widget.view["said"] == telling.NOT_KEPT and not widget.view["live"]
    assert kernel._thread is None and not everybody(board)


def test_a_no_that_cannot_be_kept_is_heard_all_the_same(shared, board, monkeypatch):
    monkeypatch.setattr(memory, "save", lambda key, value: False)
    press(shared, "share", how="no")
    until(lambda: not everybody(board))
    assert not consent.agreed() and not shared.view["live"]


@pytest.mark.parametrize("message", [None, 5, [], {}, {"do": "share"}, {"do": "share", "how": "all"}, {"do": ["stuck"]}])
def test_a_message_that_says_nothing_does_nothing(widget, board, message, offline):
    before = widget.view
    widget._handle_custom_msg(message, [])
    assert widget.view == before


def test_the_token_goes_to_no_other_address(board, monkeypatch, kernel):
    monkeypatch.setenv("RAPPORT_BOARD_URL", f"{board.host}/away")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(channel.Unreachable):
        channel.send({"do": "look"})  # it is led elsewhere, and does not follow
    monkeypatch.setenv("RAPPORT_BOARD_URL", board.address)
    assert channel.send({"do": "look"}) == {"joined": False}


def test_what_a_notebook_keeps_says_nothing_of_the_learner(shared):
    bundle, _ = shared._repr_mimebundle_()
    assert "Learner" not in bundle["text/html"] and "Learner" not in bundle["text/plain"]
    assert telling.INTRO in bundle["text/plain"]


def test_a_notebook_on_a_hub_shows_the_part(kernel):
    from rapport.notebook import cells

    assert isinstance(cells.board(), BoardWidget)


@pytest.mark.parametrize("key, value", [
    ("scenes/no-such-scene", {"moves": [0], "plays": [[0]]}), ("scenes/the-strap", {"moves": [99], "plays": [[99]]}),
    ("scenes/the-strap", {"moves": [0], "plays": 5}), ("scenes/the-strap", [1]), ("scenes/the-strap", None),
])
def test_what_cannot_be_understood_disturbs_no_lesson(shared, kernel, board, key, value):
    listening.begin()
    assert memory.save(key, value)
    press(shared, "stuck")  # what comes behind it still arrives
    one, = everybody(board).values()
    until(lambda: one.stuck)
    assert one.endings == {}


def test_a_listener_hears_what_was_saved_and_not_what_could_not_be(monkeypatch, tmp_path):
    heard = []
    monkeypatch.setattr(memory, "_listeners", [])
    memory.listen(lambda key, value: heard.append((key, value)))
    memory.save("jots/a", "b")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file" / "below"))
    memory.save("jots/a", "c")
    assert heard == [("jots/a", "b")]
