"""The ``rapport`` command."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import click

from . import catalog, cli_class, cli_hand_in
from .cli_export import comments_command, export_command
from .documents import Faulty

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])


class Friendly(click.Group):
    """Turns the errors people can mend into one message and exit code 2."""

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except (catalog.Unknown, Faulty, FileNotFoundError) as error:
            click.echo(error.args[0] if isinstance(error, LookupError) else str(error), err=True)
            ctx.exit(2)


@click.group(cls=Friendly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rapport")
def main() -> None:
    """Learn professional networking by making its classic mistakes safely."""


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--teach", is_flag=True, help="Show the instructor's tools.")
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening a browser.")
@click.option("--port", type=click.IntRange(1, 65535), help="Use this port.")
def learn(folder: Path | None, teach: bool, no_browser: bool, port: int | None) -> None:
    """Open the course in JupyterLab.

    Outside a checkout the lessons are first copied to FOLDER (rapport-course
    unless you name one); files that you have changed are never touched.
    """
    from .lab import launch

    sys.exit(launch.learn(folder, browser=not no_browser, port=port, teach=teach))


@main.command()
@click.argument("drafts", type=click.File(encoding="utf-8", errors="surrogateescape"))
@click.option("--briefs", type=FILE, help="The briefs' file; the course's own where none is named.")
@click.option("--today", type=DAY, help="The day to count dates from, as 2026-11-21.")
def assess(drafts, briefs: Path | None, today: datetime.datetime | None) -> None:
    """Read drafts, one JSON object {"id", "brief", "text"} a line, and judge each.

    Results go to standard output, one JSON object a line, in order. A line that
    cannot be read is named on standard error, and the exit code is then 2.
    """
    from .assessing.batch import BadLine, assess_lines

    failed = False
    for result in assess_lines(_shown(drafts), _briefs(briefs), today.date() if today else None):
        if isinstance(result, BadLine):
            click.echo(str(result), err=True)
            failed = True
        else:
            click.echo(json.dumps(result))  # in ASCII, which every terminal and pipe can carry
    sys.exit(2 if failed else 0)


@main.command()
@click.argument("gold", type=click.File(encoding="utf-8"))
@click.option("--briefs", type=FILE, help="The briefs' file; the course's own where none is named.")
@click.option("--today", type=DAY, help="The day to count dates from, as 2026-11-21.")
@click.option("--by-brief", is_flag=True, help="Also one line for each brief.")
@click.option("--worst", default=0, metavar="N", help="Also the N drafts where reader and rating part most.")
def accuracy(gold, briefs: Path | None, today: datetime.datetime | None, by_brief: bool, worst: int) -> None:
    """Compare the reader with labelled drafts: agreement, precision and recall."""
    from .assessing import disagreement
    from .assessing.accuracy import accuracy as compare
    from .assessing.batch import BadLine, assess_lines

    lines = [line for line in gold if line.strip()]
    results = list(assess_lines(_shown(lines), _briefs(briefs), today.date() if today else None))
    faults = [result for result in results if isinstance(result, BadLine)]
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        sys.exit(2)
    rows = [json.loads(line) for line in lines]
    click.echo(compare(rows, results).table())
    if by_brief:
        click.echo("\n" + disagreement.by_brief(rows, results))
    if worst:
        click.echo("\n" + disagreement.worst(rows, results, worst))


@main.command()
@click.argument("assignment")
@click.option("--folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="The course's folder, where nbgrader_config.py lies; this folder if none.")
@click.option("--jobs", type=click.IntRange(1), help="How many work at once; as many as there are processors if none.")
@click.option("--student", "students", multiple=True, metavar="ID", help="Grade this learner only; may be repeated.")
@click.option("--force", is_flag=True, help="Grade again what is graded and unchanged.")
def grade(assignment: str, folder: Path, jobs: int | None, students: tuple[str, ...], force: bool) -> None:
    """Grade what a class handed in for ASSIGNMENT, as `nbgrader autograde` does, and much faster.

    It reads submitted/ID/ASSIGNMENT/ and writes the same gradebook and the same
    autograded/ folder. Nothing that a learner wrote is run. What cannot be
    marked for sure waits for a person in formgrader, without marks.

    You can stop it at any time and start it again: it goes on where it was, and
    passes over what is graded and has not changed since. After a new due
    date or another late penalty use --force. The exit code is 0 if everybody is
    graded or waits for a person, 1 if a submission failed, 2 if grading could not begin.
    """
    from .grading import batch_command

    sys.exit(batch_command.run(folder, assignment, students, force, jobs))


@main.command("catalog")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.option("--balance", is_flag=True, help="Whom one meets in the scenes, and how evenly, instead of the material.")
def catalog_command(as_json: bool, balance: bool) -> None:
    """List mistakes, lessons, scenes, briefs and assignments."""
    from . import inventory

    content = inventory.balance() if balance else inventory.build()
    click.echo(json.dumps(content, ensure_ascii=False, indent=2) if as_json else inventory.as_text(content))


@main.command()
def check() -> None:
    """Hold the course's material to its laws and say what to mend."""
    from . import laws

    faults = laws.check()
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        click.echo(f"{len(faults)} to mend.", err=True)
        sys.exit(1)
    kinds = {"mistakes": catalog.mistakes(), "scenes": catalog.scene_paths(), "briefs": catalog.brief_paths(),
             "lessons": catalog.lesson_paths(), "assignments": catalog.assignment_paths()}
    click.echo("All laws hold. " + ", ".join(f"{kind}: {len(found)}" for kind, found in kinds.items()) + ".")


@main.command()
@click.argument("scene")
@click.option("--choices", help="Play these choices first, as 0,2,1 (counted from 0 in the file's order).")
def play(scene: str, choices: str | None) -> None:
    """Play SCENE (its name, or the path of its file) in the terminal."""
    from .playing import load_scene, terminal

    loaded = load_scene(scene)
    try:
        moves = [int(choice) for choice in choices.split(",")] if choices else None
    except ValueError:
        raise click.BadParameter("write whole numbers with commas between them, as 0,2,1", param_hint="--choices")
    sys.exit(terminal.play(loaded, moves))


@main.command("map")
@click.argument("scene")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; SCENE.svg if none.")
def map_command(scene: str, output: Path | None) -> None:
    """Draw the turns and choices of SCENE (its name, or the path of its file) as an SVG picture."""
    from .playing import load_scene
    from .render.scene_map import scene_map

    loaded = load_scene(scene)
    path = output or Path(f"{loaded.id}.svg")
    path.write_text(scene_map(loaded), encoding="utf-8")
    click.echo(f"Drawn: {path}")


@main.command()
@click.argument("scene")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; SCENE-pair.html if none.")
def pair(scene: str, output: Path | None) -> None:
    """Write SCENE (its name, or the path of its file) as three sheets to print and play face to face."""
    from .playing import load_scene
    from .render.pair_sheet import pair_document

    loaded = load_scene(scene)
    path = output or Path(f"{loaded.id}-pair.html")
    path.write_text(pair_document(loaded), encoding="utf-8")
    click.echo(f"Written: {path}\nOpen it in a browser and print it: one sheet for each of you.")


@main.group()
def new() -> None:
    """Start a new file of the course."""


@new.command("scene")
@click.argument("slug")
def new_scene(slug: str) -> None:
    """Write scenarios/scenes/SLUG.yaml: a small scene that plays, for you to change."""
    from .playing.template import write

    try:
        path = write(slug)
    except (FileExistsError, ValueError) as error:
        raise click.BadParameter(str(error), param_hint="SLUG") from error
    click.echo(f"Written: {path}\nPlay it:  rapport play {slug}\nCheck it: rapport check")


@main.command()
def schema() -> None:
    """Print the JSON Schema of scene files, by which editors complete and check them."""
    from .playing.schema import as_text

    click.echo(as_text(), nl=False)


main.add_command(export_command)
main.add_command(comments_command)


def _briefs(path: Path | None):
    from .reading.brief import brief, load_file

    if path:
        return load_file(path)
    return {name: brief(name) for name in catalog.brief_paths()}


def _shown(lines):
    """The lines with a progress bar on standard error, where a person is looking at it."""
    if not sys.stderr.isatty():
        return lines
    return _with_bar(list(lines))


def _with_bar(lines: list):
    with click.progressbar(lines, label="Reading", file=sys.stderr) as bar:
        yield from bar


for command in (*cli_class.COMMANDS, *cli_hand_in.COMMANDS):
    main.add_command(command)

if __name__ == "__main__":
    main()
