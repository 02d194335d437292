"""Finds cue phrases in sentences; the phrases are data, in cues.txt beside this file.

A line of cues.txt is one phrase: words with blanks between them. ``a|b`` is
either word, ``word*`` any word that begins so, ``word?`` a word that may be
missing, ``~3`` up to three words of any kind, ``@name`` a word list defined by
``@name = a|b``, ``<n>`` a number, ``<?>`` a question mark, ``^`` and ``$`` the
sentence's start and end. A line that begins with ``-`` takes back what overlaps it.
Matching costs time linear in the number of words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from .text import Sentence, Token, bare


class Act(NamedTuple):
    """Something that a sentence does: ask, offer, thank … at ``start`` to ``end`` of the draft."""

    kind: str
    start: int
    end: int
    sentence: int


class Piece(NamedTuple):
    """One element of a phrase."""

    exact: frozenset[str]
    prefixes: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def fits(self, word: str) -> bool:
        """Whether this element accepts ``word``."""
        if word in self.exact or (self.prefixes and word.startswith(self.prefixes)):
            return True
        return "<n>" in self.exact and word[:1].isdigit()


class Phrase(NamedTuple):
    """One line of the lexicon."""

    kind: str
    pieces: tuple[Piece, ...]
    at_start: bool
    at_end: bool
    takes_back: bool


@dataclass(frozen=True)
class Lexicon:
    """Phrases, filed under the words that they can begin with."""

    by_word: dict[str, tuple[Phrase, ...]]
    by_prefix: dict[str, tuple[tuple[str, Phrase], ...]]
    by_number: tuple[Phrase, ...]

    def candidates(self, word: str) -> Iterator[Phrase]:
        """The phrases that may begin with ``word``."""
        yield from self.by_word.get(word, ())
        for prefix, phrase in self.by_prefix.get(word[:2], ()):
            if word.startswith(prefix):
                yield phrase
        if word[:1].isdigit():
            yield from self.by_number


@cache
def lexicon(name: str = "cues.txt") -> Lexicon:
    """The lexicon of the data file ``name`` in this folder. Raises ValueError for a line outside every section."""
    source = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    by_word, by_prefix, by_number = defaultdict(list), defaultdict(list), []
    for phrase in _phrases(source):
        for piece in _openers(phrase.pieces):
            for word in piece.exact - {"<n>"}:
                by_word[word].append(phrase)
            for prefix in piece.prefixes:
                by_prefix[prefix[:2]].append((prefix, phrase))
            if "<n>" in piece.exact:
                by_number.append(phrase)
    return Lexicon(_settled(by_word), _settled(by_prefix), tuple(by_number))


def _settled(lists: dict[str, list]) -> dict[str, tuple]:
    return {word: tuple(found) for word, found in lists.items()}


def tag(sentence: Sentence, words: Lexicon | None = None) -> tuple[Act, ...]:
    """What the cue phrases say that a sentence does, in order of place.

    A trained tagger with the same signature may stand in for this function.
    """
    words = words or lexicon()
    acts, back = set(), []
    for at, token in enumerate(sentence.tokens):
        for phrase in words.candidates(token.key):
            end = _end(phrase, sentence.tokens, at)
            if end is None:
                continue
            act = Act(phrase.kind, token.start, sentence.tokens[end - 1].end, sentence.index)
            back.append(act) if phrase.takes_back else acts.add(act)
    return tuple(sorted((act for act in acts if not _taken_back(act, back)), key=lambda act: act[1:3] + act[:1]))


def _taken_back(act: Act, back: list[Act]) -> bool:
    return any(other.kind == act.kind and other.start < act.end and act.start < other.end for other in back)


def _end(phrase: Phrase, tokens: tuple[Token, ...], at: int) -> int | None:
    if phrase.at_start and at:
        return None
    end = _match(phrase.pieces, tokens, at)
    return None if end is None or (phrase.at_end and end < len(tokens)) else end


def _match(pieces: tuple[Piece, ...], tokens: tuple[Token, ...], at: int) -> int | None:
    if not pieces:
        return at
    piece, rest = pieces[0], pieces[1:]
    if piece.gap:
        ends = (_match(rest, tokens, at + skipped) for skipped in range(piece.gap + 1) if at + skipped <= len(tokens))
        return next((end for end in ends if end is not None), None)
    if at < len(tokens) and piece.fits(tokens[at].key):
        end = _match(rest, tokens, at + 1)
        if end is not None:
            return end
    return _match(rest, tokens, at) if piece.optional else None


def _openers(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        if not piece.optional:
            return


def _phrases(source: str) -> Iterator[Phrase]:
    kind, lists = "", {}
    for number, raw in enumerate(source.splitlines(), 1):
        line = raw.split("#", 1)[0].strip()
        if not line:
            continue
        if line.startswith("[") and line.endswith("]"):
            kind = line[1:-1]
        elif line.startswith("@") and "=" in line:
            name, _, words = line.partition("=")
            lists[name.strip()] = words.strip()
        elif not kind:
            raise ValueError(f"cues.txt, line {number}: “{line}” stands before any [section].")
        else:
            yield _phrase(kind, line, lists)


def _phrase(kind: str, line: str, lists: dict[str, str]) -> Phrase:
    takes_back = line.startswith("- ")
    parts = line.removeprefix("- ").split()
    at_start, at_end = parts[0] == "^", parts[-1] == "$"
    parts = parts[at_start:len(parts) - at_end]
    return Phrase(kind, tuple(_piece(part, lists) for part in parts), at_start, at_end, takes_back)


def _piece(part: str, lists: dict[str, str]) -> Piece:
    if part.startswith("~"):
        return Piece(frozenset(), gap=int(part[1:]))
    if part == "<?>":
        return Piece(frozenset("?"))
    optional = part.endswith("?")
    words = []
    for word in part.removesuffix("?").split("|"):
        words.extend(lists[word].split("|") if word.startswith("@") else [word])
    words = [bare(word) for word in words]
    exact = frozenset(word for word in words if not word.endswith("*"))
    return Piece(exact, tuple(word[:-1] for word in words if word.endswith("*")), optional)
