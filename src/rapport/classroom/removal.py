"""Takes a class away again: the users that were made for it, their homes, and the class's folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from . import system
from .places import places
from .settings import Settings
from .step import Step


def steps(settings: Settings) -> list[Step]:
    """What there is to remove. Only accounts that were made for this class are, whoever stands in the roster."""
    return [*_user_steps(settings), *_group_step(settings), *_folder_step(settings)]


def _user_steps(settings: Settings) -> Iterator[Step]:
    for name in system.made_for(settings.group):
        if account := system.user(name):
            yield Step(f"Remove the user {name} and everything in {account.pw_dir}.", lambda one=name: system.remove_user(one))


def _group_step(settings: Settings) -> Iterator[Step]:
    if system.group(settings.group):
        yield Step(f"Remove the group {settings.group}.", lambda: system.remove_group(settings.group))


def _folder_step(settings: Settings) -> Iterator[Step]:
    where = places(settings)
    for folder in (where.hub, where.config, where.exchange):
        if folder.is_dir():
            yield Step(f"Remove {folder} and everything in it.", lambda one=folder: shutil.rmtree(one))
