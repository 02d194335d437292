"""A few calls to a running hub, by the standard library alone."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

PATIENCE = 600
"""Seconds to wait for one answer: more than the hub gives a server to start."""


class HubError(RuntimeError):
    """The hub refused, or did not answer; ``status`` is 0 where there was no answer."""

    def __init__(self, status: int, words: str):
        self.status = status
        super().__init__(words)


@dataclass(frozen=True)
class Hub:
    """The hub at an address such as ``http://127.0.0.1:8000``, spoken to with one token."""

    address: str
    token: str

    def ask(self, method: str, path: str, body: object = None) -> object:
        """The answer to one request to the hub's REST interface; ``path`` begins below ``/hub/api``. Raises HubError."""
        return request(f"{self.address}/hub/api/{path}", self.token, method, body)

    def users(self) -> list[dict]:
        """Every user that the hub knows."""
        return self.ask("GET", "users?limit=200")

    def server(self, name: str) -> dict | None:
        """The user's server as the hub sees it; None where there is none."""
        return self.ask("GET", f"users/{name}")["servers"].get("")

    def start(self, name: str) -> None:
        """Ask for the user's server; it need not be ready yet."""
        self.ask("POST", f"users/{name}/server", {})

    def stop(self, name: str) -> None:
        """End the user's server."""
        self.ask("DELETE", f"users/{name}/server")


def request(url: str, token: str, method: str = "GET", body: object = None) -> object:
    """One request with a token; the JSON that comes back, or its text where it is none. Raises HubError."""
    data = None if body is None else json.dumps(body).encode()
    url = urllib.parse.quote(url, safe=":/?&=%+")
    asked = urllib.request.Request(url, data, {"Authorization": f"token {token}"}, method=method)
    if data is not None:
        asked.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            text = answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            words = error.read(500).decode("utf-8", "replace")
        raise HubError(error.code, f"{error.code} {error.reason}: {words}") from error
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        raise HubError(0, f"No answer from {url}: {error}") from error
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
