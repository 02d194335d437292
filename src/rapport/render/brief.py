"""A brief as a card: the situation that the learner writes for.

The brief's ``cue`` is for the reader alone and is never shown: noticing it is
part of the work.
"""

from __future__ import annotations

from ..reading.brief import Brief
from . import words
from .card import Card
from .markup import bullets, element, escape, page, prose

STATUS = {
    "above": "They are senior to you.",
    "far above": "They are far senior to you, and many people write to them.",
    "below": "They have less experience than you.",
}


def brief_rows(brief: Brief) -> list[tuple[str, list[str]]]:
    """What the card says, as (label, lines) pairs; labels without content are left out."""
    rows = _plan_rows(brief) if brief.is_plan else _message_rows(brief)
    rows.append(("Write", [_form(brief)]))
    return [(label, lines) for label, lines in rows if lines]


def brief_html(brief: Brief) -> str:
    """The brief as a self-contained card."""
    title = element("h4", escape(brief.title or "The situation"))
    rows = (element("dt", escape(label)) + element("dd", _lines_html(lines)) for label, lines in brief_rows(brief))
    return page(title, element("dl", "".join(rows), "brief"), label="The situation")


def brief_text(brief: Brief) -> str:
    """The brief as plain text."""
    lines = [brief.title] if brief.title else []
    for label, content in brief_rows(brief):
        if len(content) == 1:
            lines.append(f"{label}: {content[0]}")
        else:
            lines += [f"{label}:", *(f"- {item}" for item in content)]
    return "\n".join(lines)


def brief_card(brief: Brief) -> Card:
    """Both, to show in a cell."""
    return Card(brief_html(brief), brief_text(brief))


def _message_rows(brief: Brief) -> list[tuple[str, list[str]]]:
    between = [text for text in (brief.relationship, STATUS.get(brief.status, "")) if text]
    return [
        ("You are", _one(brief.sender)),
        ("You write to", _one(brief.recipient)),
        ("Between you", [words.sentence(text) for text in between]),
        ("What you know", _all(brief.facts)),
        ("What you could give", _all(brief.can_give)),
        ("You owe thanks for", _one(brief.owed)),
        ("Your promise", _one(brief.promise)),
        ("What you would like", _one(brief.need)),
    ]


def _plan_rows(brief: Brief) -> list[tuple[str, list[str]]]:
    return [
        ("You are", _one(brief.sender)),
        ("What happened", _one(brief.event)),
        ("People", _all(brief.people)),
        ("You owe thanks for", _one(brief.owed)),
        ("What you would like", _one(brief.need)),
        ("Time", _one(brief.horizon)),
    ]


def _form(brief: Brief) -> str:
    limits = [f"{brief.limit_words} words"] if brief.limit_words else []
    limits += [f"{brief.limit_chars} characters"] if brief.limit_chars else []
    form = words.capital(brief.channel)
    return f"{form}, at most {' and '.join(limits)}" if limits else form


def _one(text: str | None) -> list[str]:
    return [words.capital(text)] if text and text.strip() and text.strip().lower() != "nothing" else []


def _all(texts: tuple[str, ...]) -> list[str]:
    return [words.capital(text) for text in texts]


def _lines_html(lines: list[str]) -> str:
    return prose(lines[0]) if len(lines) == 1 else bullets(lines)
