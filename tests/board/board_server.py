"""A board that runs beside the tests, in a thread of its own, with a hub that is just enough for it."""

import asyncio
import json
import threading
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

from fake_hub import CLIENT, SCOPE, SECRET, Hub
from jupyterhub.services.auth import HubOAuth
from tornado.netutil import bind_sockets
from tornado.testing import bind_unused_port

from rapport.classboard.app import make, served
from rapport.classboard.desk import Desk
from rapport.classboard.ledger import Ledger

PREFIX = "/services/rapport-board/"


class Board:
    """``address`` is where it is; ``time`` is what its clock says, in seconds, and goes only when a test moves it."""

    def __init__(self, file, material, port=None):
        self._port = port
        self.file, self.time, self.hub = file, 1_800_000_000.0, Hub()
        self.desk = Desk(Ledger(file), material, lambda: self.time)
        self.hub.person("ana", "instructors", scopes=[SCOPE])
        self.hub.person("leo")
        self.hub.person("mia")
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._thread.start()
        assert self._started.wait(30)

    async def _run(self):
        socket, port = self._bound()
        self.host = f"http://127.0.0.1:{port}"
        self.address = f"{self.host}{PREFIX}"
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        auth = HubOAuth(
            api_url=f"{self.host}/hub/api", api_token=SECRET, base_url=PREFIX, hub_prefix="/hub/", hub_host=self.host,
            oauth_client_id=CLIENT, oauth_redirect_uri=f"{self.address}oauth_callback", access_scopes={SCOPE})
        server = served(make(self.desk, auth, PREFIX, "instructors", self.hub.handlers()))
        server.add_socket(socket)
        self._started.set()
        await self._end.wait()
        server.stop()
        await server.close_all_connections()

    def _bound(self):
        if not self._port:
            return bind_unused_port(address="127.0.0.1")
        socket, = bind_sockets(self._port, "127.0.0.1")
        return socket, self._port

    def end(self):
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(30)

    def report(self, name, do, **message):
        """What the kernel of this learner sends, and the answer."""
        body = json.dumps({"do": do, **message}).encode()
        return self.post_raw(body, {"Authorization": f"token {name}-kernel"})

    def post_raw(self, body, headers=(), path="report"):
        headers = {"Content-Type": "application/json", **dict(headers)}
        return _answer(urllib.request.build_opener(), urllib.request.Request(self.address + path, body, headers))

    def visit(self, name):
        """The browser of somebody who has logged in at the hub as this person."""
        self.hub.visitor = name
        return Visitor(self)


class Visitor:
    """A browser without a screen: it keeps cookies, follows redirects and knows the page's XSRF token."""

    def __init__(self, board):
        self._board = board
        self._cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))
        self.status, self.page, self.headers = self.get("")
        self.xsrf = self.page.partition('data-xsrf="')[2].partition('"')[0]

    def get(self, path, headers=()):
        request = urllib.request.Request(self._board.address + path, headers=dict(headers))
        try:
            with self._opener.open(request, timeout=30) as response:
                return response.status, response.read().decode(), response.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), error.headers

    def forget_cookies(self):
        self._cookies.clear()

    def order(self, do, headers=(), **message):
        sent = {"Content-Type": "application/json", "X-XSRFToken": self.xsrf, **dict(headers)}
        body = json.dumps({"do": do, **message}).encode()
        return _answer(self._opener, urllib.request.Request(self._board.address + "orders", body, sent))

    def picture(self):
        """The first picture of the class that the page is sent."""
        with self._opener.open(f"{self._board.address}events", timeout=30) as events:
            return json.loads(events.readline().decode().removeprefix("data: "))


def _answer(opener, request):
    """Status and JSON value of an answer."""
    try:
        with opener.open(request, timeout=30) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read() or b"null")
