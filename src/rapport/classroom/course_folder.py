"""The grader's course, nbgrader's settings for everybody, and whose names the gradebook knows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from ..lab import launch
from . import system
from .places import COURSE, Places
from .settings import Settings
from .step import Step

COPIED = ("solutions", "exercises")
CONFIG = "nbgrader_config.py"
EXCHANGE = '''"""Where this class hands in. Every user's nbgrader reads this file."""

c = get_config()  # noqa: F821 (nbgrader provides it)

c.CourseDirectory.course_id = "{course}"
c.Exchange.root = "{exchange}"
'''
OWN = '''
# This class.
c.CourseDirectory.course_id = "{course}"
c.CourseDirectory.root = "{root}"
c.Exchange.root = "{exchange}"
c.ExchangeFactory.collect = "rapport.classroom.collecting.CollectFromOwners"
'''


def steps(settings: Settings, where: Places) -> Iterator[Step]:
    """What is missing of the course."""
    shared = where.config / CONFIG
    text = EXCHANGE.format(course=where.course, exchange=where.exchange)
    if not _holds(shared, text):
        yield Step(f"Write {shared}.", lambda: _write(shared, text))
    yield from _page_steps(settings, where)
    missing = _missing(settings)
    if missing:
        yield Step(f"Copy the course to the grader ({', '.join(missing)}); files that are there stay as they are.",
                   lambda: _copy(settings, where))


def _page_steps(settings: Settings, where: Places) -> Iterator[Step]:
    """The board's page for learners."""
    found = (settings.place(settings.checkout) / "deploy/hub/board").glob("*.ipynb") if settings.board else ()
    for page in sorted(found):
        copy = where.pages / page.name
        if not copy.is_file() or copy.read_bytes() != page.read_bytes():
            yield Step(f"Put the page {page.name} where learners' servers take it from.",
                       lambda one=page, to=copy: _put(one, to))


def grader_course(settings: Settings) -> Path:
    """The folder in which the class is graded."""
    account = system.user(settings.grader)
    home = Path(account.pw_dir) if account else Path("/home", settings.grader)
    return home / COURSE


def _missing(settings: Settings) -> list[str]:
    """The parts of the course that the grader has not got, by the names of their folders."""
    source, target = settings.place(settings.checkout), grader_course(settings)
    notebooks = (path.relative_to(source) for kind in COPIED for path in sorted((source / kind).glob("*/*.ipynb")))
    missing = [str(path.parent) for path in notebooks if not (target / path).exists()]
    return list(dict.fromkeys(missing)) + ([] if (target / CONFIG).exists() else [CONFIG])


def _copy(settings: Settings, where: Places) -> None:
    source, target = settings.place(settings.checkout), grader_course(settings)
    launch.fill(source, target, COPIED)
    if not (target / CONFIG).exists():
        shutil.copyfile(source / CONFIG, target / CONFIG)
        with (target / CONFIG).open("a", encoding="utf-8") as file:
            file.write(OWN.format(course=where.course, root=target, exchange=where.exchange))
    system.own(target, settings.grader)
    target.chmod(0o700)


def _put(page: Path, copy: Path) -> None:
    copy.parent.mkdir(exist_ok=True)
    copy.parent.chmod(0o755)
    shutil.copyfile(page, copy)
    copy.chmod(0o644)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
