"""A PostgreSQL server of the tests' own: Debian's, on loopback, with a password, and gone when they end."""

import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

import psycopg
from port_for import get_port
from psycopg import sql
from pytest_postgresql.executors import PostgreSQLExecutor

INSTALL = "These tests need PostgreSQL's server. Install it with: sudo apt-get install postgresql"
PASSWORD = "for-tests-only/%&"
PATIENCE = 60  # seconds
ORDER = "en-US"
"""A server sorts as people do, Ångström before Zoe; SQLite does not."""
SERVANT = "postgres"
"""The user that Debian's package makes for the server, which refuses to run as root."""


def program() -> str | None:
    """The path of pg_ctl; Debian keeps it off the path, one folder a version."""
    found = sorted(glob("/usr/lib/postgresql/*/bin/pg_ctl"), key=lambda path: int(Path(path).parts[4]))
    return shutil.which("pg_ctl") or next(reversed(found), None)


class Server:
    """A running server, which can be stopped as by a power cut."""

    def __init__(self, executor: PostgreSQLExecutor):
        self._executor, self.port, self._made = executor, executor.port, 0

    def new_database(self, like: str = "") -> str:
        """The address, for nbgrader's ``db_url``, of a new database, empty or ``like`` the one at another address.

        The password is not in it.
        """
        self._made += 1
        name = f"course_{self._made}"
        with self._asked() as server:
            template = sql.Identifier(like.rpartition("/")[2] or "template0")
            order = sql.SQL("create database {} template {} locale_provider icu icu_locale {}")
            server.execute(order.format(sql.Identifier(name), template, sql.Literal(ORDER)))
        return f"postgresql+psycopg://{self._executor.user}@127.0.0.1:{self.port}/{name}"

    def ask_for_a_password(self) -> None:
        """From now on nobody gets in without it."""
        with self._asked() as server:
            server.execute(sql.SQL("alter user current_user password {}").format(sql.Literal(PASSWORD)))
            [[file]] = server.execute("show hba_file")
            Path(file).write_text("host all all 127.0.0.1/32 scram-sha-256\n")
            server.execute("select pg_reload_conf()")

    def cut_off(self) -> None:
        """Stop at once, in the middle of whatever is being done; what was committed is on the disk."""
        _run(f'"{self._executor.executable}" stop -m immediate -D "{self._executor.datadir}"')

    def start(self) -> None:
        """Start again after it was cut off."""
        _run(self._executor.command)

    def _asked(self) -> psycopg.Connection:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return psycopg.connect(host="127.0.0.1", port=self.port, user=self._executor.user, dbname="postgres",
                                       password=PASSWORD, autocommit=True)
            except psycopg.OperationalError as error:  # it listens before it is ready
                if "starting up" not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(0.1)


@contextmanager
def running(pg_ctl: str) -> Iterator[Server]:
    """A server for as long as the block runs; started as another user where the tests run as root."""
    with tempfile.TemporaryDirectory(prefix="rapport-postgres-") as name:
        folder = Path(name)
        starter = folder / "pg_ctl"
        starter.write_text(f"#!/bin/sh\nexec {_as_servant()} {shlex.quote(pg_ctl)} \"$@\"\n")
        starter.chmod(0o755)
        if os.getuid() == 0:
            shutil.chown(folder, SERVANT)
        executor = PostgreSQLExecutor(
            executable=str(starter), host="127.0.0.1", port=get_port(None), datadir=str(folder / "data"), unixsocketdir=name,
            logfile=str(folder / "log"), startparams="-w", dbname="unused", postgres_options="-h 127.0.0.1",
        )
        with executor:
            server = Server(executor)
            server.ask_for_a_password()
            yield server


def _run(command: str) -> None:
    subprocess.run(shlex.split(command), check=True, stdout=subprocess.DEVNULL)


def _as_servant() -> str:
    if os.getuid():
        return ""
    try:
        pwd.getpwnam(SERVANT)
    except KeyError:
        raise RuntimeError(f"There is no user {SERVANT}, as whom the server could run. {INSTALL}") from None
    return f"setpriv --reuid={SERVANT} --regid={SERVANT} --clear-groups"
