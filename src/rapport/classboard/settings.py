"""What the board is told when it starts: by JupyterHub, and by whoever set the hub up."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

DAY = 24 * 60 * 60


class NotSet(ValueError):
    """Something is missing from the environment, or wrong in it; the text says what to do."""


@dataclass(frozen=True)
class Settings:
    """Where the board listens (``host``, ``port``), under which path (``prefix``, with a slash at both ends), the
    file it keeps, the group whose members are instructors, and after how many seconds somebody silent is forgotten."""

    host: str
    port: int
    prefix: str
    file: Path
    group: str
    keep: float


def from_environment(given: Mapping[str, str] = os.environ) -> Settings:
    """The settings in the environment. Raises NotSet."""
    address = urlsplit(_needed(given, "JUPYTERHUB_SERVICE_URL"))
    if not address.hostname or not address.port:
        raise NotSet("The service's url must name a host and a port, as http://127.0.0.1:10101.")
    days = given.get("RAPPORT_BOARD_KEEP_DAYS", "7")
    if not days.isdigit() or not int(days):
        raise NotSet(f"RAPPORT_BOARD_KEEP_DAYS is “{days}”. Write a whole number of days, 1 or more.")
    return Settings(
        host=given.get("RAPPORT_BOARD_HOST") or address.hostname,
        port=address.port,
        prefix=_needed(given, "JUPYTERHUB_SERVICE_PREFIX"),
        file=Path(given.get("RAPPORT_BOARD_FILE") or "rapport-board.jsonl").resolve(),
        group=given.get("RAPPORT_BOARD_GROUP") or "instructors",
        keep=int(days) * DAY,
    )


def _needed(given: Mapping[str, str], name: str) -> str:
    if not given.get(name):
        raise NotSet(f"{name} is not set. The board is a service of a JupyterHub, which sets it: see deploy/hub/board.")
    return given[name]
