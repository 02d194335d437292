"""The commands that bring work from learners to whoever grades, without a server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .cli_class import of_a_class
from .grading.terminal import plain

ANY = click.Path(path_type=Path)
THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("what", metavar="ASSIGNMENT-OR-NOTEBOOK")
@click.option("--name", default="", help="Your name, as your teacher knows it.")
@click.option("--id", "number", default="", help="Your learner number, login or e-mail, if you were given one.")
@click.option("--to", type=ANY, help="The folder for the file; the one you are in if none.")
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


@click.command()
@of_a_class
@click.argument("files", nargs=-1, required=True, type=ANY)
@click.option("--roster", type=THERE, help="A CSV file with id, first_name, last_name, email; the gradebook if none.")
@click.option("--times", type=click.Choice(["made", "arrived"]), default="made", show_default=True,
              help="Whether a file's own word on when it was made counts.")
@click.option("--changed", is_flag=True, help="Take files, too, that were changed after they were made.")
@click.option("--replace", is_flag=True, help="Put a file in the place of whatever is there. That is kept aside.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
def collect(assignment: str, folder: Path, files: tuple[Path, ...], roster: Path | None, times: str, **how: bool) -> None:
    """Sort FILES that learners handed in for ASSIGNMENT into the folders that are graded.

    FILES are notebooks with any name, folders, and ZIP archives as Moodle and Canvas make
    them. Nothing in an archive is unpacked under its own name, and nothing is run.

    Whose a file is, the platform's name for it says, else the folder it lies in, else the
    file itself: by id, by e-mail, or by full name. Where that is not one person of the class,
    nothing is guessed: the file is listed with the reason. Of several files of one learner
    the latest counts; the others are kept in .rapport/earlier/. You can run this as often as you like.

    A file's own time cannot be later than its arrival, but its maker can have set the clock
    back. With --times arrived only the archive's or the disk's time counts, which may be
    that of your download. Where a deadline matters, go by your platform.

    The exit code is 0 if all is clear, 1 if something is unclear, 2 if it could not be done.
    """
    from .grading.collecting.command import run

    sys.exit(run(folder, assignment, files, roster, made=times == "made", **how))


COMMANDS = (submit, collect)
