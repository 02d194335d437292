"""Where a class lies on the machine, and who may go there.

| folder of the class | whose | mode | why |
|---|---|---|---|
| (itself) | root | 0755 | everybody passes through |
| hub/ | root | 0700 | database, cookie secret, tokens |
| config/ | root | 0755 | nbgrader's settings, which everybody reads |
| exchange/ | root | 1777 | nbgrader asks for it; nobody removes what is another's |
| exchange/COURSE/ | grader | 0755 | made before learners come, so that nobody else makes it |
| exchange/COURSE/inbound/ | grader | 3733 | everybody puts in, nobody looks in, nobody takes out |

Every home is 0700. The passwords lie in hub/.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .settings import Settings

COURSE = "course"
"""The grader's folder of the course, in the grader's home."""
LEARNING = "rapport"
"""The learner's folder of the course, in the learner's home."""


@dataclass(frozen=True)
class Folder:
    """A folder with its owner and its mode."""

    path: Path
    owner: str
    mode: int


@dataclass(frozen=True)
class Places:
    """The paths of one class."""

    root: Path
    course: str
    grader: str

    @property
    def hub(self) -> Path:
        return self.root / "hub"

    @property
    def config(self) -> Path:
        return self.root / "config"

    @property
    def pages(self) -> Path:
        """Notebooks of the class's own, which every learner gets beside the lessons."""
        return self.config / "pages"

    @property
    def exchange(self) -> Path:
        return self.root / "exchange"

    @property
    def passwords(self) -> Path:
        return self.hub / "passwords.csv"

    def folders(self) -> list[Folder]:
        """Every folder of the table above, parents first."""
        course = self.exchange / self.course
        return [
            Folder(self.root, "root", 0o755),
            Folder(self.hub, "root", 0o700),
            Folder(self.config, "root", 0o755),
            Folder(self.exchange, "root", 0o1777),
            Folder(course, self.grader, 0o755),
            Folder(course / "outbound", self.grader, 0o755),
            Folder(course / "inbound", self.grader, 0o3733),
            Folder(course / "feedback", self.grader, 0o711),
        ]


def places(settings: Settings) -> Places:
    """The paths of the class that ``settings`` describe."""
    return Places(settings.place(settings.folder), settings.course, settings.grader)
