"""The commands that bring grades out of the course, and the comments to go with them."""

from __future__ import annotations

import sys
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import click

from .grading.refused import Unwritten

TO = ("canvas", "moodle", "csv", "json")
FILE = click.Path(dir_okay=False, path_type=Path)
THERE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
UNREAD = "The gradebook could not be read. The system says:"
NO_NBGRADER = "An export needs nbgrader. Install it: pip install “rapport[grade]”."


@click.command("export")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option("--to", type=click.Choice(TO), required=True, help="Who is to read the file.")
@click.option("-o", "--output", type=FILE, help="The file; ASSIGNMENT-grades-canvas.csv and the like if none.")
@click.option("--folder", type=FOLDER, default=".", help="The course's folder, with nbgrader_config.py in it.")
@click.option("--roster", type=THERE, help="For Canvas: the gradebook downloaded there, so that ids and titles fit.")
@click.option("--bom", is_flag=True, help="Begin with the mark by which Excel knows UTF-8.")
@click.option("--force", is_flag=True, help="Write over a file of the same name.")
def export_command(assignments: tuple[str, ...], folder: Path, roster: Path | None, **how) -> None:
    """Write the grades of ASSIGNMENT (all of them where none is named) to a file.

    What nobody has settled yet is an empty cell, never 0; standard error says
    whose. A number is a number; a text that a spreadsheet would run begins with
    an apostrophe (OWASP, “CSV Injection”).

    \b
    canvas  to upload under Grades, Import. An empty cell takes away a grade that
            stands in Canvas; with --roster the file keeps what stood there.
    moodle  to upload under Grades, Import, CSV file. Map “Username” (nbgrader's id)
            or “Email address”, then a grade and a feedback column an assignment.
            An empty cell may take away a grade that stands in Moodle.
    csv     a row for each learner and assignment, with all comments.
    json    the same, nested, with each answer's findings.

    A column by which Moodle knows people is left out where somebody has nothing in
    it, since Moodle would give their grade to another. Exit code 2 where nothing
    was written.
    """
    if not find_spec("nbgrader"):
        _refuse(NO_NBGRADER)
    warnings.filterwarnings("ignore", message="Object of type .* not in session")  # nbgrader's own, from its database
    from .grading.exports.command import export

    try:
        path, summary = export(folder, assignments, roster=str(roster or ""), **how)
    except FileNotFoundError:
        raise
    except Unwritten as error:
        _refuse(f"{UNREAD} {error}")
    except FileExistsError as error:
        _refuse(f"{error} With --force it is written over.")
    except OSError as error:
        _refuse(f"The file could not be written. The system says: {error}")
    click.echo(summary, err=True)
    click.echo(f"Written: {path}")


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


@click.command("comments")
@click.option("--label", "labels", multiple=True, help="The one for this finding, such as no-thanks.")
@click.option("--criterion", "criteria", multiple=True, help="Those for this criterion, such as message.close.")
def comments_command(labels: tuple[str, ...], criteria: tuple[str, ...]) -> None:
    """Print the comments that graders may send: all of them, or those for a finding or a criterion."""
    from .grading import comments

    found = comments.chosen(labels, criteria)
    click.echo("\n\n".join(f"{one.heading}\n{one.text}" for one in found))
