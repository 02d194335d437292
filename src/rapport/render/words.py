"""The words that learners read for criteria, grades, verdicts and numbers."""

from __future__ import annotations

CRITERIA = {
    "message": {
        "reason": "Why this person",
        "give": "Something for them",
        "ask": "What you ask",
        "close": "What happens next",
        "courtesy": "Warmth and thanks",
    },
    "plan": {
        "who": "Who it is for",
        "when": "When each step comes",
        "give": "Giving before asking",
        "loops": "Promises kept, news brought back",
        "persistence": "If nobody answers",
    },
}
GRADES = ("not yet", "partly", "done well")
STANCES = {"supports": "supports the advice", "qualifies": "limits it", "contradicts": "speaks against it"}
VERDICTS = {
    "supported": "Research supports this advice.",
    "supported with limits": "Research supports this advice, with limits.",
    "plausible, indirect evidence": "This advice is plausible. The evidence for it is indirect.",
    "contested": "Researchers disagree about this advice.",
    "contradicted in part": "Research contradicts a part of this advice.",
}
UNITS = {
    "mindset": "How you think of it",
    "targeting": "Whom you choose",
    "channels": "Where you meet and write",
    "conversation": "When you talk",
    "follow-through": "What you do afterwards",
}
UNSURE = "I am not sure of this reading. Where your work is graded, a person decides."
NOTHING_FOUND = "I see none of the mistakes that I know."
SURE_HEADING = "To look at"
UNSURE_HEADING = "I am not sure about these"
MISSING = "(missing)"

PLAN_HEADING = "Your plan, as I read it"
TIMELINE_HEADING = "Your plan in time"
TABLE_LABEL = "The steps of your plan: when, who and what"
DEEDS = {
    "thank": "thanks", "give": "gives", "report": "brings news", "after": "asks how they are",
    "ask": "asks for something",
    "meet": "meets", "ring": "calls", "write": "writes", "attend": "goes to an event", "click": "clicks",
    "tool": "uses a tool", "crowd": "goes to many at once", "look": "looks back",
}
LEFT_OUT = "set aside for now"
SILENCE, SILENCE_SAID = "if nobody answers", "says what comes if nobody answers"
IF_SILENT = "if no answer comes"
NO_DAY = "no day yet"
NO_DAY_HEAD = "no day"
NO_NAME = "nobody named"
KEPT, PERHAPS, NOT_YET, CLOSED, HALF = "Kept", "Perhaps", "Not yet", "Closed", "Half done"
LEGEND = {
    "day": ("●", "a day"), "round": ("•", "comes round again"), "span": ("▬", "some days or weeks"),
    "retry": ("○", "a second try if no answer comes"), "none": ("■", "no day yet"),
    "event": ("┆", "where the plan starts"),
}

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str) -> str:
    """``two things`` for 2 and ``thing``; figures from eleven on. The plural takes an s."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"


def verdict(name: str) -> str:
    """A mistake's verdict as a sentence; the name itself where it is a new one."""
    return VERDICTS.get(name, f"Verdict: {name}.")


def capital(text: str) -> str:
    """The text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital first letter and an end mark."""
    text = text.strip()
    return capital(text) if not text or text[-1] in ".!?…”)" else f"{capital(text)}."
