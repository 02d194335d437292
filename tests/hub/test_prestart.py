"""Starting a class a few at a time: never more than asked for, again where one failed, on where it ended."""

import threading

import pytest

from rapport.classroom import prestart as starting
from rapport.classroom.hub_api import HubError


class SlowHub:
    """Says of each server that it is pending a few times before it is ready; ``broken`` ones end while they start."""

    def __init__(self, running=(), broken=None):
        self.ready, self.broken = set(running), dict(broken or {})
        self.pending, self.most, self.lock = {}, 0, threading.Lock()

    def users(self):
        return [{"name": name, "servers": {"": {"ready": True}}} for name in self.ready] + [{"name": "x", "servers": {}}]

    def start(self, name):
        with self.lock:
            self.pending[name] = 3
            self.most = max(self.most, len(self.pending))

    def server(self, name):
        with self.lock:
            if self.broken.get(name):
                self.broken[name] -= 1
                del self.pending[name]
                return None
            self.pending[name] -= 1
            if self.pending[name]:
                return {"ready": False, "pending": "spawn"}
            del self.pending[name]
            self.ready.add(name)
            return {"ready": True, "pending": None}


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr(starting, "PAUSE", 0.01)


def names(count):
    return [f"l{number}" for number in range(count)]


def test_never_more_at_a_time_than_asked_for_and_everybody_in_the_end():
    hub, told = SlowHub(), []
    started = starting.prestart(hub, names(15), 4, told.append)
    assert hub.most == 4
    assert hub.ready == set(names(15)) == {one.name for one in started}
    assert len(told) == 15 and told[-1].endswith("15 of 15.")


def test_it_goes_on_where_it_ended():
    hub, told = SlowHub(running=names(10)), []
    started = starting.prestart(hub, names(12), 4, told.append)
    assert told[0] == "10 of 12 run already."
    assert [one.name for one in started if not one.was_there] in (["l10", "l11"], ["l11", "l10"])


def test_who_fails_once_is_started_again_and_who_fails_twice_is_told():
    hub, told = SlowHub(broken={"l1": 1, "l2": 2}), []
    started = {one.name: one for one in starting.prestart(hub, names(4), 2, told.append)}
    assert [name for name, one in started.items() if one.trouble] == ["l2"]
    assert any(words.startswith("l2 could not be started: the server ended while it was starting") for words in told)


def test_a_silent_hub_is_told_at_once():
    hub = SlowHub()
    hub.users = lambda: (_ for _ in ()).throw(HubError(0, "No answer"))
    with pytest.raises(HubError):
        starting.prestart(hub, names(2), 2, print)
