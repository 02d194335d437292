"""Where learners' kernels report: each with the token of the learner's own server, which the hub is asked about."""

from __future__ import annotations

from jupyterhub.services.auth import HubAuth
from tornado.web import HTTPError

from .desk import Desk, Refused
from .handling import Handler
from .limits import Pace
from .messages import REPORT


class Report(Handler):
    """Takes one message and tells the learner how things stand. It knows no cookies, so no other page can use it."""

    def initialize(self, desk: Desk, auth: HubAuth, pace: Pace) -> None:
        self._desk, self._auth, self._pace = desk, auth, pace

    def check_xsrf_cookie(self) -> None:
        """There is no cookie here that another page could use."""

    async def post(self) -> None:
        if self.request.headers.get("Origin"):
            raise HTTPError(403, "This address is for notebooks, not for web pages.")
        user = await self._user()
        if not self._pace.allows(user):
            raise HTTPError(429, "Too much at once. Wait a minute.")
        try:
            self.answer(self._desk.heard(user, self.message(REPORT)))
        except Refused as refused:
            raise HTTPError(409, str(refused)) from None

    async def _user(self) -> str:
        """Whose token came with the request, as the hub says. Raises HTTPError."""
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        model = await self._auth.user_for_token(token, sync=False) if kind == "token" and token else None
        if not model or model.get("kind") != "user":
            raise HTTPError(403, "Only learners of this hub can report here.")
        return model["name"]
