"""A learner's progress as a picture in time, in words and as a table: when each mistake was made, and when got right."""

from __future__ import annotations

from datetime import date, timedelta

from .. import catalog
from ..reviewing.overview import Overview, Row, ScenePlayed
from . import words
from .days import day_in_words, short_day
from .markup import bullets, element, escape, heading, paragraph
from .timescale import FOOT, LEFT, Scale, line, text, track, weeks

TITLE = "Your progress"
EMPTY = "Nothing is kept here yet. Play a scene or judge some messages, and this page begins to fill."
LEGEND = (("○", "made"), ("●", "got right"), ("✓", "mended: right after 1, 3, 7 and 21 days"))
_TOP, _ROW, _UNIT = 26, 42, 34
_SHORTEST = 7
"""The picture shows at least so many days."""


def progress_html(shown: Overview) -> str:
    """The inside of the card; all of it escaped."""
    if shown.is_empty:
        return heading(TITLE) + paragraph(EMPTY)
    return "\n".join([heading(TITLE), paragraph(_counts(shown)), *_mistakes(shown), *_scenes(shown.scenes)])


def progress_text(shown: Overview) -> str:
    """The picture in words, a sentence a mistake."""
    rows = [row for rows in shown.rows.values() for row in rows]
    first, last = _span(shown)
    head = f"Mistakes made and got right from {day_in_words(first)} to {day_in_words(last)}."
    return " ".join([head, *(f"{_title(row)}: {_told(row, shown.today)}" for row in rows)])


def progress_svg(shown: Overview) -> str:
    """The picture: a row a mistake, grouped by the parts of the course; role img, with its words as alternative."""
    first, last = _span(shown)
    place = Scale(first, last)
    count = sum(map(len, shown.rows.values()))
    height = _TOP + _UNIT * len(shown.rows) + _ROW * count + FOOT
    parts, y = [weeks(first, last, place, height), _today(last, place, height)], _TOP
    for unit, rows in shown.rows.items():
        parts.append(text(words.UNITS[unit], LEFT, y + 22, "start", "unit"))
        y += _UNIT
        for row in rows:
            parts.append(_drawn(row, y, place))
            y += _ROW
    return element("svg", "".join(parts), "timeline", role="img", aria_label=progress_text(shown), width="100%",
                   height=str(height), xmlns="http://www.w3.org/2000/svg")


def _counts(shown: Overview) -> str:
    rows = [row for rows in shown.rows.values() for row in rows]
    mended = sum(row.standing.is_mended for row in rows)
    begun = f"You have begun {shown.begun} of {shown.lessons} lessons."
    if not rows:
        return f"{begun} No mistake has been made yet."
    return f"{begun} You have met {words.counted(len(rows), 'mistake')}, and {_verb(mended)} mended."


def _verb(number: int) -> str:
    return {0: "none is", 1: "one is"}.get(number, f"{words.counted(number, 'thing').split()[0]} are")


def _mistakes(shown: Overview) -> list[str]:
    if not shown.rows:
        return []
    signs = (f"{element('b', escape(sign))} {escape(said)}" for sign, said in LEGEND)
    legend = element("p", " ".join(element("span", sign) for sign in signs), "legend", aria_hidden="true")
    return [progress_svg(shown), legend, _table(shown)]


def _table(shown: Overview) -> str:
    head = element("tr", "".join(element("th", escape(name), scope="col") for name in
                                 ("Mistake", "Made", "Got right", "Comes back")))
    rows = "".join(_table_row(row, shown.today) for rows in shown.rows.values() for row in rows)
    table = element("table", element("thead", head) + element("tbody", rows), "record")
    return element("details", element("summary", "The same as a table") + table)


def _table_row(row: Row, today: date) -> str:
    cells = ((_days(row.made), "Made"), (_days(row.right) or "not yet", "Got right"),
             (_next(row, today), "Comes back"))
    name = element("th", escape(_title(row)), scope="row")
    return element("tr", name + "".join(element("td", escape(said), data_name=label) for said, label in cells))


def _scenes(scenes: tuple[ScenePlayed, ...]) -> list[str]:
    if not scenes:
        return []
    told = (f"{one.title}: {one.found} of {words.counted(one.endings, 'ending')} found, "
            f"{one.tried} of {words.counted(one.answers, 'answer')} tried" for one in scenes)
    return [heading("Scenes that you have played"), bullets(told)]


def _drawn(row: Row, y: int, place: Scale) -> str:
    mended = text("✓", place.at(row.right[-1]), y + 30, "start", "mended", 11) if row.standing.is_mended else ""
    made = [_dot(place.at(day), y + 26, "retry", f"made, {day_in_words(day)}") for day in row.made]
    right = [_dot(place.at(day), y + 26, "dot", f"got right, {day_in_words(day)}", 6 if day in row.made else 0)
             for day in row.right]
    return "".join([track(LEFT, y + 26), text(_title(row), LEFT, y + 14, "start", "name"), *made, *right, mended])


def _dot(x: float, y: int, kind: str, said: str, aside: int = 0) -> str:
    moved = f' transform="translate({aside})"' if aside else ""
    return f'<circle class="rapport-{kind}" cx="{x:.2f}%" cy="{y}" r="5.5"{moved}><title>{escape(said)}</title></circle>'


def _today(last: date, place: Scale, height: int) -> str:
    x = place.at(last)
    return line(x, 20, height - FOOT + 4, "event") + text(f"today, {short_day(last)}", x, height - 6, "end", "tick")


def _span(shown: Overview) -> tuple[date, date]:
    days = [day for rows in shown.rows.values() for row in rows for day in (*row.made, *row.right)]
    return min([*days, shown.today - timedelta(days=_SHORTEST)]), shown.today


def _told(row: Row, today: date) -> str:
    right = f", got right on {_days(row.right)}" if row.right else ""
    return f"made on {_days(row.made)}{right}; {_state(row, today)}."


def _state(row: Row, today: date) -> str:
    return "mended" if row.standing.is_mended else f"comes back {_next(row, today)}"


def _next(row: Row, today: date) -> str:
    if row.standing.is_mended:
        return "mended"
    return "today" if row.standing.due <= today else day_in_words(row.standing.due)


def _days(days: tuple[date, ...]) -> str:
    return ", ".join(map(short_day, days))


def _title(row: Row) -> str:
    return catalog.mistake(row.mistake).title
