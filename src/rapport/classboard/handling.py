"""What every answer of the board has in common: its headers, its errors, and how a message is read."""

from __future__ import annotations

import json

from pydantic import TypeAdapter, ValidationError
from tornado.web import HTTPError, RequestHandler, StaticFileHandler

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
LONGEST = 2000
"""So many bytes a message may have; the longest honest one has a tenth."""


class Handler(RequestHandler):
    """A handler with the board's headers; errors are one short line and tell nothing of the inside."""

    def set_default_headers(self) -> None:
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def write_error(self, status_code: int, **options) -> None:
        self.finish({"error": self.told(status_code, options)})

    def told(self, status_code: int, options: dict) -> str:
        """What to say of an error to whoever asked."""
        error = options.get("exc_info", (None, None, None))[1]
        told = error.log_message if isinstance(error, HTTPError) and status_code < 500 else None
        return told or self._reason

    def message(self, kind: TypeAdapter):
        """The request's body as one of the messages that are allowed. Raises HTTPError."""
        if self.request.headers.get("Content-Type", "").split(";")[0].strip() != "application/json":
            raise HTTPError(415, "Send application/json.")
        if len(self.request.body) > LONGEST:
            raise HTTPError(413, "This message is too long.")
        try:
            return kind.validate_json(self.request.body)
        except ValidationError:
            raise HTTPError(400, "This is not a message that the board knows.") from None

    def answer(self, value: dict | list) -> None:
        """Send a JSON value."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(value, ensure_ascii=False))


class Files(Handler, StaticFileHandler):
    """The page's own script and style. They hold nothing of a class."""

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-cache")
