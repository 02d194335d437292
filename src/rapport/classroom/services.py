"""What runs beside the learners' servers: formgrader, the culler, the class board, and the pre-start's right to start.

A service is a function that takes the settings and gives a ``Service``; ``ALL`` lists them. To add one, write its
function and put it into ``ALL``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from . import course_folder, environment, tokens
from .places import places
from .settings import Settings

PRESTART, BOARD = "prestart", "rapport-board"
FORMGRADER_PORT, BOARD_PORT = 0, 1
"""The services' ports, counted from ``first_port``; learners' begin after them."""
RESERVED = 10
PATIENCE = 240
"""Seconds for a service to start; after JupyterHub's 30 the whole hub would give up on a busy machine."""
MOST_CULL_EVERY, LEAST_CULL_EVERY = 300, 3


@dataclass(frozen=True)
class Service:
    """A service as JupyterHub wants it, its role's scopes, and the groups that may open its page."""

    about: dict
    scopes: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()


def instructors_group(settings: Settings) -> str:
    """The hub's group of those who grade; nbgrader's name for it."""
    return f"formgrade-{settings.course}"


def learners_group(settings: Settings) -> str:
    """The hub's group of those who learn; nbgrader's name for it."""
    return f"nbgrader-{settings.course}"


def formgrader(settings: Settings) -> Service:
    """Formgrader, under the grader's account; only instructors may open it, in a tab of its own."""
    where = places(settings)
    about = {
        "name": settings.course,
        "url": f"http://127.0.0.1:{settings.first_port + FORMGRADER_PORT}",
        "command": [sys.executable, "-m", "jupyterhub.singleuser"],
        "user": settings.grader,
        "cwd": str(course_folder.grader_course(settings)),
        "environment": {**environment.teaching(where), "JUPYTERHUB_DEFAULT_URL": "/formgrader"},
        "timeout": PATIENCE,
        "oauth_no_confirm": True,
        "display": True,
    }
    return Service(about, open_to=(instructors_group(settings),))


def culler(settings: Settings) -> Service | None:
    """Ends servers that nobody has open: an open page keeps its server, even while somebody only reads."""
    if not settings.cull_minutes:
        return None
    seconds = settings.cull_minutes * 60
    options = [f"--timeout={seconds:.0f}", f"--cull-every={cull_every(settings)}"]
    command = [sys.executable, "-m", "jupyterhub_idle_culler", *options]
    return Service({"name": "culler", "command": command},
                   ("list:users", "read:users:activity", "read:servers", "delete:servers"))


def cull_every(settings: Settings) -> int:
    """How often to look for idle servers, in seconds."""
    if not settings.cull_minutes:
        return MOST_CULL_EVERY
    return int(min(MOST_CULL_EVERY, max(LEAST_CULL_EVERY, settings.cull_minutes * 60 / 8)))


def prestart(settings: Settings) -> Service:
    """No program of its own: the right of ``rapport class prestart`` to start servers and to see them."""
    about = {"name": PRESTART, "api_token": tokens.token(places(settings), PRESTART)}
    return Service(about, ("list:users", "read:servers", "servers", "read:hub"))


def board(settings: Settings) -> Service | None:
    """The class board (deploy/hub/board/): kernels report to it with their own token, instructors read it."""
    if not has_board(settings):
        return None
    home = course_folder.grader_course(settings).parent
    about = {
        "name": BOARD,
        "url": _board_host(settings),
        "command": [sys.executable, "-m", "rapport.classboard"],
        "user": settings.grader,
        "cwd": str(home),
        "environment": {"RAPPORT_BOARD_GROUP": instructors_group(settings), "RAPPORT_BOARD_FILE": str(home / "board.jsonl")},
        "timeout": PATIENCE,
        "oauth_no_confirm": True,
        "oauth_client_allowed_scopes": ["read:users:groups!user"],
        "display": True,
    }
    return Service(about, open_to=(instructors_group(settings),))


def has_board(settings: Settings) -> bool:
    """Whether this class has a board: it is asked for, and the package has it."""
    return settings.board and find_spec("rapport.classboard") is not None


def for_learners(settings: Settings) -> dict[str, str]:
    """What services want in the environment of learners' servers: where the board is."""
    return {"RAPPORT_BOARD_URL": f"{_board_host(settings)}/services/{BOARD}/"} if has_board(settings) else {}


def _board_host(settings: Settings) -> str:
    return f"http://127.0.0.1:{settings.first_port + BOARD_PORT}"


ALL: tuple[Callable[[Settings], Service | None], ...] = (formgrader, culler, prestart, board)


def services(settings: Settings) -> list[Service]:
    """The services of this class."""
    return [service for make in ALL if (service := make(settings))]
