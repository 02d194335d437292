"""What small words in a plan's line show: a heading, a table's head, somebody set aside, a word on silence."""

from __future__ import annotations

import re

from .dates import When
from .plan_people import Mention
from .text import Token, fold, sentences

LEFT_OUT = re.compile(
    r"\b(?:left out|leave (?:him|her|them|it)\b"
    r"|leave (?:[\w']+ ){0,4}(?:out|be|alone|in peace|to|for (?:now|later)|till|until)"
    r"|not (?:now|this (?:quarter|time|year|month|term)|at all|yet|pursued|until|in this)|nothing (?:now|yet|for now)"
    r"|skip(?:ped)?|no (?:entry|reason|need|point)|(?:do|does)(?:n't|nt| not) need"
    r"|let (?:[\w']+ )?(?:be|rest|sleep|wait)"
    r"|only when|rubbed out|can wait|stays? for|crossed? (?:off|out)|rather leave|off the list|stays? out)")
"""Words that set somebody aside on purpose."""

_ANSWER = r"(?:answer|repl[yi]|write|wrote|written|respon|heard?\b|come|react|call|there\b|in\b|sure)"
SILENT = re.compile(
    r"\b(?:if|when|should|in case)\b[^.;:\n]{0,30}?\b(?:silen|quiet|still\b|nothing|no\b|not\b|never|n't\b|dont\b"
    r"|doesnt\b|isnt\b|hasnt\b|says? no|refuse|hesitat|waver|undecided|busy|out\b|off\b|away\b|shut)"
    r"|(?:^|(?<=[.!?:;] ))(?:busy|closed|shut|out|away|missed (?:him|her)|not (?:there|in|home))[,?.]"
    r"|\b(?:no|without(?: an?)?) (?:answer|reply|word|response|news|sign|joy|luck)s?\b"
    r"|\b(?:silence|silent|unanswered|no-?one answers)"
    rf"|\b(?:has|have|does|do|did)(?:n't|nt| not) (?:yet )?{_ANSWER}|\bnot (?:there|in)\b"
    r"|\bnothing (?:back|from|heard|by)\b"
    r"|\b(?:gone|still|keeps?|stays?|been|is|the) quiet\b|\bquiet ones\b|\bno one (?:answers|replies)")
"""Words for the case that no answer comes, or that somebody is not there."""

_HEADS = frozenset(
    "when date day week time who whom name person people with what action step steps task do why reason note notes how "
    "channel if silence no reply answer done status".split())


def silence(text: str, offset: int) -> tuple[int, int] | None:
    """The sentence, or its clause, that says what happens if no answer comes."""
    found = SILENT.search(fold(text))
    if not found:
        return None
    holder = next((s for s in sentences(text) if s.start <= found.start() < s.end), None)
    low = found.start() if holder is None or found.group().startswith(("if", "when", "should")) else holder.start
    return offset + low, offset + (holder.end if holder else len(text))


def is_heading(line: str, at: int, whens: tuple[When, ...], spoken: tuple[Mention, ...], words: list[Token]) -> bool:
    """Whether a line only says a time, a person or a part of the plan for the lines under it; ``at`` is its start."""
    label = line.strip(" *_").endswith(":") and len(words) <= 6
    marked = line.lstrip().startswith("#") or re.fullmatch(r"\s*\*\*[^*]+\*\*:?\s*", line)
    bare = line.strip(" :-*#_")
    named = spoken and len(bare) <= sum(one.end - one.start for one in spoken) + 2 and line.isupper()
    beside = line
    for when in reversed(whens):
        beside = beside[:when.start - at] + beside[when.end - at:]
    timed = whens and len(words) <= 6 and not re.search(r"[^\W_]{2}", beside)
    return bool(label or marked and len(words) <= 6 or named or timed)


def is_table_head(line: str, words: list[Token], whens: tuple[When, ...], spoken: tuple[Mention, ...]) -> bool:
    """Whether a line is the head of a table: its cells are labels such as When, Who, What."""
    cells = [cell for cell in re.split(r"\||\t| {2,}", line) if cell.strip()]
    return len(cells) >= 2 and not spoken and not any(when.first for when in whens) and sum(
        word.key in _HEADS for word in words) * 2 >= len(words) and len(words) <= 3 * len(cells)


def has_blank_cell(text: str) -> bool:
    """Whether a table row leaves a cell empty, which then means the same as above."""
    return bool(re.search(r"\|\s*\||^\t|\t\t", text))
