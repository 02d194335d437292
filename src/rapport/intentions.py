"""A plan in two halves: if this happens, then I will do that.

Such plans did more than good intentions alone in the studies that the course draws on (gollwitzer2006, sheeran2024 in
evidence.yaml). Nothing is judged here: only a half that is missing is asked for.
"""

from __future__ import annotations

import re

from .reading.date_words import DAYS, MONTHS

ASK_IF = "And when? Name the moment that sets it off."
ASK_THEN = "And then? Say what you will do."
ASK_DEED = "And what will you do then? You could begin with a word such as send, ring or write."

_IF = re.compile(r"^(?:if|when|whenever)\b[\s,:…]*", re.IGNORECASE)
_THEN = re.compile(
    r"^(?:then\b[\s,:…]*)?"
    r"(?:i(?:\s+will|\s+shall|['’](?:ll|d)|\s+am\s+going\s+to|['’]m\s+going\s+to|(?=\s))\s*)?",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an the this that these those my your his her its our their i me you he him she it we us they them to too of on at"
    " in into by for from with about after before during until till and or but as so if when then than not".split()
)
_TIMES = frozenset(
    "now soon later today tonight tomorrow next same every each day days week weeks month months year morning afternoon"
    " evening night noon midnight hour hours minute minutes time once again first one two three four five six seven"
    " eight nine ten eleven twelve am pm o'clock o’clock".split()
)
_NO_DEEDS = _SMALL | _TIMES | frozenset(DAYS) | frozenset(MONTHS)


def sentence(if_: str, then: str) -> str:
    """Both halves as one sentence in the learner's own words, or "" where one is missing."""
    when, deed = _half(if_, _IF), _half(then, _THEN)
    if not when or not deed:
        return ""
    if _words(when)[:1] and _words(when)[0].lower() in _SMALL - {"i"}:
        when = when[0].lower() + when[1:]
    if deed[1:2].islower():
        deed = deed[0].lower() + deed[1:]
    return f"If {when}, then I will {deed}."


def ask(if_: str, then: str) -> str:
    """One question after the half that is missing, or "" where none is, or where nothing stands there yet."""
    when, deed = _half(if_, _IF), _half(then, _THEN)
    if not when:
        return ASK_IF if deed else ""
    if not deed:
        return ASK_THEN
    return "" if _says_a_deed(deed) else ASK_DEED


def _half(text: str, opening: re.Pattern) -> str:
    """A half on one line, without the words that the page gives already and without a stop at its end."""
    plain = " ".join(text.split()).lstrip("… .")
    return opening.sub("", plain, count=1).strip(" .,;:…!")


def _says_a_deed(deed: str) -> bool:
    """Whether any word could be something to do; in doubt it is. "On Friday at four" says only when."""
    return any(word.lower() not in _NO_DEEDS for word in _words(deed))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)
