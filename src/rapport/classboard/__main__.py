"""Starts the board as a service of a JupyterHub: ``python -m rapport.classboard``."""

from __future__ import annotations

import asyncio
import logging
import sys

from jupyterhub.services.auth import HubOAuth
from tornado.ioloop import PeriodicCallback

from . import material
from .app import make, served
from .desk import Desk
from .ledger import Ledger
from .settings import NotSet, Settings, from_environment

HOUR = 60 * 60
PERMISSION = 60
"""Seconds for which the board goes by what the hub has said of somebody."""


async def run(settings: Settings) -> None:
    """Serve until the process is ended."""
    desk = Desk(Ledger(settings.file), material.load())
    auth = HubOAuth.instance(cache_max_age=PERMISSION)
    desk.expire(settings.keep)
    PeriodicCallback(lambda: desk.expire(settings.keep), HOUR * 1000).start()
    server = served(make(desk, auth, settings.prefix, settings.group))
    server.listen(settings.port, settings.host)
    await asyncio.Event().wait()


def main() -> int:
    """Start; returns 2 where the environment does not tell enough."""
    logging.basicConfig(level=logging.WARNING)
    try:
        settings = from_environment()
    except NotSet as error:
        print(error, file=sys.stderr)
        return 2
    asyncio.run(run(settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
