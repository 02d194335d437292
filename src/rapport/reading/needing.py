"""Patterns that are tried only where they may stand, because looking for a word is much quicker than for a pattern."""

from __future__ import annotations

import re


class Needing:
    """A pattern with ``words`` of which one stands in whatever it matches. The words are looked for in folded text, so
    that they hold for a pattern that minds no case as well."""

    def __init__(self, pattern: str, *words: str, flags: int = 0) -> None:
        self._pattern, self._words = re.compile(pattern, flags), words

    def may_stand_in(self, folded: str) -> bool:
        """Whether one of the words stands in a folded text."""
        return any(map(folded.__contains__, self._words))

    def search(self, text: str, folded: str | None = None) -> re.Match | None:
        """The first match in ``text``; ``folded`` is the same text folded, where ``text`` is not."""
        return self._pattern.search(text) if self.may_stand_in(folded or text) else None

    def findall(self, text: str, folded: str | None = None) -> list[str]:
        """Every match in ``text``, or its group where the pattern has one; ``folded`` as in ``search``."""
        return self._pattern.findall(text) if self.may_stand_in(folded or text) else []

    def finditer(self, text: str, folded: str | None = None) -> list[re.Match]:
        """Every match in ``text``; ``folded`` as in ``search``."""
        return list(self._pattern.finditer(text)) if self.may_stand_in(folded or text) else []
