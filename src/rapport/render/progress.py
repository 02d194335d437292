"""A learner's progress as picture, words and table: when each mistake was made, and when it was got right."""

from __future__ import annotations

from datetime import date, timedelta

from .. import catalog
from ..reviewing.overview import Overview, Row, ScenePlayed
from . import words
from .days import day_in_words, short_day
from .markup import bullets, element, escape, heading, paragraph
from .timescale import FOOT, Scale, line, text, track, weeks

TITLE = "Your progress"
EMPTY = "Nothing is kept here yet. Play a scene or judge some messages, and this page begins to fill."
LEGEND = (("○", "made"), ("●", "got right"), ("✓", "mended: right after 1, 3, 7 and 21 days"))
MENDED = "✓ mended"
_HEAD, _ROW, _ASIDE = 20, 32, 7
_LEFT = 2.0
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


def progress_chart(shown: Overview) -> str:
    """The picture: one scale of days, and under each mistake's title its dots; role img, with its words as alternative.

    The titles stand outside of the drawings, so that they wrap on a narrow screen.
    """
    first, last = _span(shown)
    place = Scale(first, last, _LEFT)
    parts = [_svg(weeks(first, last, place, _HEAD + FOOT), _HEAD)]
    for unit, rows in shown.rows.items():
        parts.append(element("p", escape(words.UNITS[unit]), "unit"))
        parts += [_drawn(row, place) for row in rows]
    parts.append(_svg(text(f"today, {short_day(last)}", place.at(last), 14, "end", "tick"), 18))
    return element("div", "".join(parts), "chart", role="img", aria_label=progress_text(shown))


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
    return [progress_chart(shown), legend, _table(shown)]


def _table(shown: Overview) -> str:
    head = element("tr", "".join(element("th", escape(name), scope="col") for name in
                                 ("Mistake", "Made", "Got right", "Comes back")))
    rows = "".join(_table_row(row, shown.today) for rows in shown.rows.values() for row in rows)
    table = element("table", element("thead", head) + element("tbody", rows), "record")
    return element("details", element("summary", "The same as a table") + table)


def _table_row(row: Row, today: date) -> str:
    back = short_day(row.standing.due) if row.standing.due and row.standing.due > today else _next(row, today)
    told = {"Made": _days(row.made), "Got right": _days(row.right) or "not yet", "Comes back": back}
    name = element("th", escape(_title(row)), scope="row")
    cells = (element("td", escape(_whole(said)), data_name=label) for label, said in told.items())
    return element("tr", name + "".join(cells))


def _scenes(scenes: tuple[ScenePlayed, ...]) -> list[str]:
    if not scenes:
        return []
    told = (f"{one.title}: {one.found} of {one.endings} endings found, {one.tried} of {one.answers} answers tried"
            for one in scenes)
    return [heading("Scenes that you have played"), bullets(told)]


def _drawn(row: Row, place: Scale) -> str:
    """A mistake's title and its days: those on which it was made above the line, those on which it was right below."""
    mended = element("span", MENDED, "mended") if row.standing.is_mended else ""
    title = element("p", f"{element('strong', escape(_title(row)))} {mended}", "title")
    made = [_dot(place.at(day), _ROW / 2 - _ASIDE, "retry", f"made, {day_in_words(day)}") for day in row.made]
    right = [_dot(place.at(day), _ROW / 2 + _ASIDE, "dot", f"got right, {day_in_words(day)}") for day in row.right]
    lines = [weeks(place.first, place.last, place, _ROW + FOOT, from_top=0, named=False), track(_LEFT, _ROW // 2),
             line(place.at(place.last), 0, _ROW, "event")]
    return title + _svg("".join([*lines, *made, *right]), _ROW)


def _dot(x: float, y: float, kind: str, said: str) -> str:
    return f'<circle class="rapport-{kind}" cx="{x:.2f}%" cy="{y:g}" r="5"><title>{escape(said)}</title></circle>'


def _svg(drawn: str, height: int) -> str:
    return element("svg", drawn, "timeline", width="100%", height=str(height), xmlns="http://www.w3.org/2000/svg",
                   aria_hidden="true")


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


def _whole(days: str) -> str:
    """Days of which no line break tears one apart."""
    return ", ".join(day.replace(" ", "\u00a0") for day in days.split(", "))


def _title(row: Row) -> str:
    return catalog.mistake(row.mistake).title
