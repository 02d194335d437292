"""``rapport grade`` as somebody sees it who has typed it: progress, summary, exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from .batch import grade
from .batch_crew import Crew
from .batch_progress import progress
from .batch_summary import as_text
from .refused import Refused, Unwritten

STOPPED = "Stopped. What is graded stays; run the same command again to go on."
UNWRITTEN = "Grading had to end; what is graded stays, and nothing is left half done. The reason:"
REMEDY = (
    "Close what else uses the course's folder, see that its disk has room and that the gradebook's server, if it has one, "
    "runs. Then run the same command again."
)
NO_NBGRADER = "Grading needs nbgrader. Install it: pip install “rapport[grade]”."


def run(folder: Path, assignment: str, students: Sequence[str], force: bool, jobs: int | None) -> int:
    """Grade; how far it is goes to standard error, what came of it to standard output. Returns the exit code."""
    if not find_spec("nbgrader"):
        return _told(NO_NBGRADER, 2)
    try:
        summary = grade(folder, assignment, students, force, Crew(jobs) if jobs else None, progress(sys.stderr))
    except Refused as error:
        return _told(str(error), 2)
    except KeyboardInterrupt:
        return _told(f"\n{STOPPED}", 130)
    except (Unwritten, OSError) as error:
        return _told(f"{UNWRITTEN} {error}\n{REMEDY}", 2)
    print(as_text(summary, assignment))
    return 1 if summary.failed or summary.left_out else 0


def _told(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code
