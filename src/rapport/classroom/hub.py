"""Gives JupyterHub its configuration for a class; deploy/hub/jupyterhub_config.py calls ``configure``.

Each setting that differs from JupyterHub's own stands here with its reason.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..lab import launch
from . import environment, people, proxy
from .places import LEARNING, Places, places
from .services import RESERVED, Service, cull_every, for_learners, instructors_group, learners_group, services
from .settings import Settings
from .spawner import ClassSpawner

if TYPE_CHECKING:
    from traitlets.config import Config

PATIENCE = 300
"""Seconds for a server to start. With JupyterHub's 30, none of forty that started at once came up."""


def configure(c: Config, settings: Settings) -> None:
    """Fill JupyterHub's configuration ``c``. Raises Faulty for a bad roster, NoProxy, and OSError."""
    where = places(settings)
    offered = services(settings)
    _addresses(c, settings, where)
    _people(c, settings)
    _servers(c, settings, where)
    c.JupyterHub.services = [service.about for service in offered]
    c.JupyterHub.load_roles = _roles(settings, offered)


def _addresses(c: Config, settings: Settings, where: Places) -> None:
    scheme = "https" if settings.certificate else "http"
    c.JupyterHub.bind_url = f"{scheme}://{settings.address}:{settings.port}"
    if settings.certificate:
        c.JupyterHub.ssl_cert = str(settings.place(settings.certificate))
        c.JupyterHub.ssl_key = str(settings.place(settings.certificate_key))
    c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{settings.hub_port}"
    c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{settings.proxy_port}"
    c.ConfigurableHTTPProxy.command = proxy.command()
    c.ConfigurableHTTPProxy.pid_file = str(where.hub / "proxy.pid")
    c.JupyterHub.db_url = f"sqlite:///{where.hub / 'hub.sqlite'}"
    c.JupyterHub.cookie_secret_file = str(where.hub / "cookie_secret")


def _people(c: Config, settings: Settings) -> None:
    """Accounts and passwords are the machine's own; nobody gets in who is not named."""
    learners = [person.name for person in people.learners(settings)]
    c.JupyterHub.authenticator_class = "pam"
    c.PAMAuthenticator.open_sessions = False  # nobody's server is a login on a terminal
    c.Authenticator.allowed_users = {*learners, *settings.instructors}
    c.JupyterHub.load_groups = {
        instructors_group(settings): {"users": list(settings.instructors)},
        learners_group(settings): {"users": learners},
    }


def _servers(c: Config, settings: Settings, where: Places) -> None:
    teachers = set(settings.instructors)

    def before(spawner: ClassSpawner) -> None:
        """A port of its own, because ports drawn at random met; and all of Lab for those who teach."""
        spawner.port = settings.first_port + RESERVED + spawner.user.id
        teaches = spawner.user.name in teachers
        found = environment.teaching(where) if teaches else environment.learning(where)
        spawner.environment = {**found, **for_learners(settings)}
        spawner.default_url = "/lab" if teaches else f"/doc/tree/{launch.FIRST_PAGE}"

    c.JupyterHub.spawner_class = ClassSpawner
    c.Spawner.pre_spawn_hook = before
    c.Spawner.cmd = [sys.executable, "-m", "rapport.classroom.server"]
    c.Spawner.notebook_dir = f"~/{LEARNING}"
    c.Spawner.http_timeout = c.Spawner.start_timeout = PATIENCE
    c.Spawner.mem_limit = settings.memory_mb * 1024 * 1024
    c.Spawner.cpu_limit = settings.cores or None
    c.ClassSpawner.process_limit = settings.processes
    c.JupyterHub.concurrent_spawn_limit = 0  # over it JupyterHub refuses instead of waiting; rapport class prestart waits
    c.JupyterHub.shutdown_on_logout = False
    c.JupyterHub.last_activity_interval = cull_every(settings)  # the culler never goes by an old answer of the proxy
    c.Spawner.poll_interval = 30


def _roles(settings: Settings, offered: list[Service]) -> list[dict]:
    roles = []
    for service in offered:
        name = service.about["name"]
        if service.scopes:
            roles.append({"name": f"{name}-does", "scopes": list(service.scopes), "services": [name]})
        if service.open_to:
            scope = f"access:services!service={name}"
            roles.append({"name": f"{name}-opens", "scopes": [scope], "groups": list(service.open_to)})
    return [*roles, {
        "name": "teaching",
        "description": "See who is in, and start or stop a learner's server; not: open it.",
        "scopes": ["admin-ui", "list:users", "read:servers", "servers"],
        "groups": [instructors_group(settings)],
    }]
