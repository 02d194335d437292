"""The commands of ``rapport`` for those who teach a class, most of them with nbgrader."""

from __future__ import annotations

import secrets
import sys
from functools import wraps
from pathlib import Path

import click

from .cli_sheets import sheets_command
from .grading.refused import Refused, Unwritten

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)
NO_NBGRADER = "nbgrader is not installed here. Install it with: python -m pip install \"rapport[grade]\""

UNWRITTEN = (
    "The gradebook could not be used. Close what else is using it and run the same command again: it goes on where it "
    "was. The system says:"
)


def of_a_class(command):
    """An assignment and a course's folder as arguments; one sentence where nbgrader is not installed."""

    @click.argument("assignment")
    @click.option("--folder", type=FOLDER, default=".", help="The course's folder, with nbgrader_config.py in it.")
    @wraps(command)
    def checked(*arguments, **options):
        try:
            return command(*arguments, **options)
        except ModuleNotFoundError as error:
            if error.name not in ("nbgrader", "rapidfuzz", "nh3", "mistune"):
                raise
            click.echo(NO_NBGRADER, err=True)
        except Refused as error:
            click.echo(str(error), err=True)
        except Unwritten as error:
            click.echo(f"{UNWRITTEN} {error}", err=True)
        sys.exit(2)

    return checked


@click.command()
@of_a_class
@click.option("-o", "--output", type=OUTPUT, help="The file; ASSIGNMENT-report.html if none.")
@click.option("--blind", is_flag=True, help="Numbers in place of names, in shuffled order.")
@click.option("--earlier", type=FOLDER, help="Where nbgrader's exchange keeps what was handed in (…/inbound).")
def report(assignment: str, folder: Path, output: Path | None, blind: bool, earlier: Path | None) -> None:
    """Write one page about how a class did in ASSIGNMENT.

    It shows the mistakes by frequency, the marks, who needs help, what a second
    version gained, how far the machine and people agree, and answers that are
    nearly the same. It is one HTML file without script; nothing is changed.
    """
    from .grading.course import open_course
    from .grading.report import write_report

    path = output or Path(f"{assignment}-report.html")
    click.echo(write_report(open_course(folder, assignment), path, blind=blind, earlier=earlier))


@click.command()
@of_a_class
@click.option("--write", is_flag=True, help="Keep the new readings; without this nothing is changed.")
def regrade(assignment: str, folder: Path, write: bool) -> None:
    """Read every graded answer of ASSIGNMENT again and show what would change.

    Use it after a change to the reader, a brief or the points. What a person
    gave or wrote always stays. The exit code is 0 where nothing would change, 1
    where something would, 0 too once it is written, and 2 where it cannot be done.
    """
    from .grading.course import open_course
    from .grading.regrade import counted, lines
    from .grading.regrade import regrade as read_again

    found = read_again(open_course(folder, assignment), write)
    for line in [*lines(found), *counted(found, write)]:
        click.echo(line)
    sys.exit(1 if found.changes and not write else 0)


@click.command()
@of_a_class
def objections(assignment: str, folder: Path) -> None:
    """List what learners hold against the readings of ASSIGNMENT (their %%reply cells)."""
    from .grading import objections as replies
    from .grading.course import open_course

    found = replies.objections(open_course(folder, assignment).course)
    for line in replies.lines(found) if found else [replies.NONE]:
        click.echo(line)


@click.command()
@of_a_class
@click.option("--seed", type=int, help="A whole number; the same one gives the same order again.")
def queue(assignment: str, folder: Path, seed: int | None) -> None:
    """List what waits for a person in ASSIGNMENT, shuffled and without names."""
    from .grading import queue as waiting
    from .grading.book import read_book
    from .grading.course import open_course

    seed = secrets.randbelow(10_000) if seed is None else seed
    found = waiting.queue(read_book(open_course(folder, assignment).course), seed)
    for line in waiting.lines(found):
        click.echo(line)
    click.echo(f"{len(found)} to look at, in the order of --seed {seed}. {waiting.ABOUT}" if found else "Nothing waits.")


@click.command("move-gradebook")
@click.option("--from", "file", type=OUTPUT, help="The SQLite file; gradebook.db in the course's folder if none.")
@of_a_class
def move_gradebook(assignment: str, folder: Path, file: Path | None) -> None:
    """Copy the gradebook to the PostgreSQL server that nbgrader_config.py names.

    Set c.CourseDirectory.db_url first. All assignments come along (name any one of them), with every score and
    comment; the file stays as it is. Either all of it arrives or nothing.
    """
    from .grading.course import open_course
    from .grading.move import move

    moved = move(open_course(folder, assignment).course, file or folder / "gradebook.db")
    click.echo(f"Moved: {moved} rows.")


COMMANDS = (report, regrade, objections, queue, move_gradebook, sheets_command)
