"""A restart loses nothing, a damaged file stops nobody, and what is forgotten is gone."""

import json
import os
import stat

import pytest

from rapport.classboard.desk import MOST_LEARNERS, Desk, Refused
from rapport.classboard.ledger import Ledger
from rapport.classboard.limits import Pace
from rapport.classboard.messages import ORDER, REPORT
from rapport.classboard.settings import NotSet, from_environment

SCENE = "the-strap"


class Clock:
    now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def opened(tmp_path, course, clock):
    """Opens the same board again and again, as a restart does."""
    return lambda: Desk(Ledger(tmp_path / "kept" / "board.jsonl"), course, clock)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kept" / "board.jsonl"


def say(desk, user, do, **more):
    return desk.heard(user, REPORT.validate_python({"do": do, **more}))


def order(desk, do, **more):
    desk.told(ORDER.validate_python({"do": do, **more}))


def a_class(desk, clock):
    """Three learners, one of them named, with a poll half answered."""
    scene = desk.material.scenes[SCENE]
    order(desk, "names", ask=True)
    for user, named in (("leo", True), ("mia", False), ("tom", False)):
        say(desk, user, "join", named=named)
        say(desk, user, "lesson", lesson="02-presuming-help")
        clock.now += 60
    say(desk, "leo", "stuck")
    say(desk, "mia", "done")
    say(desk, "tom", "ending", scene=SCENE, ending=scene.best)
    order(desk, "open", scene=SCENE, turn=next(slug for slug, turn in scene.turns.items() if turn.choices))
    say(desk, "mia", "answer", poll=say(desk, "mia", "look")["poll"]["id"], choice=1)
    order(desk, "show")
    order(desk, "seen", number=desk.picture()["stuck"][0]["number"])


def test_a_restart_loses_nothing(opened, clock):
    desk = opened()
    a_class(desk, clock)
    again = opened()
    assert again.picture() == desk.picture() and desk.picture()["poll"]["choices"][1]["count"] == 1
    for user in ("leo", "mia", "tom", "nobody"):
        assert say(again, user, "look") == say(desk, user, "look")


@pytest.mark.parametrize("damage", [
    b'{"row":"stu', b"\xff\xfe\n", b"[]\n", b"7\n", b'{"row":"dance","at":1}\n', b'{"at":1}\n', b'{"row":5,"at":1}\n',
    b'{"row":"lesson","who":"x","at":1}\n', b'{"row":"close","at":1}\n', b'{"row":"join","who":"x"}\n', b"\n",
])
def test_a_damaged_line_is_left_out_and_the_rest_goes_on(opened, clock, file, damage):
    desk = opened()
    a_class(desk, clock)
    before = desk.picture()
    with file.open("ab") as end:
        end.write(damage)
    again = opened()
    clear = {**before, "poll": {**before["poll"], "open": again.picture()["poll"]["open"]}}
    assert again.picture() == clear
    say(again, "tom", "stuck")
    assert opened().picture() == again.picture() and len(again.picture()["stuck"]) == 2


def test_a_poll_about_a_turn_that_is_gone_is_put_away(opened, clock, file):
    a_class(opened(), clock)
    file.write_text(file.read_text(encoding="utf-8").replace(SCENE, "the-lost-scene"), encoding="utf-8")
    assert opened().picture()["poll"] is None and opened().picture()["scenes"] == []


def test_only_the_boards_own_account_reads_the_file(opened, clock, file):
    desk = opened()
    a_class(desk, clock)
    say(desk, "leo", "leave")
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["board.jsonl"]


def test_the_file_holds_no_name_that_was_not_agreed_to(opened, clock, file):
    a_class(opened(), clock)
    text = file.read_text(encoding="utf-8")
    assert "leo" in text and "mia" not in text and "tom" not in text


def test_a_forgotten_class_is_gone_and_nobody_is_known_again(opened, clock, file):
    desk = opened()
    a_class(desk, clock)
    keys, salt = set(desk.state.learners), desk.state.salt
    order(desk, "forget")
    text = file.read_text(encoding="utf-8")
    assert salt not in text and "leo" not in text and not [key for key in keys if key in text]
    assert desk.picture()["count"] == opened().picture()["count"] == 0
    assert say(desk, "mia", "stuck") == {"joined": False}
    for user in ("leo", "mia", "tom"):
        say(desk, user, "join", named=False)
    assert not keys & set(desk.state.learners)


def test_the_same_learner_has_another_key_in_another_class(tmp_path, course):
    one, other = (Desk(Ledger(tmp_path / name), course) for name in ("a", "b"))
    for desk in (one, other):
        say(desk, "leo", "join", named=False)
    assert set(one.state.learners).isdisjoint(other.state.learners)


def test_who_is_silent_for_long_is_forgotten(opened, clock, file):
    desk = opened()
    say(desk, "leo", "join", named=False)
    say(desk, "mia", "join", named=False)
    clock.now += 1000
    say(desk, "mia", "look")
    clock.now += 1000
    desk.expire(1500)
    assert desk.picture()["count"] == 1 and say(desk, "leo", "look") == {"joined": False}
    assert len([line for line in file.read_text(encoding="utf-8").splitlines() if "join" in line]) == 1


def test_numbers_are_drawn_by_lot_and_each_is_given_once(opened):
    desk = opened()
    labels = [say(desk, f"user-{index}", "join", named=False)["label"] for index in range(80)]
    assert len(set(labels)) == 80
    assert labels[:29] != sorted(labels[:29], key=lambda label: int(label.split()[1]))


def test_saying_the_same_again_writes_nothing(opened, clock, file):
    desk = opened()
    a_class(desk, clock)
    before = file.read_bytes()
    say(desk, "leo", "stuck")
    say(desk, "mia", "done")
    say(desk, "mia", "lesson", lesson="02-presuming-help")
    say(desk, "tom", "ending", scene=SCENE, ending=desk.material.scenes[SCENE].best)
    say(desk, "tom", "going")
    say(desk, "leo", "join", named=True)
    assert file.read_bytes() == before


def test_one_learner_cannot_fill_the_file(opened, monkeypatch):
    monkeypatch.setattr("rapport.classboard.desk.MOST_ROWS", 20)
    desk = opened()
    say(desk, "leo", "join", named=False)
    with pytest.raises(Refused):
        for _ in range(20):
            say(desk, "leo", "stuck")
            say(desk, "leo", "going")
    assert say(desk, "leo", "look")["joined"] and not say(desk, "leo", "leave")["joined"]


def test_joining_again_and_again_cannot_fill_it_either(opened, monkeypatch):
    monkeypatch.setattr("rapport.classboard.desk.MOST_ROWS", 20)
    desk = opened()
    with pytest.raises(Refused):
        for turn in range(30):
            say(desk, "leo", "join", named=bool(turn % 2))
    assert not say(desk, "leo", "join", named=False)["named"], "taking the name back is never refused"


def test_a_board_has_room_for_so_many(opened):
    desk = opened()
    for index in range(MOST_LEARNERS):
        desk.state.apply({"row": "join", "who": f"k{index}", "number": index, "named": False, "at": 1})
    with pytest.raises(Refused):
        say(desk, "leo", "join", named=False)


def test_the_pace_comes_back_with_time():
    time = [0.0]
    pace = Pace(3, 1, lambda: time[0])
    assert [pace.allows("leo") for _ in range(4)] == [True, True, True, False]
    assert pace.allows("mia")
    time[0] = 2.5
    assert [pace.allows("leo") for _ in range(3)] == [True, True, False]


SET = {"JUPYTERHUB_SERVICE_URL": "http://127.0.0.1:10101", "JUPYTERHUB_SERVICE_PREFIX": "/services/rapport-board/"}


def test_the_hub_says_where_the_board_listens(tmp_path):
    made = from_environment({**SET, "RAPPORT_BOARD_FILE": str(tmp_path / "b"), "RAPPORT_BOARD_KEEP_DAYS": "1"})
    assert (made.host, made.port, made.group, made.keep, made.file) == (
        "127.0.0.1", 10101, "instructors", 86400, tmp_path / "b")


@pytest.mark.parametrize("wrong", [
    {"JUPYTERHUB_SERVICE_URL": ""}, {"JUPYTERHUB_SERVICE_URL": "http://127.0.0.1"}, {"JUPYTERHUB_SERVICE_PREFIX": ""},
    {"RAPPORT_BOARD_KEEP_DAYS": "0"}, {"RAPPORT_BOARD_KEEP_DAYS": "soon"},
])
def test_what_is_missing_is_told_with_its_remedy(wrong):
    with pytest.raises(NotSet) as told:
        from_environment({**SET, **wrong})
    assert next(iter(wrong)).removesuffix("_URL") in str(told.value) or "url must name" in str(told.value)


def test_a_row_is_one_line_of_json(opened, clock, file):
    a_class(opened(), clock)
    for line in file.read_text(encoding="utf-8").splitlines():
        assert {"row", "at"} <= set(json.loads(line))
