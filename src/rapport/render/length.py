"""How long a draft is beside what its brief allows."""

from __future__ import annotations

from ..reading.brief import Brief


def length_line(text: str, brief: Brief) -> str:
    """The length in words: ``96 of at most 150 words``, and by how much it is over."""
    words, characters = len(text.split()), len(text.strip())
    if brief.limit_chars:
        return _against(characters, brief.limit_chars, "character")
    if brief.limit_words:
        return _against(words, brief.limit_words, "word")
    return f"{words} word{'' if words == 1 else 's'}"


def is_too_long(text: str, brief: Brief) -> bool:
    """Whether the draft is over either limit of its brief."""
    over_words = brief.limit_words is not None and len(text.split()) > brief.limit_words
    return over_words or (brief.limit_chars is not None and len(text.strip()) > brief.limit_chars)


def _against(number: int, limit: int, unit: str) -> str:
    line = f"{number} of at most {limit} {unit}s"
    over = number - limit
    return f"{line}: {over} {unit}{'' if over == 1 else 's'} too many" if over > 0 else line
