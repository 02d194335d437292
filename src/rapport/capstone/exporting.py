"""Takes a plan out of the course: as a calendar file and as a page to print, beside the notebook."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from .. import catalog
from ..documents import Faulty
from ..reading import Reading, read
from ..reading.brief import Brief, brief, own_ids
from ..render.words import capital, counted
from . import files
from .kept_plan import kept_plan
from .printable import MARK, printable


class NoPlan(ValueError):
    """Raised where there is no plan to take out; the text says what to do."""


def plan_briefs() -> list[Brief]:
    """The briefs that a plan is written for and kept, the learner's own first."""
    found = []
    for name in (*own_ids(), *catalog.brief_paths()):
        try:
            known = brief(name)
        except (Faulty, catalog.Unknown):
            continue
        if known.is_plan and kept_plan(name):
            found.append(known)
    return found


def kept_reading(known: Brief, today: date | None = None) -> Reading:
    """The learner's plan for this brief as the course reads it. Raises NoPlan."""
    if not known.is_plan:
        raise NoPlan(f"“{known.title or known.id}” asks for a message. Only a plan has days for a calendar.")
    text = kept_plan(known.id)
    reading = read(text, known, today or date.today())
    if not text or reading.plan is None or not reading.plan.steps:
        raise NoPlan(f"There is no plan for “{known.title or known.id}” yet. Write it in its pad, one step a line.")
    return reading


def export(known: Brief, folder: Path | None = None, now: datetime | None = None) -> str:
    """Write ``follow-up-ID.ics`` and ``follow-up-ID.html`` into ``folder`` (the notebook's, where none is named).

    Returns what was written and how to open it, in words. Raises NoPlan.
    """
    from .calendar import PRODUCT, calendar  # its library takes a moment to load

    now = now or datetime.now(UTC)
    reading = kept_reading(known, now.astimezone().date())
    contents = {
        ".ics": (calendar(reading, now), PRODUCT.encode()),
        ".html": (printable(reading).encode(errors="replace"), MARK.encode()),
    }
    try:
        calendar_file, page = files.write(folder or Path.cwd(), f"follow-up-{known.id}", contents)
    except OSError:
        raise NoPlan("I cannot write in the folder of this notebook. Copy your plan by hand, or move the notebook to a "
                     "folder of your own.") from None
    return " ".join(part for part in (
        f"I wrote {calendar_file.name} and {page.name} beside this notebook.",
        "Open the first with your calendar program, or send it to your phone.",
        "Open the second in a browser and print it.",
        _undated(reading),
    ) if part)


def _undated(reading: Reading) -> str:
    bare = sum(not step.first and not step.left_out for step in reading.plan.steps)
    if not bare:
        return ""
    has, tasks = ("has", "it as a task") if bare == 1 else ("have", "them as tasks")
    return f"{capital(counted(bare, 'step'))} {has} no day yet, so the calendar holds {tasks}."
