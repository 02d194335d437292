"""Makes a class on this machine: users, folders, the grader's course. Each step says what it does before it does it.

Only what is missing is a step, so a second run goes on where the first ended, and
a run after new names were added makes just these. An account that was there
before is never touched.
"""

from __future__ import annotations

import csv
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from ..documents import Fault, Faulty
from . import course_folder, system
from .people import Person, learners
from .places import Places, places
from .settings import Settings
from .step import Step

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No l and 1, no o and 0, no i: people copy passwords from paper."""


def steps(settings: Settings) -> list[Step]:
    """What is still to be done until the class is there. Raises Faulty for a name that somebody else has."""
    where, people = places(settings), everybody(settings)
    _refuse_foreign(settings, people)
    return [
        *_group_step(settings),
        *_user_steps(settings, people),
        *_folder_steps(where),
        *course_folder.steps(settings, where),
        *_password_steps(settings, where, people),
    ]


def everybody(settings: Settings) -> list[Person]:
    """The grader, the instructors and the learners."""
    return [Person(settings.grader, f"Grader of {settings.course}"), *map(Person, settings.instructors), *learners(settings)]


def _refuse_foreign(settings: Settings, people: list[Person]) -> None:
    """An account that was not made for this class could be anybody's, or the system's own."""
    ours = set(system.made_for(settings.group))
    foreign = [person.name for person in people if system.user(person.name) and person.name not in ours]
    if foreign:
        raise Faulty([
            Fault(str(settings.file), 0, "", f"This machine has an account “{name}” already, which is not of this class.",
                  "Choose another name, for example with the class's name before it.")
            for name in foreign
        ])


def _group_step(settings: Settings) -> Iterator[Step]:
    if not system.group(settings.group):
        yield Step(f"Make the group {settings.group}.", lambda: system.add_group(settings.group))


def _user_steps(settings: Settings, people: list[Person]) -> Iterator[Step]:
    for person in people:
        if not system.user(person.name):
            yield Step(f"Make the user {person.name}, with a home that only {person.name} can read.",
                       lambda one=person: system.add_user(one.name, one.full_name, settings.group))


def _folder_steps(where: Places) -> Iterator[Step]:
    for folder in where.folders():
        if not _is_right(folder.path, folder.owner, folder.mode):
            yield Step(f"Make the folder {folder.path} ({folder.mode:04o}, {folder.owner}).",
                       lambda one=folder: _make(one.path, one.owner, one.mode))


def _is_right(path: Path, owner: str, mode: int) -> bool:
    account = system.user(owner)
    if not account or not path.is_dir() or path.is_symlink():
        return False
    found = path.stat()
    return found.st_uid == account.pw_uid and found.st_mode & 0o7777 == mode


def _make(path: Path, owner: str, mode: int) -> None:
    path.mkdir(parents=True, exist_ok=True)
    account = system.user(owner)
    os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    os.chmod(path, mode)


def _password_steps(settings: Settings, where: Places, people: list[Person]) -> Iterator[Step]:
    known = {name for name, *_ in read_passwords(where.passwords)}
    missing = [person for person in people if person.name != settings.grader and person.name not in known]
    if missing:
        yield Step(f"Give passwords to {len(missing)} users and write them into {where.passwords}.",
                   lambda: _give_passwords(where.passwords, missing))


def read_passwords(path: Path) -> list[list[str]]:
    """The rows of the file of passwords: name, full name, password; none where it is not there."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))[1:]
    except OSError:
        return []


def _give_passwords(path: Path, people: list[Person]) -> None:
    """Each password is written down before it is set, so that none is ever lost."""
    rows = read_passwords(path)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["name", "full name", "password"], *rows])
        for person in people:
            password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
            writer.writerow([person.name, person.full_name, password])
            file.flush()
            system.set_password(person.name, password)
