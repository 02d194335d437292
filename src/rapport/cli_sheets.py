"""The command that writes sheets to print for a class."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("sheets")
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path),
              help="The folder; it is made where it is missing.")
@click.option("--scene", "scenes", multiple=True, metavar="SCENE",
              help="Pair-work cards for this scene; may be repeated. Those that the plans play if none.")
def sheets_command(folder: Path, scenes: tuple[str, ...]) -> None:
    """Write sheets to print on A4: checklist, plans, pair-work and question cards, and blank sheets.

    Each is an HTML file: open it in a browser and print it. Plans and checklist are
    read from teaching/plans.md and teaching/before-class.md, so that you can change
    them there. Files of the same names in the folder are replaced.
    """
    from .sheets import write

    paths = write(folder, scenes)
    for path in paths:
        click.echo(path)
    click.echo(f"{len(paths)} files. Open them in a browser and print them.", err=True)
