"""The board as a web application."""

from __future__ import annotations

import os
from importlib import resources

from jupyterhub.services.auth import HubOAuth
from tornado.httpserver import HTTPServer
from tornado.web import Application, ErrorHandler, RedirectHandler, RequestHandler

from .desk import Desk
from .handling import Files, Handler
from .limits import Pace
from .reporting import Report
from .teaching import Callback, Events, Offered, Orders, Page
from .watching import Watchers

LARGEST_BODY = 8192


class Missing(Handler, ErrorHandler):
    """Any other address."""


def make(desk: Desk, auth: HubOAuth, prefix: str, group: str, others: list = ()) -> Application:
    """The application under ``prefix``; ``others`` are further handlers, put before these."""
    watchers = Watchers()
    desk.changed = watchers.wake
    teaching = {"desk": desk, "watchers": watchers, "auth": auth, "group": group}
    page = str(resources.files(__package__).joinpath("page"))
    rules = [
        (prefix.rstrip("/"), RedirectHandler, {"url": prefix}),
        (prefix, Page, teaching),
        (f"{prefix}oauth_callback", Callback, {"auth": auth}),
        (f"{prefix}events", Events, teaching),
        (f"{prefix}scenes", Offered, teaching),
        (f"{prefix}orders", Orders, teaching),
        (f"{prefix}report", Report, {"desk": desk, "auth": auth, "pace": Pace()}),
        (f"{prefix}static/(board\\.(?:css|js)|(?:drawing|polling)\\.js)", Files, {"path": page}),
    ]
    return Application(
        [*others, *rules], default_handler_class=Missing, default_handler_args={"status_code": 404},
        cookie_secret=os.urandom(32), template_path=page, log_function=_log,
    )


def served(application: Application) -> HTTPServer:
    """A server for it that takes no large requests."""
    return HTTPServer(application, max_body_size=LARGEST_BODY, max_buffer_size=16 * LARGEST_BODY)


def _log(handler: RequestHandler) -> None:
    """Nothing is logged of who asked for what; what goes wrong inside is logged by tornado where it happens."""
