"""The n-grams that the linear models know, each with its row."""

from __future__ import annotations

from collections.abc import Iterable

from .grams import with_sign

KEPT = 8_000
"""So many words are kept with their rows for each sign. Most words of a text are among the commonest."""


class Vocabulary(dict[str, int]):
    """The row of each n-gram in the vocabulary, from 1 on."""

    def __init__(self, grams: Iterable[str]) -> None:
        super().__init__(zip(grams, range(1, len(grams) + 1)))
        self._signed: dict[str, _Signed] = {}

    def known(self, grams: Iterable[str]) -> list[int]:
        """The rows of those n-grams that are known; rows count from 1, so that none of them is left out."""
        return list(filter(None, map(self.get, grams)))

    def signed(self, sign: str, words: Iterable[str]) -> list[int]:
        """The same for words with a sign, as ``grams.with_sign`` makes them, without making them each time."""
        rows = self._signed.get(sign)
        if rows is None or len(rows) > KEPT:
            rows = self._signed[sign] = _Signed(self, sign)
        return list(filter(None, map(rows.__getitem__, words)))


class _Signed(dict[str, int]):
    """For a word its row with the sign, 0 where that is unknown; looked up when it is first asked for."""

    def __init__(self, rows: Vocabulary, sign: str) -> None:
        self._rows, self._sign = rows, sign

    def __missing__(self, word: str) -> int:
        gram, = with_sign(self._sign, [word])
        row = self[word] = self._rows.get(gram, 0)
        return row
