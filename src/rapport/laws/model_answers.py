"""What every file in scenarios/model-answers/ must hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .. import answers, assessing, catalog, ipynb, model_answers
from ..documents import Document, Fault, Faulty
from ..model_answers import ModelAnswers
from ..reading.brief import Brief, brief
from ..render.length import is_too_long, length_line
from . import law

DAY = datetime.date(2026, 3, 8)
"""The day on which they are read."""
STRONG = 9


@law
def answers_can_be_read() -> Iterator[Fault]:
    """A file is called by its brief and holds a strong answer and three weak ones."""
    for name, path in catalog.model_answer_paths().items():
        try:
            found, document = model_answers.read(path)
        except Faulty as error:
            yield from error.faults
            continue
        if found.brief != name or name not in catalog.brief_paths():
            message = f"The brief is “{found.brief}”, the file is called “{path.name}”."
            yield document.fault(("brief",), message, "Name both by a brief of scenarios/briefs/.")


@law
def every_brief_has_them() -> Iterator[Fault]:
    """Each brief has model answers, save those of the assignments, whose answers learners must not find."""
    asked = {answers.answer_text(cell.source).subject for path in catalog.assignment_paths().values()
             for cell in ipynb.load(path).answers if answers.kind_named(cell.source) == answers.BRIEF}
    for name, path in catalog.brief_paths().items():
        if name not in asked and name not in catalog.model_answer_paths():
            yield Fault(str(path), 1, "", "This brief has no model answers.", f"Write scenarios/model-answers/{name}.yaml.")


@law
def the_coach_reads_them_right() -> Iterator[Fault]:
    """The strong answer is short enough and scores at least 9 without a stated finding; a weak one draws each of its
    labels and scores less."""
    for name, path in catalog.model_answer_paths().items():
        try:
            found, document = model_answers.read(path)
        except Faulty:
            continue  # told above
        if name in catalog.brief_paths():
            yield from _strong_faults(brief(name), found, document)
            yield from _weak_faults(brief(name), found, document)


def _strong_faults(asked: Brief, found: ModelAnswers, document: Document) -> Iterator[Fault]:
    read = assessing.assess(found.strong, asked, DAY)
    stated = [finding.label for finding in read.findings if finding.sure]
    if stated:
        yield document.fault(("strong",), f"The reader states {', '.join(stated)}.", "Mend the answer, or the brief.")
    if read.score < STRONG:
        yield document.fault(("strong",), f"The reader gives {read.score} of 10.", f"It must give at least {STRONG}.")
    if is_too_long(found.strong.strip(), asked):
        yield document.fault(("strong",), f"It has {length_line(found.strong.strip(), asked)}.", "Shorten it.")


def _weak_faults(asked: Brief, found: ModelAnswers, document: Document) -> Iterator[Fault]:
    for at, weak in enumerate(found.weak):
        read = assessing.assess(weak.text, asked, DAY)
        seen = {finding.label for finding in read.findings}
        if read.score >= STRONG:
            told = f"The reader gives {read.score} of 10, as to a strong one."
            yield document.fault(("weak", at, "text"), told, "Make the fault plainer.")
        if missed := [label for label in weak.labels if label not in seen]:
            here = ("weak", at, "labels")
            told = f"The reader does not see {', '.join(missed)}; it sees {', '.join(sorted(seen)) or 'nothing'}."
            yield document.fault(here, told, "Make the fault plainer, or correct the labels.")
