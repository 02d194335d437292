"""Which of a step's times is its own, and which is set for the case that no answer comes."""

from __future__ import annotations

import re

from .dates import When
from .plan_cut import Piece
from .text import fold

_AGAIN = re.compile(
    r"\b(?:again|agen|repeat|second \w+|once more|one more|another|retry|nudge|remind\w*)\W*(?:on |by |in )?$")


def own_time(whens: tuple[When, ...], text: str, piece: Piece, silent: tuple[int, int] | None
          ) -> tuple[When | None, When | None]:
    """The time of the step, and the time set for silence: that stands with the words for silence, after another."""
    ahead = [when for when in whens if not when.past and not _is_denied(text, piece.start, when)]
    if not ahead:
        return None, None
    main = next((when for when in ahead if not _is_theirs(text, piece.start, when)), ahead[0])
    if not main.first and main.start - piece.start > 40:
        main = next((when for when in ahead if when.first and not _is_theirs(text, piece.start, when)), main)
    closer = next((when for when in ahead if when.kind == "day" and 0 < when.start - main.end < 6), None)
    if main.kind == "span" and main.first and closer and main.first <= closer.first <= main.last:
        main = closer
    if not main.first:
        main = next((when for when in ahead if when.first and 0 < when.start - main.end < 6), main)
    late = [when for when in ahead if when is not main and when.start > main.start and (
        silent and main.start < silent[0] <= when.start < silent[1]
        or _AGAIN.search(fold(text[max(piece.start, when.start - 24):when.start])))]
    return main, late[0] if late else None


def _is_denied(text: str, start: int, when: When) -> bool:
    """Whether the words say that this is no time for the step: "not this quarter", "whom I meet every morning"."""
    lead = fold(text[max(start, when.start - 24):when.start])
    habit = when.kind == "recurring" and re.search(
        r"\b(?:meets?|met|sees?|seen|greet|knows?|pass|comes?|coming|is|there|contact)"
        r"(?: (?:him|her|them|me|us))?\W*$", lead)
    return bool(habit or re.search(r"\bnot(?: at| in| on)?\W*(?:the )?$", lead))


def _is_theirs(text: str, start: int, when: When) -> bool:
    """Whether a time is a limit or a memory in passing: "is on leave until 25 May", "said not before Eid"."""
    lead = fold(text[max(start, when.start - 24):when.start])
    if when.start < start + 12 and not re.search(r"\b(?:since|said|promised)\W*$", lead):
        return False
    inner = fold(text[when.start:when.end])
    return bool(re.search(r"\b(?:since|from|until|till|said|promised|not before|has|have|leave|of)\W*(?:the )?$", lead)
                or re.match(r"(?:since|from|until|till) ", inner) and when.start > start + 12
                or re.match(r"(?:by|before) ", inner) and re.search(r"\b(?:has|have|not)\W*$", lead))
