"""As much of JupyterHub's interface as its own HubOAuth asks for: who has a token, and the way to one by OAuth."""

import base64
import hashlib
import json
import secrets
from urllib.parse import urlencode

from tornado.web import HTTPError, RequestHandler

SCOPE = "access:services!service=rapport-board"
CLIENT, SECRET = "service-rapport-board", "the-boards-own-token"


class Hub:
    """``people`` are models by name; ``visitor`` is who logs in; every learner's kernel has the token NAME-kernel."""

    def __init__(self):
        self.people, self.tokens, self.codes = {}, {}, {}
        self.visitor = ""
        self.asked = 0

    def person(self, name, *groups, scopes=(), kind="user"):
        model = {"name": name, "kind": kind, "groups": list(groups), "scopes": list(scopes)}
        self.people[name] = model
        self.tokens[f"{name}-kernel"] = {"name": name, "kind": kind, "scopes": ["access:servers!server=" + name]}

    def handlers(self):
        return [("/hub/api/user", Whoami, {"hub": self}), ("/hub/api/oauth2/authorize", Authorize, {"hub": self}),
                ("/hub/api/oauth2/token", Token, {"hub": self}),
                ("/away/report", Away, {"hub": self})]


class Part(RequestHandler):
    def initialize(self, hub):
        self.hub = hub

    def check_xsrf_cookie(self):
        pass


class Whoami(Part):
    def get(self):
        self.hub.asked += 1
        token = self.request.headers["Authorization"].removeprefix("token ")
        if token not in self.hub.tokens:
            raise HTTPError(403)
        self.write(self.hub.tokens[token])


class Authorize(Part):
    """Asks for no password: whoever is named as the visitor has logged in already."""

    def get(self):
        assert self.get_argument("client_id") == CLIENT and self.get_argument("response_type") == "code"
        code = secrets.token_hex(8)
        back = self.get_argument("redirect_uri")
        self.hub.codes[code] = (self.hub.visitor, self.get_argument("code_challenge", ""), back)
        self.redirect(f"{back}?{urlencode({'code': code, 'state': self.get_argument('state')})}")


class Token(Part):
    def post(self):
        given = {name: self.get_body_argument(name) for name in self.request.body_arguments}
        name, challenge, back = self.hub.codes.pop(given["code"])
        proof = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest()).decode()
        assert given["client_secret"] == SECRET and given["redirect_uri"] == back
        # JupyterHub sends a challenge from version 6 on.
        assert not challenge or proof.rstrip("=") == challenge.rstrip("=")
        token = secrets.token_hex(16)
        self.hub.tokens[token] = self.hub.people[name]
        self.finish(json.dumps({"access_token": token, "token_type": "Bearer"}))


class Away(Part):
    """An address that leads on to another."""

    def post(self):
        self.redirect("/hub/api/user", status=307)
