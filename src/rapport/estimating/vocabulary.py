"""The n-grams that the linear models know, each with its row; and what stands for words with a sign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .grams import with_sign

KEPT = 8_000
"""So many words are kept for each sign with what stands for them. Most words of a text are among the commonest."""


class Vocabulary(dict[str, int]):
    """The row of each n-gram in the vocabulary, from 1 on."""

    def __init__(self, grams: Sequence[str]) -> None:
        super().__init__(zip(grams, range(1, len(grams) + 1)))

    def known(self, grams: Iterable[str]) -> list[int]:
        """The rows of those n-grams that are known; rows count from 1, so that none of them is left out."""
        return list(filter(None, map(self.get, grams)))


class Signed:
    """Words with a sign, as ``grams.with_sign`` makes them, told by a number that stands for the n-gram: ``told`` gives
    it, 0 for an n-gram that counts for nothing. No n-gram is made twice."""

    def __init__(self, told: Callable[[str], int]) -> None:
        self._told = told
        self._by_sign: dict[str, _Told] = {}

    def __call__(self, sign: str, words: Iterable[str]) -> list[int]:
        """The numbers for these words with this sign, those that count for nothing left out."""
        numbers = self._by_sign.get(sign)
        if numbers is None or len(numbers) > KEPT:
            numbers = self._by_sign[sign] = _Told(self._told, sign)
        return list(filter(None, map(numbers.__getitem__, words)))


class _Told(dict[str, int]):
    """For a word the number for it with the sign, found when it is first asked for."""

    def __init__(self, told: Callable[[str], int], sign: str) -> None:
        self._told, self._sign = told, sign

    def __missing__(self, word: str) -> int:
        gram, = with_sign(self._sign, [word])
        number = self[word] = self._told(gram)
        return number
