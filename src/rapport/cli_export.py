"""The commands that bring grades out of the course, and the comments to go with them."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import click

TO = ("canvas", "moodle", "csv", "json")
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("export")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option("--to", type=click.Choice(TO), required=True, help="Who is to read the file.")
@click.option("-o", "--output", type=FILE, help="The file; ASSIGNMENT-canvas.csv and the like if none.")
@click.option("--roster", type=FILE, help="For Canvas: the gradebook downloaded there, so that ids and titles fit.")
@click.option("--bom", is_flag=True, help="Begin with the mark by which Excel knows UTF-8.")
@click.option("--force", is_flag=True, help="Write over a file of the same name.")
def export_command(assignments: tuple[str, ...], to: str, output: Path | None, roster: Path | None, **how: bool) -> None:
    """Write the grades of ASSIGNMENT (all of them where none is named) to a file.

    Run it in the course's folder, after nbgrader autograde. What nobody has
    settled yet is an empty cell, never 0; standard error says whose. A number is
    a number; a text that a spreadsheet would run begins with an apostrophe.

    \b
    canvas  to upload under Grades, Import. An empty cell takes away a grade that
            stands in Canvas; with --roster the file keeps what stood there.
    moodle  to upload under Grades, Import, CSV file. Map “Username” (nbgrader's id)
            or “Email address”, then a grade and a feedback column an assignment.
    csv     a row for each learner and assignment, with all comments.
    json    the same, nested, with each answer's findings.
    """
    from . import catalog
    from .documents import Faulty

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Object of type .* not in session")  # nbgrader's own, from its database
        from .grading.exports.command import export

        try:
            path, summary = export(assignments, to, output, roster=str(roster or ""), **how)
        except FileExistsError as error:
            click.echo(f"{error.args[0]} (--force)", err=True)
            sys.exit(2)
        except (catalog.Unknown, Faulty, FileNotFoundError):
            raise
        except OSError as error:
            click.echo(f"The file could not be written: {error}", err=True)
            sys.exit(2)
    click.echo(summary, err=True)
    click.echo(f"Written: {path}")


@click.command("comments")
@click.option("--label", "labels", multiple=True, help="The one for this finding, such as no-thanks.")
@click.option("--criterion", "criteria", multiple=True, help="Those for this criterion, such as message.close.")
def comments_command(labels: tuple[str, ...], criteria: tuple[str, ...]) -> None:
    """Print the comments that graders may send: all of them, or those for a finding or a criterion."""
    from .grading import comments

    found = comments.chosen(labels, criteria)
    click.echo("\n\n".join(f"{one.heading}\n{one.text}" for one in found))
