"""A whole class for a while: its users, its hub on this machine alone, and afterwards nothing of it is left.

Tests and ``rapport class load`` use it. It needs root, as a class does.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from . import accounts, open_copy, people, reach, removal, system
from . import settings as class_settings
from .hub_api import Hub, HubError
from .open_copy import Copy
from .places import Places, places
from .settings import Settings
from .step import take

NOT_ROOT = "A rehearsal makes users and removes them again, so it needs root. Run it with sudo."
PATIENCE = 240
CONFIG = '''
load_subconfig("{config}")
c = get_config()
c.JupyterHub.services.append({{"name": "rehearsal", "api_token": "{token}"}})
c.JupyterHub.load_roles.append({{"name": "rehearsal", "services": ["rehearsal"], "scopes": [
    "admin:users", "admin:servers", "tokens", "list:users", "read:servers", "access:servers", "read:hub"]}})
c.ClassSpawner.kindness = 0  # what else this machine does is no part of the class
{extra}
'''
"""The class's own configuration, and an administrator for the rehearsal."""


class NoRehearsal(RuntimeError):
    """It cannot begin; the text says why and what to do."""


@dataclass(frozen=True)
class Rehearsal:
    """A class that is open: its settings, where it lies, and its hub, spoken to as an administrator."""

    settings: Settings
    where: Places
    hub: Hub
    process: subprocess.Popen
    program: Copy
    learners: tuple[str, ...]

    @property
    def instructor(self) -> str:
        return self.settings.instructors[0]

    @property
    def address(self) -> str:
        return self.hub.address

    @property
    def log(self) -> str:
        """What the hub and the servers have said so far."""
        return (self.where.root / "hub.log").read_text(encoding="utf-8", errors="replace")

    def token_of(self, name: str) -> str:
        """A token with all that this user may do, as the user's own browser has it."""
        return self.hub.ask("POST", f"users/{name}/tokens", {"note": "rehearsal"})["token"]

    def path_of(self, name: str, *parts: str) -> Path:
        """A path in this user's home."""
        return Path(system.user(name).pw_dir, *parts)


@contextmanager
def rehearsal(learners: Sequence[str], checkout: Path, extra: str = "", **changes: object) -> Iterator[Rehearsal]:
    """Open a class with these learners and one instructor, ``nora``; every name gets a few letters before it.

    ``checkout`` is the folder with solutions/ and deploy/ in it; ``extra`` are lines for the end of JupyterHub's
    configuration, ``changes`` fields of the class's settings.
    Raises NoRehearsal, and HubError where the hub does not come up.
    """
    if not system.is_root():
        raise NoRehearsal(NOT_ROOT)
    folder = Path(tempfile.mkdtemp(prefix="rapport-class-"))
    folder.chmod(0o755)
    try:
        program = _program(folder)
        settings = _settings(folder, learners, checkout, changes)
        try:
            take(accounts.steps(settings), lambda words: None)
            with _hub(settings, checkout, program, extra) as opened:
                yield opened
        finally:
            take(removal.steps(settings), lambda words: None)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(folder: Path) -> Copy:
    """The Python that the class runs: this one where every user can, or else a copy of it."""
    if not reach.trouble():
        return Copy(Path(sys.executable), {})
    copy = open_copy.make(folder / "python")
    if trouble := reach.trouble(copy.python, {**os.environ, **copy.environment}):
        raise NoRehearsal(trouble)
    return copy


def _settings(folder: Path, learners: Sequence[str], checkout: Path, changes: dict) -> Settings:
    """The class's two files, written and read as any class's are."""
    sign = "t" + secrets.token_hex(2)
    (folder / "class.csv").write_text("name,full name\n" + "".join(f"{sign}-{name},{name.title()}\n" for name in learners))
    fields = {"course": sign, "instructors": [f"{sign}-nora"], "checkout": str(checkout), "folder": ".", "board": False,
              **{port: free_port() for port in ("port", "hub_port", "proxy_port")},
              "first_port": 21000 + 100 * secrets.randbelow(100), "cull_minutes": 0, **changes}
    (folder / "class.yaml").write_text(yaml.safe_dump(fields))
    return class_settings.load(folder / "class.yaml")


@contextmanager
def _hub(settings: Settings, checkout: Path, program: Copy, extra: str) -> Iterator[Rehearsal]:
    where, token = places(settings), secrets.token_hex(16)
    config = where.hub / "rehearsal_config.py"
    config.write_text(CONFIG.format(config=checkout / "deploy/hub/jupyterhub_config.py", token=token, extra=extra))
    hub = Hub(f"http://127.0.0.1:{settings.port}", token)
    with (where.root / "hub.log").open("wb") as log:
        process = subprocess.Popen([program.python, "-m", "jupyterhub", "-f", str(config)], cwd=where.hub, stdout=log,
                                   stderr=subprocess.STDOUT, env=_environment(settings, program), start_new_session=True)
    opened = Rehearsal(settings, where, hub, process, program, tuple(person.name for person in people.learners(settings)))
    try:
        _wait(opened)
        yield opened
    finally:
        _end(process)


def _environment(settings: Settings, program: Copy) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("RAPPORT_HOME", "JUPYTER_CONFIG_PATH")}
    return {**kept, **program.environment, "RAPPORT_CLASS": str(settings.file)}


def _wait(opened: Rehearsal) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and opened.process.poll() is None:
        try:
            opened.hub.users()
            return
        except HubError:
            time.sleep(1)
    raise HubError(0, f"The hub did not come up. The end of its log:\n{opened.log[-4000:]}")


def _end(process: subprocess.Popen) -> None:
    """The hub ends its servers and its proxy itself; what is left of its own group is ended by force."""
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait(10)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
