"""A plan read back: who, when and what as a table, what was owed, and a picture in time; as HTML and as plain text."""

from __future__ import annotations

import re

from ..reading import Reading
from ..reading.deeds import deeds
from ..reading.plan import Loop, PlanStep
from ..reading.plan_cut import MARKED
from ..reading.text import fold
from . import words
from .days import when_in_words
from .markup import bullets, element, escape, heading, prose
from .timeline import Timeline, full_names, legend, row_in_words, timeline, timeline_sentence, timeline_svg

SHOWN = 160
"""A step is shown with at most so many characters of its own words."""
_TABLE_LABELS = ("When", "Who", "What")


def plan_html(reading: Reading, picture: bool = True) -> str:
    """Table, promises and picture under their headings; nothing where the text holds no step.

    Without ``picture`` its rows come as a list in words, for pages that take no drawing.
    """
    shown = timeline(reading)
    if shown is None:
        return ""
    drawn = _picture(shown) if picture else bullets(map(row_in_words, shown.rows))
    lines = owed_lines(reading)
    owed = element("ul", "".join(_owed_html(*line) for line in lines), "owed") if lines else ""
    return heading(words.PLAN_HEADING) + plan_table_html(reading) + owed + heading(words.TIMELINE_HEADING) + drawn


def _picture(shown: Timeline) -> str:
    signs = " ".join(element("span", f"{sign}\u00a0{escape(said)}") for sign, said in legend(shown))
    return element("div", timeline_svg(shown) + element("p", signs, "legend", aria_hidden="true"), "picture")


def plan_table_html(reading: Reading) -> str:
    """The steps as a table, a row a step: when, who, and what in the learner's words with what it does in ours."""
    plan = reading.plan
    if plan is None or not plan.steps:
        return ""
    head = "".join(element("th", label, scope="col") for label in _TABLE_LABELS)
    rows = "".join(element("tr", _row_html(step, reading)) for step in plan.steps)
    parts = element("thead", element("tr", head)) + element("tbody", rows)
    return element("table", parts, "steps", aria_label=words.TABLE_LABEL)


def plan_text(reading: Reading) -> str:
    """The same as plain text, a line a step, then what was owed, then the picture in a sentence."""
    plan = reading.plan
    if plan is None or not plan.steps:
        return ""
    steps = [" | ".join(_row_text(step, reading)) for step in plan.steps]
    shown = timeline(reading)
    return "\n".join([*steps, *(f"{state}: {said}" for state, said in owed_lines(reading)), timeline_sentence(shown)])


def plan_summary_lines(reading: Reading) -> list[str]:
    """The plan in a few lines: what was owed, then each person's days."""
    shown = timeline(reading)
    if shown is None:
        return []
    owed = [f"- {state}: {said}" for state, said in owed_lines(reading)]
    return [f"- {row_in_words(row)}" for row in shown.rows] + owed


def owed_lines(reading: Reading) -> list[tuple[str, str]]:
    """Each promise and each name passed on: how it stands, and what it is, in words."""
    plan, named = reading.plan, full_names(reading)
    lines = []
    for promise in plan.duties.promises:
        kept, maybe = plan.keeps(promise)
        to = f" to {named.get(promise.who, promise.who)}" if promise.who else ""
        said = f"your promise{to} ({promise.words.strip(' .')})"
        lines.append(_owed(said, kept, maybe, reading))
    return lines + [_loop(loop, reading, named) for loop in plan.loops]


def _owed(said: str, kept: tuple[PlanStep, ...], maybe: tuple[PlanStep, ...], reading: Reading) -> tuple[str, str]:
    if kept:
        return words.KEPT, f"{said}: {_when(kept[0], reading)}."
    return (words.PERHAPS, f"{said}. I am not sure which step keeps it.") if maybe else (words.NOT_YET, f"{said}.")


def _loop(loop: Loop, reading: Reading, named: dict[str, str]) -> tuple[str, str]:
    third, giver = loop.referral.third, named.get(loop.referral.giver, loop.referral.giver)
    third = named.get(third, third)
    if not loop.acted:
        return words.NOT_YET, f"{giver} named {third}. No step uses the name."
    acted = f"{giver} named {third}. You act on it ({_when(loop.acted[0], reading)})"
    if loop.closed:
        return words.CLOSED, f"{acted} and {giver} hears of it."
    return words.HALF, f"{acted}; {giver} does not hear of it."


def _when(step: PlanStep, reading: Reading) -> str:
    return when_in_words(step.when, reading.text) or words.NO_DAY


def _owed_html(state: str, said: str) -> str:
    sign = {words.KEPT: "✓", words.CLOSED: "✓", words.HALF: "◐"}.get(state, "○")
    kind = "done" if sign == "✓" else "open"
    mark = element("span", sign, "sign", aria_hidden="true")
    return element("li", f"{mark}{element('span', element('strong', escape(state)) + ': ' + escape(said))}", kind)


def _row_html(step: PlanStep, reading: Reading) -> str:
    when, who, what, does = step_in_words(step, reading)
    tags = element("span", escape(does), "does") if does else ""
    cells = (
        element("td", escape(when) if when else element("span", escape(words.NO_DAY), "soft"), "when"),
        element("td", escape(who) if who else element("span", escape(words.NO_NAME), "soft"), "who"),
        element("td", f"{prose(what)} {tags}".strip() + _silence_html(step, reading), "what"),
    )
    return "".join(cells)


def _silence_html(step: PlanStep, reading: Reading) -> str:
    said = _silence(step, reading)
    return element("span", escape(said), "silence") if said else ""


def _silence(step: PlanStep, reading: Reading) -> str:
    if not step.silence:
        return ""
    if step.retry is None:
        return words.SILENCE_SAID
    return f"{words.SILENCE}: {when_in_words(step.retry, reading.text)}"


def _row_text(step: PlanStep, reading: Reading) -> list[str]:
    when, who, what, does = step_in_words(step, reading)
    silence = _silence(step, reading)
    what = " ".join(what.split())
    return [when or words.NO_DAY, who or words.NO_NAME, *(part for part in (what, does, silence) if part)]


def step_in_words(step: PlanStep, reading: Reading) -> tuple[str, str, str, str]:
    """When, who, what (in the learner's words) and what the step does (in ours); each "" where it is not said."""
    named = full_names(reading)
    who = ", ".join(named.get(name, name) for name in step.toward)
    does = words.LEFT_OUT if step.left_out else ", ".join(words.DEEDS[kind] for kind in deeds(step))
    return when_in_words(step.when, reading.text), who, _what(step, who), does


def _what(step: PlanStep, who: str) -> str:
    """The step's own words without its bullet, its table bars, and the time and the name that open it."""
    offset = MARKED.match(step.text)
    said = step.text[offset.end():] if offset else step.text
    start = step.start + (offset.end() if offset else 0)
    if step.when and step.start <= step.when.start <= start + 2 and step.when.end <= step.end:
        said = step.text[step.when.end - step.start:]
    said = re.sub(r"\s*\|\s*", " · ", said).strip(" \t·|")
    said = re.sub(r"^(?:\W*\bthen\b|\W*\band\b)?[\s:,;.·|–—-]+", "", said) or step.text.strip()
    opening = re.match(r"((?:[^\W\d_]+\.? ?){1,3})\s?(?::|·| [-–—])\s*(?=\w)", said)
    named = set(fold(who).replace(",", "").split())
    if opening and named and set(fold(opening.group(1)).replace(".", "").split()) <= named:
        said = said[opening.end():]
    said = said[:1].upper() + said[1:]
    return said if len(said) <= SHOWN else said[:SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
