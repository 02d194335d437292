"""Puts the file of a learner where nbgrader looks for it, and loses none that was there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from .claims import Claim, Unclear
from .deciding import Choice

TAKEN, RENEWED, THERE, OLDER = "taken", "renewed", "already there", "older"
BY_HAND = "There is another file in {}, which did not come by this command."
OTHER_HAND = "What is in {} came from “{}”, and this from “{}”."
WHICH_IS_LATER = "There is another file of the same time in {}."
LEADS_AWAY = "{} is a link, so nothing was written there."
CLASH = "There is a folder “{}” already: on many computers the two are one."
REPLACE = "Look at both. To put this one in its place, use --replace; the other is kept aside."
RENAME = "Rename or remove that folder, then collect again."


@dataclass(frozen=True)
class Placed:
    """What became of a learner's latest file; ``kept`` is how many older files lie aside now that did not before."""

    claim: Claim
    what: str
    kept: int = 0


class Places:
    """The folders ``submitted/LEARNER/ASSIGNMENT`` of a course, a note of what came from where, and what lies aside."""

    def __init__(self, course: CourseDirectory, *, replace: bool = False, dry_run: bool = False):
        self._course, self._replace, self._dry = course, replace, dry_run
        notes = Path(course.root, ".rapport")
        self._aside = notes / "earlier" / course.assignment_id
        self._note = notes / f"collect-{course.assignment_id}.json"
        self._known = _noted(self._note)

    def folder(self, person: str) -> Path:
        """Where the learner's submission lies, or is to lie."""
        course = self._course
        return Path(course.format_path(course.submitted_directory, person, course.assignment_id))

    def has(self, person: str) -> bool:
        """Whether a notebook of the learner is there."""
        return any(self.folder(person).glob("*.ipynb"))

    def put(self, choice: Choice) -> Placed | Unclear:
        """Put the latest file of a learner into its folder, and the earlier ones aside. Raises OSError."""
        claim, folder = choice.latest, self.folder(choice.latest.person.id)
        if why := self._closed(folder):
            return Unclear(claim.found.place, why, RENAME, claim.person)
        there = folder / f"{claim.notebook}.ipynb"
        what, why = self._compared(claim, there)
        if why:
            return Unclear(claim.found.place, why, REPLACE, claim.person)
        kept = sum(self._keep(one.person.id, one.found.path, one.when) for one in choice.earlier)
        if what == OLDER:
            kept += self._keep(claim.person.id, claim.found.path, claim.when)
        elif what == RENEWED:
            kept += self._keep_folder(claim.person.id, folder)
        if what != OLDER and not self._dry:
            self._write(claim, there, renew=what != THERE)
        return Placed(claim, what, kept)

    def _compared(self, claim: Claim, there: Path) -> tuple[str, str]:
        """What the file is beside the one that is there, and why that cannot be told."""
        others = [path for path in there.parent.glob("*.ipynb") if path != there]
        if not there.exists() and not others:
            return TAKEN, ""
        digest = _digest(there) if there.exists() else ""
        if digest == claim.digest:
            return THERE, ""
        if self._replace:
            return RENEWED, ""
        note = self._known.get(claim.person.id, {})
        if others or note.get("sha256") != digest:
            return "", BY_HAND.format(there.parent)
        if note.get("source") != claim.source:
            return "", OTHER_HAND.format(there.parent, note.get("source"), claim.source)
        before, now = note.get("when") or "", _written(claim.when)
        if before == now:
            return "", WHICH_IS_LATER.format(there.parent)
        return (RENEWED if now > before else OLDER), ""

    def _closed(self, folder: Path) -> str:
        """Why nothing may be written into the folder; empty where it may."""
        learner, root = folder.parent, folder.parent.parent
        for path in (learner, folder, *folder.glob("*")):
            if path.is_symlink():
                return LEADS_AWAY.format(path)
        others = {path.name for path in root.glob("*")} - {learner.name}
        return next((CLASH.format(name) for name in others if _same(name) == _same(learner.name)), "")

    def _keep_folder(self, person: str, folder: Path) -> int:
        when = _read(self._known.get(person, {}).get("when"))
        return sum(self._keep(person, path, when) for path in sorted(folder.glob("*.ipynb")))

    def _keep(self, person: str, path: Path, when: datetime | None) -> int:
        """Lay a copy aside; 0 where the same lies there already."""
        folder, digest = self._aside / person, _digest(path)
        if any(folder.glob(f"*{digest[:16]}.ipynb")):
            return 0
        if not self._dry:
            folder.mkdir(parents=True, exist_ok=True)
            moment = f"{when:%Y%m%d-%H%M%S}" if when else "no-time"
            _copy(path, folder / f"{moment}-{digest[:16]}.ipynb")
        return 1

    def _write(self, claim: Claim, there: Path, renew: bool) -> None:
        """The time first, then the file, the note last: stopped in between, the next run does the rest."""
        there.parent.mkdir(parents=True, exist_ok=True)
        time = there.parent / "timestamp.txt"
        if claim.when and (renew or not time.exists()):
            _replace(time, f"{claim.when:%Y-%m-%d %H:%M:%S.%f} UTC\n")
        elif renew:
            time.unlink(missing_ok=True)
        if renew:
            _copy(claim.found.path, there)
            for path in there.parent.glob("*.ipynb"):
                if path != there:
                    path.unlink()  # it lies aside now
        note = {"sha256": claim.digest, "source": claim.source, "when": _written(claim.when)}
        if self._known.get(claim.person.id) != note and (renew or claim.person.id not in self._known):
            self._known[claim.person.id] = note
            self._note.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._note, json.dumps(self._known, indent=1))


def _noted(path: Path) -> dict[str, dict]:
    """What was collected before; a note that is missing or damaged counts as nothing."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: note for name, note in found.items() if isinstance(note, dict)} if isinstance(found, dict) else {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _written(when: datetime | None) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if when else ""


def _read(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    os.replace(part, target)


def _replace(path: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(temporary, path)
