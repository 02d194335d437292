"""The instructor's page and what it asks for. Everybody else gets 403."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import urlsplit

from jupyterhub.services.auth import HubOAuth, HubOAuthCallbackHandler, HubOAuthenticated
from tornado.iostream import StreamClosedError
from tornado.log import app_log
from tornado.web import HTTPError

from .desk import Desk, Refused
from .handling import Handler
from .messages import ORDER
from .watching import Watchers

BEAT, LONGEST_WATCH = 20, 600
"""Seconds until the picture is sent again even if nothing has changed, and until the page has to ask anew, so that
somebody who teaches no longer stops seeing the class."""


class Callback(Handler, HubOAuthCallbackHandler):
    """Where the hub sends an instructor back to after they have logged in there."""

    def initialize(self, auth: HubOAuth) -> None:
        self.hub_auth = auth


class Instructors(HubOAuthenticated, Handler):
    """Lets those in who may use the service, as the hub says, and who are in the instructors' group."""

    sends_to_login = False

    def initialize(self, desk: Desk, watchers: Watchers, auth: HubOAuth, group: str) -> None:
        self.desk, self.watchers, self.hub_auth, self._group = desk, watchers, auth, group

    async def prepare(self) -> None:
        self._refuse_other_pages()
        model = await self.hub_auth.get_user(self, sync=False)
        if not model:
            if not self.sends_to_login:
                raise HTTPError(403, "Log in first: open the board's page again.")
            self.redirect(self.get_login_url())
            return
        if not self.hub_auth.check_scopes(self.hub_auth.access_scopes, model) or not self._teaches(model):
            raise HTTPError(403, "The class board is for instructors.")
        self.current_user = model
        self.hub_auth.check_xsrf_cookie(self)  # for all but a visit of the page: learners' servers share its host

    def check_xsrf_cookie(self) -> None:
        """Checked in prepare, once it is known who asks."""

    def _teaches(self, model: dict) -> bool:
        """Access alone is not enough: many hubs give every user access to every service."""
        if "groups" not in model:
            app_log.warning("The hub does not tell anybody's groups. Add “read:users:groups!user” to the service's "
                            "oauth_client_allowed_scopes.")
        return model.get("kind") == "user" and self._group in model.get("groups", ())

    def _refuse_other_pages(self) -> None:
        """Only this page may ask, and links to it may lead here. Raises HTTPError."""
        headers = self.request.headers
        origin = headers.get("Origin")
        if origin and urlsplit(origin).netloc != self.request.host:
            raise HTTPError(403, "This request comes from another page.")
        is_visit = self.sends_to_login and headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        if headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none") and not is_visit:
            raise HTTPError(403, "This request comes from another page.")


class Page(Instructors):
    """The page itself; all that it shows comes through Events."""

    sends_to_login = True

    def get(self) -> None:
        self.render("board.html", xsrf=self.xsrf_token.decode())

    def write_error(self, status_code: int, **options) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(self.told(status_code, options))


class Offered(Instructors):
    """The scenes and turns that can be asked about."""

    def get(self) -> None:
        self.answer(self.desk.material.offered())


class Orders(Instructors):
    """What the instructor does on the page."""

    def post(self) -> None:
        try:
            self.desk.told(self.message(ORDER))
        except Refused as refused:
            raise HTTPError(409, str(refused)) from None
        self.answer({})


class Events(Instructors):
    """The picture of the class as server-sent events: at once, after every change, and now and then."""

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("X-Accel-Buffering", "no")  # a proxy must not hold it back
        end = asyncio.get_running_loop().time() + LONGEST_WATCH
        try:
            with self.watchers.watching() as changed:
                while asyncio.get_running_loop().time() < end:
                    await self._send()
                    await changed.wait(BEAT)
        except StreamClosedError:
            pass

    async def _send(self) -> None:
        self.write(f"data: {json.dumps(self.desk.picture(), ensure_ascii=False)}\n\n")
        await self.flush()

    def on_connection_close(self) -> None:
        self.watchers.wake()
