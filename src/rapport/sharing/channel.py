"""The one place of the course that uses a network while somebody learns.

A class in one room wants to be seen by the person who teaches it. So this module sends one short message at a time to
the class board of the learner's own JupyterHub, and to no other address: the one that the hub names in
``RAPPORT_BOARD_URL``. Elsewhere, and in the browser edition, it sends nothing. Who calls ``send`` has made sure that
the learner agreed (see consent.py). It follows no redirection and uses no proxy: the learner's token goes with it.
"""

from __future__ import annotations

import json
import os
import sys
from urllib.parse import urlsplit

ADDRESS, TOKEN = "RAPPORT_BOARD_URL", "JUPYTERHUB_API_TOKEN"
PATIENCE = 4
"""Seconds to wait for the board. Nobody waits with us: messages are sent beside the lesson."""
LONGEST = 200_000


class Unreachable(Exception):
    """The board cannot be reached, or cannot be understood."""


class Refused(Exception):
    """The board does not take this message; the text is what it said."""


def address() -> str:
    """Where the board of this hub is; empty where there is none."""
    named = os.environ.get(ADDRESS, "")
    known = urlsplit(named).scheme in ("http", "https") and bool(os.environ.get(TOKEN)) and sys.platform != "emscripten"
    return named if known else ""


def send(message: dict) -> dict:
    """Send one message and return the board's answer. Raises Unreachable or Refused."""
    from urllib.error import HTTPError  # what follows is loaded only where there is a class

    request, opener = _request(message), _opener()
    try:
        with opener.open(request, timeout=PATIENCE) as response:
            return _answer(response.read(LONGEST))
    except HTTPError as error:
        with error:
            if error.code in (400, 409, 413):
                raise Refused(str(_answer(error.read(LONGEST)).get("error", ""))) from None
        raise Unreachable(f"{error.code}") from None
    except (OSError, ValueError) as error:  # no connection, too slow, or no HTTP
        raise Unreachable(str(error)) from None


def _request(message: dict):
    from urllib.request import Request

    if not (board := address()):
        raise Unreachable("There is no class here.")
    headers = {"Content-Type": "application/json", "Authorization": f"token {os.environ[TOKEN]}"}
    return Request(f"{board.rstrip('/')}/report", json.dumps(message).encode(), headers)


def _opener():
    from urllib.request import HTTPRedirectHandler, ProxyHandler, build_opener

    class Staying(HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None  # an answer that leads elsewhere counts as none

    return build_opener(ProxyHandler({}), Staying())


def _answer(content: bytes) -> dict:
    try:
        answer = json.loads(content)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise Unreachable("What answers there is no class board.")
    return answer
