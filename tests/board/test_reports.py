"""What learners report: by consent, checked, and taken back whenever they wish."""

import json

import pytest

LESSON = "01-taking-before-giving"


def only(board):
    return board.visit("ana").picture()


def test_nothing_is_kept_of_who_has_not_agreed(board):
    before = board.file.read_bytes()
    for do, more in (("look", {}), ("stuck", {}), ("lesson", {"lesson": LESSON}),
                     ("ending", {"scene": "the-strap", "ending": "x"}), ("leave", {})):
        assert board.report("leo", do, **more) == (200, {"joined": False})
    assert board.file.read_bytes() == before and only(board)["count"] == 0


def test_a_learner_is_a_number_without_a_name(board):
    _, told = board.report("leo", "join", named=False)
    assert told["joined"] and told["label"].startswith("Learner ") and not told["named"]
    board.report("leo", "stuck")
    assert only(board)["stuck"][0]["label"] == told["label"]
    assert "leo" not in board.file.read_text(encoding="utf-8")


def test_a_name_needs_the_instructors_wish_and_the_learners_consent(board):
    ana = board.visit("ana")
    board.report("leo", "join", named=True)
    board.report("mia", "join", named=False)
    for name in ("leo", "mia"):
        board.report(name, "stuck")
    assert "leo" not in json.dumps(ana.picture()) + board.file.read_text(encoding="utf-8")
    ana.order("names", ask=True)
    assert board.report("leo", "look")[1]["label"] == "leo"
    assert board.report("mia", "look")[1]["label"].startswith("Learner ")
    assert {one["label"] for one in ana.picture()["stuck"]} >= {"leo"}
    assert "mia" not in json.dumps(ana.picture()) + board.file.read_text(encoding="utf-8")


@pytest.mark.parametrize("back", ["the learner", "the instructor"])
def test_a_name_is_taken_back_in_the_file_too(board, back):
    ana = board.visit("ana")
    ana.order("names", ask=True)
    board.report("leo", "join", named=True)
    board.report("leo", "stuck")
    assert "leo" in board.file.read_text(encoding="utf-8")
    if back == "the learner":
        board.report("leo", "join", named=False)
    else:
        ana.order("names", ask=False)
    assert "leo" not in board.file.read_text(encoding="utf-8")
    one, = ana.picture()["stuck"]
    assert one["label"].startswith("Learner ")


def test_taking_it_back_forgets_everything(board):
    _, told = board.report("leo", "join", named=False)
    board.report("mia", "join", named=False)
    board.report("leo", "lesson", lesson=LESSON)
    board.report("leo", "stuck")
    board.visit("ana").order("open", scene="the-strap", turn=next(iter(board.desk.material.scenes["the-strap"].turns)))
    poll = board.report("leo", "look")[1]["poll"]["id"]
    assert board.report("leo", "answer", poll=poll, choice=0)[1]["poll"]["yours"] == 0
    key = next(key for key, one in board.desk.state.learners.items() if one.label == told["label"])
    assert board.report("leo", "leave") == (200, {"joined": False})
    assert key not in board.file.read_text(encoding="utf-8")
    picture = only(board)
    assert (picture["count"], picture["stuck"], picture["places"]) == (1, [], []) and picture["poll"]["answered"] == 0


def test_lessons_endings_and_words_are_counted(board):
    scene = board.desk.material.scenes["the-strap"]
    other = next(slug for slug in scene.endings if slug != scene.best)
    for name in ("leo", "mia"):
        board.report(name, "join", named=False)
        board.report(name, "lesson", lesson=LESSON)
    board.time += 60 * 7
    board.report("leo", "done")
    board.report("mia", "stuck")
    board.report("leo", "ending", scene=scene.id, ending=other)
    board.report("mia", "ending", scene=scene.id, ending=other)
    board.report("leo", "ending", scene=scene.id, ending=scene.best)
    board.time += 60 * 3
    picture = only(board)
    title = board.desk.material.places[LESSON]
    assert picture["places"] == [{"title": title, "count": 2, "done": 1, "still": 10, "took": 7}]
    assert picture["scenes"] == [{"title": scene.title, "best": 1, "other": 1}]
    one, = picture["stuck"]
    assert (one["minutes"], one["place"], one["seen"], picture["done"]) == (3, title, False, 1)


def test_who_has_waited_longest_comes_first_and_who_was_seen_last(board):
    labels = {}
    for name in ("mia", "leo"):
        labels[name] = board.report(name, "join", named=False)[1]["label"]
        board.time += 60
        board.report(name, "stuck")
    ana = board.visit("ana")
    first, second = ana.picture()["stuck"]
    assert [first["label"], second["label"]] == [labels["mia"], labels["leo"]]
    assert ana.order("seen", number=first["number"]) == (200, {})
    assert [one["label"] for one in ana.picture()["stuck"]] == [labels["leo"], labels["mia"]]
    assert board.report("mia", "look")[1]["seen"]
    assert not board.report("mia", "going")[1]["stuck"]
    assert ana.order("seen", number=first["number"])[0] == 409


def test_a_new_lesson_is_not_done_yet(board):
    board.report("leo", "join", named=False)
    board.report("leo", "lesson", lesson=LESSON)
    assert board.report("leo", "done")[1]["done"]
    told = board.report("leo", "lesson", lesson="02-presuming-help")[1]
    assert not told["done"] and told["lesson"] == board.desk.material.places["02-presuming-help"]


def test_a_poll_is_asked_answered_and_shown(board):
    scene = board.desk.material.scenes["the-strap"]
    slug, turn = next((slug, turn) for slug, turn in scene.turns.items() if turn.choices)
    ana = board.visit("ana")
    for name in ("leo", "mia"):
        board.report(name, "join", named=False)
    assert ana.order("open", scene=scene.id, turn=slug) == (200, {})
    poll = board.report("leo", "look")[1]["poll"]
    assert poll["says"] == turn.says and [one["say"] for one in poll["choices"]] == [one.say for one in turn.choices]
    board.report("leo", "answer", poll=poll["id"], choice=0)
    board.report("leo", "answer", poll=poll["id"], choice=1)  # a change of mind counts once
    board.report("mia", "answer", poll=poll["id"], choice=1)
    hidden = ana.picture()["poll"]
    assert hidden["answered"] == 2 and {one["count"] for one in hidden["choices"]} == {None}
    assert {one["count"] for one in board.report("leo", "look")[1]["poll"]["choices"]} == {None}
    ana.order("show")
    assert [one["count"] for one in ana.picture()["poll"]["choices"]][:2] == [0, 2]
    ana.order("close")
    assert board.report("mia", "answer", poll=poll["id"], choice=0)[0] == 409
    ana.order("away")
    assert ana.picture()["poll"] is None and board.report("leo", "look")[1]["poll"] is None
    assert ana.order("show")[0] == 409


@pytest.mark.parametrize("body", [
    b"", b"{", b"[]", b"null", b'{"do":"dance"}', b'{"do":"join"}', b'{"do":"join","named":1}',
    b'{"do":"join","named":"true"}', b'{"do":"look","more":1}', b'{"do":"lesson","lesson":"../../etc"}',
    b'{"do":"lesson","lesson":"<b>"}', b'{"do":"lesson","lesson":["a"]}', b'{"do":"answer","poll":-1,"choice":0}',
    b'{"do":"answer","poll":1,"choice":1e9}', b'{"do":"forget"}', b'\xff\xfe',
    b'{"do":"lesson","lesson":"' + b"a" * 200 + b'"}',
])
def test_what_is_no_message_is_refused(board, body):
    board.report("leo", "join", named=False)
    before = board.file.read_bytes()
    assert board.post_raw(body, {"Authorization": "token leo-kernel"})[0] == 400
    assert board.file.read_bytes() == before


@pytest.mark.parametrize("do, more", [
    ("lesson", {"lesson": "99-nowhere"}), ("ending", {"scene": "nowhere", "ending": "x"}),
    ("ending", {"scene": "the-strap", "ending": "nowhere"}), ("answer", {"poll": 1, "choice": 0}),
])
def test_what_the_course_does_not_have_is_refused(board, do, more):
    board.report("leo", "join", named=False)
    status, told = board.report("leo", do, **more)
    assert status == 409 and told["error"].endswith(".")


def test_a_choice_that_is_not_there_is_refused(board):
    scene = board.desk.material.scenes["the-strap"]
    slug = next(slug for slug, turn in scene.turns.items() if turn.choices)
    board.report("leo", "join", named=False)
    board.visit("ana").order("open", scene=scene.id, turn=slug)
    poll = board.report("leo", "look")[1]["poll"]["id"]
    assert board.report("leo", "answer", poll=poll, choice=99)[0] == 409


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken(board, kind):
    headers = {"Authorization": "token leo-kernel", "Content-Type": kind}
    assert board.post_raw(b'{"do":"look"}', headers)[0] == 415


def test_a_long_message_is_refused(board):
    padded = b'{"do":"look"' + b" " * 3000 + b"}"
    assert board.post_raw(padded, {"Authorization": "token leo-kernel"})[0] == 413
    huge = b" " * 100_000
    try:
        assert board.post_raw(huge, {"Authorization": "token leo-kernel"})[0] == 400
    except (ConnectionError, OSError):
        pass  # the board hangs up before it has read that much
    assert board.report("leo", "look")[0] == 200


def test_who_asks_too_often_waits_and_others_do_not(board):
    statuses = [board.report("leo", "look")[0] for _ in range(40)]
    assert statuses[:20] == [200] * 20 and 429 in statuses
    assert board.report("mia", "look")[0] == 200


def test_the_hub_is_not_asked_about_every_report(board):
    for _ in range(10):
        board.report("leo", "look")
    assert board.hub.asked == 1
