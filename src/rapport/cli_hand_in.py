"""The commands that bring work from learners to whoever grades, without a server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .grading.terminal import plain

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("what", metavar="ASSIGNMENT-OR-NOTEBOOK")
@click.option("--name", default="", help="Your name, as your teacher knows it.")
@click.option("--id", "number", default="", help="Your learner number, login or e-mail, if you were given one.")
@click.option("--to", type=click.Path(path_type=Path), help="The folder for the file; the one you are in if none.")
def submit(what: str, name: str, number: str, to: Path | None) -> None:
    """Make the one file that you hand in.

    Name the assignment, such as follow-up, or the page that you wrote in. Save the page
    first: the file holds what was saved. Nothing is sent anywhere; you give the file to your
    teacher, by e-mail or on your learning platform. You may make it again as often as you like.
    """
    from .handing_in.submitting import submit as make

    try:
        made = make(what, name, number, to)
    except FileNotFoundError:
        raise
    except OSError as error:
        click.echo(f"The file could not be written. The system says: {error}", err=True)
        sys.exit(2)
    for box in made.boxes:
        click.echo(f"  {'written    ' if box.written else 'STILL EMPTY'}  {plain(box.title)}")
    click.echo(f"Made from {made.notebook}, as it was saved on {made.saved:%d.%m.%Y at %H:%M}.")
    click.echo(f"Hand in this file: {made.path}")


COMMANDS = (submit,)
