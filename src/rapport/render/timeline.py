"""A plan as a picture in time: a row a person, dots for days, bars for spans, what has no day in a column of its own.

The picture is one inline SVG without script. Its places along the time are per cent and its letters are of fixed
size, so that it stays readable on a narrow screen and in print.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..reading import Reading
from ..reading.horizon import horizon_days
from ..reading.plan import PlanStep
from . import words
from .days import day_in_words, short_day, when_in_words
from .markup import element, escape
from .timescale import FOOT, LEFT, Scale, line, text, track, weeks

LONGEST = 270
"""The picture ends so many days after its start; what comes later is told in words."""
_TOP, _ROW = 26, 38
_NO_DAY = 16.0
NOBODY = "No person named"


@dataclass(frozen=True)
class Mark:
    """One touch on a row, from ``first`` to ``last``; both are None where it has no day.

    ``kind`` is step, round (it comes again, ``every`` so many days) or retry; ``told`` is the time in words.
    """

    first: date | None
    last: date | None
    kind: str
    told: str
    every: int = 0


@dataclass(frozen=True)
class Row:
    """A person's marks, in the order of the plan."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline:
    """The rows, and the days between which the picture stretches; ``event`` is the day that the plan counts from."""

    rows: tuple[Row, ...]
    first: date
    last: date
    event: date
    occasion: str


def timeline(reading: Reading) -> Timeline | None:
    """The picture's content; None where the plan has no step."""
    plan = reading.plan
    if plan is None or not plan.steps:
        return None
    rows: dict[str, list[Mark]] = {}
    for step in plan.steps:
        for name in (step.toward or (NOBODY,)) if not step.left_out else ():
            rows.setdefault(name, []).extend(_marks(step, reading.text, name in (*step.toward[:1], NOBODY)))
    begun = {name: min((mark.first for mark in marks if mark.first), default=date.max) for name, marks in rows.items()}
    names = sorted(rows, key=lambda name: (name == NOBODY, begun[name]))
    days = [day for marks in rows.values() for mark in marks for day in (mark.first, mark.last) if day]
    first = min([plan.anchor, *(day for day in days if day >= plan.anchor - timedelta(days=14))])
    last = max([plan.anchor + timedelta(days=min(horizon_days(reading.brief.horizon), LONGEST)), *days])
    occasion = "start" if not plan.duties.event or reading.brief.event.startswith("no event") else "event"
    named = full_names(reading)
    return Timeline(
        tuple(Row(named.get(name, name), tuple(rows[name])) for name in names), first,
        min(last, first + timedelta(days=LONGEST)), plan.anchor, occasion,
    )


def full_names(reading: Reading) -> dict[str, str]:
    """Each person's whole name by the name that the plan knows them by."""
    return {who.first: who.name for who in reading.place.people}


def _marks(step: PlanStep, text: str, waited_for: bool) -> list[Mark]:
    """The marks of one step on one row; only the one whom it goes to first is waited for."""
    when = step.when
    kind = "round" if when and when.kind == "recurring" else "step"
    first = when.first if when else None
    last = (when.last if when and kind == "step" else None) or first
    found = [Mark(first, last, kind, when_in_words(when, text), when.every if when else 0)]
    if step.retry and waited_for:
        said = when_in_words(step.retry, text)
        found.append(Mark(step.retry.first, step.retry.last or step.retry.first, "retry", said))
    return found


def row_in_words(row: Row) -> str:
    """``Lucinda Rebelo: Mon 16 March; Mon 6 April; May, if no answer comes``."""
    parts = [_told(mark.told, mark.kind) for mark in row.marks if mark.told]
    bare = sum(not mark.told and mark.kind == "step" for mark in row.marks)
    parts += [words.NO_DAY if bare == 1 else f"{words.counted(bare, 'step')} with no day yet"] if bare else []
    return f"{row.name}: {'; '.join(parts)}"


def _told(part: str, kind: str) -> str:
    return f"{part}, {words.IF_SILENT}" if kind == "retry" else part


def timeline_sentence(shown: Timeline) -> str:
    """The picture in words: when it starts and ends, and each row."""
    head = f"Timeline from {day_in_words(shown.first)} to {day_in_words(shown.last)}, {shown.occasion} on " \
           f"{day_in_words(shown.event)}."
    return " ".join([head, *(f"{row_in_words(row)}." for row in shown.rows)])


def timeline_svg(shown: Timeline) -> str:
    """The picture; role img, with the sentence as its text alternative."""
    undated = any(mark.first is None for row in shown.rows for mark in row.marks)
    left = _NO_DAY if undated else LEFT
    height = _TOP + _ROW * len(shown.rows) + FOOT
    place = Scale(shown.first, shown.last, left)
    parts = [weeks(shown.first, shown.last, place, height)]
    if undated:
        box = f'x="0" y="2" width="{_NO_DAY - 3.5:.1f}%" height="{height - FOOT}" rx="6"'
        parts.append(f'<rect class="rapport-noday" {box}/>')
        parts.append(text(words.NO_DAY_HEAD, 0, height - 6, "start", "tick"))
    parts.append(_event(shown, place, height))
    parts += [_row(row, number, place, left) for number, row in enumerate(shown.rows)]
    return element(
        "svg", "".join(parts), "timeline", role="img", aria_label=timeline_sentence(shown), width="100%",
        height=str(height), xmlns="http://www.w3.org/2000/svg",
    )


def legend(shown: Timeline) -> list[tuple[str, str]]:
    """The signs that this picture uses, each with what it stands for; the event's line comes last."""
    marks = [mark for row in shown.rows for mark in row.marks]
    dated = [mark for mark in marks if mark.first]
    long = any(mark.kind == "step" and _is_long(mark) for mark in dated)
    used = {
        "day": any(mark.kind == "step" and not _is_long(mark) for mark in dated),
        "round": any(mark.kind == "round" for mark in dated),
        "span": long, "retry": any(mark.kind == "retry" for mark in dated),
        "none": any(mark.first is None and mark.kind == "step" for mark in marks), "event": True,
    }
    return [words.LEGEND[kind] for kind, shows in used.items() if shows]


def _is_long(mark: Mark) -> bool:
    return bool(mark.first and mark.last and (mark.last - mark.first).days >= 2)


def _event(shown: Timeline, place: Scale, height: int) -> str:
    x = place.at(shown.event)
    label = f"{shown.occasion}, {short_day(shown.event)}"
    return line(x, 20, height - FOOT + 4, "event") + text(label, x, height - 6, "start" if x < 60 else "end", "tick")


def _row(row: Row, number: int, place: Scale, left: float) -> str:
    y = _TOP + number * _ROW
    kind = "nobody" if row.name == NOBODY else "name"
    drawn = [track(left, y + 26), text(row.name, left, y + 15, "start", kind, 7)]
    waiting = 0
    for mark in row.marks:
        if mark.first is None:
            if mark.kind == "step":
                drawn.append(_square(waiting, y + 26, mark))
                waiting += 1
        elif mark.kind == "round":
            drawn += [_dot(place.at(day), y + 26, 3, "dot", mark) for day in _rounds(mark, place)]
        elif _is_long(mark):
            drawn.append(_bar(place.at(mark.first), place.at(mark.last), y + 26, mark))
        else:
            drawn.append(_dot(place.at(mark.first), y + 26, 5.5, "retry" if mark.kind == "retry" else "dot", mark))
    return "".join(drawn)


def _rounds(mark: Mark, place: Scale) -> list[date]:
    """The days on which something comes round, as far as the picture goes; daily things are drawn twice a week."""
    every = max(mark.every, 3)
    left = place.days - (mark.first - place.first).days
    return [mark.first + timedelta(days=every * number) for number in range(max(left, 0) // every + 1)]


def _dot(x: float, y: int, size: float, kind: str, mark: Mark) -> str:
    return f'<circle class="rapport-{kind}" cx="{x:.2f}%" cy="{y}" r="{size}">{_title(mark)}</circle>'


def _bar(start: float, end: float, y: int, mark: Mark) -> str:
    kind = "retry" if mark.kind == "retry" else "span"
    width = max(end - start, 1.5)
    box = f'x="{start:.2f}%" y="{y - 4}" width="{width:.2f}%" height="8" rx="4"'
    return f'<rect class="rapport-{kind}" {box}>{_title(mark)}</rect>'


def _square(number: int, y: int, mark: Mark) -> str:
    return (f'<rect class="rapport-dot" x="1.5%" y="{y - 5}" width="9" height="9" rx="2" '
            f'transform="translate({13 * (number % 3)},{-7 * (number // 3)})">{_title(mark)}</rect>')


def _title(mark: Mark) -> str:
    return f"<title>{escape(_told(mark.told or words.NO_DAY, mark.kind))}</title>"
