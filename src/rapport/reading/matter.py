"""Words that carry matter: their stems, their weights, and how much of a matter some words touch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources

from .text import Sentence, tokens, within_one_edit


_ENDINGS = ("ibility", "ability", "ations", "ation", "ings", "ing", "ers", "ies", "ied", "es", "ed", "er", "ly", "s")


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    source = resources.files(__package__).joinpath("common.txt").read_text(encoding="utf-8")
    lines = [line for line in source.splitlines() if not line.startswith("#")]
    none, _, half = "\n".join(lines).partition("----")
    return frozenset(none.split()), frozenset(map(stem, half.split()))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word's beginning without its commonest endings: "testers" and "testing" both give "test"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    word = word[:-1] if len(word) > 4 and word[-1] in "ey" else word
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:7]


@lru_cache(maxsize=8192)
def weight(word: str) -> float:
    """How much one folded word says about the matter at hand: 0, 0.5 or 1."""
    none, half = _common()
    if word in none or len(word) < 3 and not word.isdigit():
        return 0.0
    return 0.5 if stem(word) in half else 1.0


@cache
def wordlist(name: str) -> frozenset[str]:
    """The words under ``[name]`` in words.txt. Raises KeyError."""
    source = resources.files(__package__).joinpath("words.txt").read_text(encoding="utf-8")
    lists: dict[str, set[str]] = {}
    for line in source.splitlines():
        if line.startswith("["):
            words = lists.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            words.update(line.split())
    return frozenset(lists[name])


def is_common(word: str) -> bool:
    """Whether a folded word is too common to count for anything."""
    return word in _common()[0]


def topic(text: str) -> dict[str, float]:
    """The stems of a text that carry matter, each with its weight."""
    found: dict[str, float] = {}
    for token in tokens(text):
        if value := weight(token.key):
            found[stem(token.key)] = value
    return found


@lru_cache(maxsize=8192)
def _weighty_stem(word: str) -> str:
    return stem(word) if weight(word) else ""


def stems(sentence: Sentence) -> frozenset[str]:
    """The stems of the sentence's words."""
    return frozenset(map(_weighty_stem, sentence.keys)) - {""}


def touched(found: frozenset[str], slips: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """These stems, and the words of the brief that they are but for a slip; ``slips`` as ``open_to_slips`` gives."""
    meant = [key for word in found if len(word) >= 5 for key in slips.get(word[0], ())
             if -2 < len(word) - len(key) < 2 and within_one_edit(word, key)]
    return found.union(meant) if meant else found


def open_to_slips(matters: Iterable[Mapping[str, float]]) -> dict[str, tuple[str, ...]]:
    """By first letter the stems of these matters that are long enough to be known in spite of a slip."""
    by: dict[str, tuple[str, ...]] = {}
    for key in dict.fromkeys(key for matter in matters for key in matter if len(key) >= 6):
        by[key[0]] = (*by.get(key[0], ()), key)
    return by


def overlap(found: frozenset[str], matter: dict[str, float]) -> float:
    """How much of a matter of the brief the stems ``found`` (as ``touched`` gives them) touch, as a sum of weights."""
    return 0 if found.isdisjoint(matter) else sum([matter[key] for key in matter.keys() & found])
