"""A small form that makes a brief of the learner's own: its fields in plain words, and its answers as a brief."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import memory
from ..documents import Document, Faulty
from ..reading import brief as briefs

MESSAGE, PLAN = "message", "plan"
KINDS = {
    "first outreach": "a first message to somebody I do not know",
    "follow-up after meeting": "a message after we met",
    "reconnecting": "a message after a long time",
    "returning a favour": "a message to give something back",
    "loop back after a referral": "news of what came of a name they gave me",
    "second message after silence": "a second message, because no answer came",
    "reply to a message with a cue": "an answer to a message of theirs",
}
TIES = {
    "stranger": "we have never met",
    "stranger who contacted me": "we have never met, and they wrote to me first",
    "met once": "we met once",
    "acquaintance": "we know each other a little",
    "close": "we are close",
    "dormant: no contact for a long time": "we knew each other and have not spoken for a long time",
}
STATUSES = {
    "peer": "somebody like me",
    "above": "they have more say or more experience than I",
    "far above": "they are well known, and many people write to them",
    "below": "they have less experience than I",
}
CHANNELS = {"email": "e-mail", "text message": "text message", "letter": "letter or card",
            "message on a network such as LinkedIn": "message on a network such as LinkedIn"}
NOTHING = "nothing"
LONGEST = 1200


@dataclass(frozen=True)
class Field:
    """One field of the form: its name in a brief, what it is called, the help under it, and how it is filled in.

    ``rows`` above 1 gives room for several lines, ``listed`` makes each line an item, ``ask`` is what to say where it
    is empty; a field without it may stay empty.
    """

    name: str
    label: str
    help: str
    ask: str = ""
    rows: int = 1
    listed: bool = False
    options: Mapping[str, str] | None = None


TITLE = Field("title", "A few words to find it by", "As on a folder: “Thanks to Amina”.", "Give it a short name.")
SENDER = Field("sender", "Who are you?", "Your first name, a comma, and what you do: “Rosa, who mends clothes”.",
               "Write your first name and what you do.")
NEED = Field("need", "What would you like?", "One thing, if there is one. You may also want nothing at all.", rows=2)
FIELDS = {
    MESSAGE: (
        TITLE, SENDER,
        Field("recipient", "Who do you write to?", "Their name, a comma, and what they do: “Owen Price, a farmer”.",
              "Write their name and what they do.", rows=2),
        Field("kind", "What kind of message is it?", "", "Choose what fits best.", options=KINDS),
        Field("relationship", "How well do you know each other?", "Where you met belongs to the facts below.",
              "Choose what fits best.", options=TIES),
        Field("status", "Where do they stand, seen from you?",
              "Someone above you gets more messages than they can answer.", "Choose what fits best.", options=STATUSES),
        Field("facts", "What do you know about them, and of your time together?",
              "One fact a line. Only what is true: the reader holds your message to it.",
              "Write down one true thing at least.", rows=4, listed=True),
        Field("owed", "What did they do for you?", "Leave it empty if there is nothing yet.", rows=2),
        NEED,
        Field("can_give", "What could you give or tell them?", "One thing a line. Small things count: a photo, a name.",
              rows=3, listed=True),
        Field("cue", "Did they drop a hint?",
              "Something they said in passing that you could take up. It can stay empty."),
        Field("promise", "What did you promise them?",
              "In a few words, as in: “I promised to send the photo”. It can stay empty."),
        Field("channel", "How will it reach them?", "A text message is shorter than a letter.", "Choose one.",
              options=CHANNELS),
        Field("limit", "How many words at most?", "A number, such as 120. It can stay empty."),
    ),
    PLAN: (
        TITLE, SENDER,
        Field("event", "What sets the plan off, and on which day?",
              "As in: “the spring fair, on Saturday 14 March”. The plan counts its weeks from that day.",
              "Say what happened or will happen, and the day.", rows=2),
        Field("people", "Who is it about?",
              "One person a line: name, a comma, who they are; then what you know or promised. As in: “Dana Okafor, "
              "runs the seed shop; I promised her a jar”.", "Write down one person at least.", rows=5, listed=True),
        Field("owed", "What did somebody do for you?", "Say who and what. Leave it empty if there is nothing yet.",
              rows=2),
        NEED,
        Field("horizon", "For how long do you plan?", "As in: “the next 90 days”.",
              "Say for how long, such as “90 days”."),
    ),
}


class Unfit(ValueError):
    """Raised where a form cannot become a brief; ``faults`` says by field, in plain words, what is missing."""

    def __init__(self, faults: dict[str, str]):
        self.faults = faults
        super().__init__(" ".join(faults.values()))


def save(form: str, answers: Mapping, name: str = "") -> tuple[briefs.Brief, bool]:
    """Make a brief of ``answers`` to the form (message or plan) and keep it.

    ``name`` is the id of the brief that it replaces; a new one gets an id from its title. Returns the brief, and
    whether this machine let us keep it. Raises Unfit.
    """
    faults = {field.name: fault for field in FIELDS[form] if (fault := _fault(field, answers))}
    if faults:
        raise Unfit(faults)
    known = name if name in briefs.own_ids() else _free_id(_text(answers.get("title")))
    data = _data(form, answers, known)
    try:
        made = briefs.from_data(data, Document(Path("(your own brief)"), data))
    except Faulty as error:
        raise Unfit({fault.field: f"{fault.message} {fault.remedy}" for fault in error.faults}) from error
    return made, memory.save(f"{briefs.KEPT_UNDER}/{known}", data)


def forget(name: str) -> None:
    """Remove an own brief; what was written for it stays."""
    if name in briefs.own_ids():
        memory.forget(f"{briefs.KEPT_UNDER}/{name}")


def answers_of(made: briefs.Brief) -> dict[str, str]:
    """What the form held when this brief was made of it."""
    values = {field.name: getattr(made, field.name, "") for field in FIELDS[PLAN if made.is_plan else MESSAGE]}
    shown = {name: "\n".join(value) if isinstance(value, tuple) else value or "" for name, value in values.items()}
    shown |= {"limit": str(made.limit_words or "")} if not made.is_plan else {}
    return {name: "" if value == NOTHING else value for name, value in shown.items()}


def _fault(field: Field, answers: Mapping) -> str:
    said = _text(answers.get(field.name))
    if field.options is not None:
        return "" if said in field.options else field.ask
    if len(said) > LONGEST:
        return f"Please keep this within {LONGEST} letters."
    if field.name == "limit" and said and not (said.isdecimal() and 0 < int(said) <= 2000):
        return "Write a number such as 120, or leave it empty."
    return field.ask if not said else ""


def _data(form: str, answers: Mapping, name: str) -> dict:
    """The answers as the data of a brief; from here on the course's own checks hold."""
    said = {field.name: _lines(answers.get(field.name)) if field.listed else _one_line(answers.get(field.name))
            for field in FIELDS[form]}
    limit = said.pop("limit", "")
    empty = {"owed": NOTHING, "need": NOTHING, "cue": None, "promise": None}
    data = {key: value or empty.get(key, value) for key, value in said.items()}
    extra = {"kind": "follow-up plan", "channel": "plan, one step a line"} if form == PLAN else {}
    extra |= {"limit_words": int(limit)} if limit else {}
    return {"id": name, **data, **extra}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _one_line(value: object) -> str:
    return " ".join(_text(value).split())


def _lines(value: object) -> list[str]:
    """The lines of a list, without bullets that people put before them."""
    found = (re.sub(r"^[-*•–]\s+", "", " ".join(line.split())) for line in _text(value).splitlines())
    return [line for line in found if line]


def _free_id(title: str) -> str:
    """An id that begins with ``my-``, says what the title says, and is not taken."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "brief"
    wanted = briefs.OWN + slug.removeprefix(briefs.OWN)
    taken = set(memory.names(briefs.KEPT_UNDER))
    return next(name for name in (wanted, *(f"{wanted}-{number}" for number in range(2, 10_000))) if name not in taken)
