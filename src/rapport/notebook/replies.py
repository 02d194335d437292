"""What stands under an answer cell after it has been run."""

from __future__ import annotations

from .. import catalog, render, versions
from ..answers import COMMANDS, Answer, is_untouched
from ..assessing import assess
from ..documents import Faulty
from ..reading.brief import Brief
from ..reading.brief import brief as brief_named
from ..render import Card


def reply(command: str, answer: Answer, remark: str = "") -> Card:
    """The reading of an answer, or one sentence on what is missing.

    ``command`` is the one written, draft or plan (``played`` and ``reflect`` have replies of their own); ``remark`` is put above the
    reading. The text is kept, and compared with the last one that differs.
    """
    if answer.subject is None:
        example = f"%%{command} {example_of(command)}"
        return render.note(f"Please say on the first line which situation you write for, such as “{example}”.")
    try:
        brief = brief_named(answer.subject)
    except catalog.Unknown as error:
        return render.note(not_found(command, "situation", error))
    except Faulty as error:
        return render.note(*str(error).splitlines())
    if is_untouched(answer.prose):
        return render.note(_nothing_yet(brief))
    remarks = [text for text in (remark or _wrong_command(command, brief),) if text]
    return above(render.note(*remarks) if remarks else None, _reading(brief, answer.prose))


def first_line(brief: Brief) -> str:
    """The line that an answer to this brief starts with."""
    return f"%%{COMMANDS[brief.is_plan]} {brief.id}"


def line_lost(command: str = "draft") -> str:
    """What to tell a learner whose cell does not say, and does not let us infer, what it answers."""
    return (
        "Your words are here, but the line that says what they answer is missing: "
        f"write a line such as “%%{command} {example_of(command)}” above them and run the cell again."
    )


def _reading(brief: Brief, prose: str) -> Card:
    key = f"drafts/{brief.id}"
    before = versions.last_different(key, prose)
    versions.keep(key, prose)
    earlier = None if before is None else render.Earlier(before, assess(before, brief))
    assessment = assess(prose, brief)
    return Card(
        render.assessment_html(assessment, prose, brief, earlier),
        render.assessment_text(assessment, prose, brief, earlier),
    )


def above(card: Card | None, other: Card) -> Card:
    """One card above another, or the other alone."""
    return other if card is None else Card(f"{card.html}\n{other.html}", f"{card.text}\n\n{other.text}")


def _nothing_yet(brief: Brief) -> str:
    thing = "plan" if brief.is_plan else "message"
    return (
        f"Nothing is written yet. Write your {thing} under the line “{first_line(brief)}”, "
        "then run the cell again (Shift+Enter)."
    )


def _wrong_command(command: str, brief: Brief) -> str:
    if command == COMMANDS[brief.is_plan]:
        return ""
    thing = "a plan" if brief.is_plan else "a message"
    right = first_line(brief)
    return f"This situation asks for {thing}, so the first line should be “{right}”; I have read it all the same."


def not_found(command: str, thing: str, error: catalog.Unknown) -> str:
    """What to tell a learner whose first line names a ``thing`` that is not there."""
    nearest = " or ".join(f"“%%{command} {name}”" for name in error.nearest)
    offered = f" Did you mean {nearest}?" if nearest else ""
    return f"There is no {thing} called “{error.name}”.{offered}"


def example_of(command: str) -> str:
    """A name that could stand on the first line of an answer."""
    if command == "played":
        return next(iter(catalog.scene_paths()), "name-of-the-scene")
    if command == "reflect":
        return "looking-back"
    names = catalog.brief_paths()
    return next((name for name in names if brief_named(name).is_plan == (command == "plan")), "name-of-the-situation")
