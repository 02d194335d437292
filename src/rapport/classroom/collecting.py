"""Collects what was handed in by whose it is. nbgrader itself goes by the name on the folder, and only warns.

Each class's own nbgrader_config.py names this class (see ``course_folder``).
"""

from __future__ import annotations

import os
import pwd
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect


class CollectFromOwners(ExchangeCollect):
    """As nbgrader's, but a folder counts as its owner's, whatever name it carries.

    So who hands in under another's name hands in their own. Folders of root, or of
    whoever collects, keep their name: an instructor may put one there by hand.
    """

    def _path_to_record(self, path: str) -> dict:
        record = super()._path_to_record(path)
        owner = Path(path).lstat().st_uid
        if owner in (0, os.getuid()):
            return record
        name = _name(owner)
        if name != record["username"]:
            self.log.warning("%s carries the name of %s but is owned by %s; it counts as handed in by %s.",
                             ascii(path), ascii(record["username"]), name, name)
        return {**record, "username": name}


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"unknown-{uid}"
