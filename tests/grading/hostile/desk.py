"""An instructor's desk: a course whose whole class attacks, and what must stay as it is while it is graded."""

import hashlib
import os
import socket
import stat
from pathlib import Path

import psutil

from . import CASES
from .cases import Case, Place, write

SECRET = "canary-5b1e9c7a"
PROCESS = "86311.5"
FIRST, LAST = "a-first", "z-last"
"""Two honest learners, before and after all others."""


class Desk:
    """The folder of a course, a file outside it, a port and a secret that no attack may reach."""

    def __init__(self, course, outside: Path):
        self.course, self.outside = course, outside
        self.door = socket.create_server(("127.0.0.1", 0))
        self.door.settimeout(0)
        (outside / "secret.txt").write_text(SECRET)
        released, solved = course.notebook("exercises"), course.notebook("solutions")
        honest = Case(Place.answered, None)
        for name, case in {FIRST: honest, **CASES, LAST: honest}.items():
            folder = course.folder / "submitted" / (case.folder or name) / course.assignment
            place = Place(released, solved, folder, course.folder, outside / "reached", self.port, PROCESS)
            self.aimed = place.aimed
            content = case.make(place)
            if content is not None:
                write(place, content)
        self.before = self.untouchable()

    @property
    def port(self) -> int:
        """The port that an attack would call."""
        return self.door.getsockname()[1]

    def untouchable(self) -> dict[str, str]:
        """A mark for every file that grading only reads, and for everything outside the course."""
        kept = [self.course.folder / name for name in ("solutions", "exercises", "submitted", "nbgrader_config.py")]
        return {str(path): _mark(path) for top in [*kept, self.outside] for path in [top, *below(top)]}

    def reached(self) -> list[str]:
        """What an attack has reached outside the files: the port, a process."""
        try:
            self.door.accept()
            return ["the port"]
        except BlockingIOError:
            pass
        return [str(one.pid) for one in psutil.process_iter(["cmdline"]) if PROCESS in (one.info["cmdline"] or ())]

    def moved(self, aside: Path) -> set[str]:
        """Move what grading has written to another folder, as if nobody had been graded; returns the names of the files."""
        made = {path.relative_to(self.course.folder).as_posix() for path in self.made()}
        for name in {name.split("/")[0] for name in made}:
            (self.course.folder / name).rename(aside / name)
        return made

    def made(self) -> list[Path]:
        """Every file that grading has written, but for the notes of ``rapport grade``."""
        kept = {"solutions", "exercises", "submitted", "nbgrader_config.py", ".rapport"}
        return [path for path in below(self.course.folder)
                if path.relative_to(self.course.folder).parts[0] not in kept and not path.is_dir()]


def below(folder: Path) -> list[Path]:
    return [Path(top, name) for top, folders, files in os.walk(folder) for name in [*folders, *files]]


def _mark(path: Path) -> str:
    """Kind, size and content of a file; links and pipes are not opened."""
    about = os.lstat(path)
    content = path.read_bytes() if stat.S_ISREG(about.st_mode) else b""
    link = os.readlink(path) if stat.S_ISLNK(about.st_mode) else ""
    return f"{stat.S_IFMT(about.st_mode)} {hashlib.sha256(content).hexdigest()} {link}"
