"""Finds cue phrases in sentences; the phrases are data, in cues.txt beside this file.

A line of cues.txt is one phrase: words with blanks between them. ``a|b`` is
either word, ``word*`` any word that begins so, ``word?`` a word that may be
missing, ``~3`` up to three words of any kind, ``@name`` a word list defined by
``@name = a|b``, ``<n>`` a number, ``<?>`` a question mark, ``^`` and ``$`` the
sentence's start and end. A line that begins with ``-`` takes back what overlaps it.
Matching costs time linear in the number of words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import NamedTuple

from .text import Sentence, bare


SEEN = 8_000
"""So many words are kept with what they are to the phrases. Most words of a text are among the commonest."""


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

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind of word (see ``Kinds``) that it accepts."""
        return self.exact.union([f"{prefix}*" for prefix in self.prefixes])

    def fits(self, word: str) -> bool:
        """Whether this element accepts ``word``."""
        if word in self.exact or (self.prefixes and word.startswith(self.prefixes)):
            return True
        return "<n>" in self.exact and word[:1].isdigit()


class Phrase(NamedTuple):
    """One line of the lexicon; ``opens`` is the kinds of words it can begin with, ``needs`` the sets of kinds that it
    has one word each of."""

    kind: str
    pieces: tuple[Piece, ...]
    at_start: bool
    at_end: bool
    takes_back: bool
    opens: frozenset[str]
    needs: tuple[frozenset[str], ...]


class Kinds(dict[str, tuple[str, ...]]):
    """What each word is to the phrases: itself, "thank*" where it begins so, "<n>" for a number; often nothing. It is
    found when it is first asked for. ``words`` and ``prefixes`` stand in any phrase."""

    def __init__(self, words: frozenset[str], prefixes: tuple[str, ...]) -> None:
        self._words, self._prefixes = words, prefixes

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > SEEN:
            self.clear()
        kinds = self[word] = tuple(self._of(word))
        return kinds

    def _of(self, word: str) -> Iterator[str]:
        if word in self._words:
            yield word
        if word.startswith(self._prefixes):
            yield from (f"{prefix}*" for prefix in self._prefixes if word.startswith(prefix))
        if word[:1].isdigit():
            yield "<n>"


@dataclass(frozen=True)
class Lexicon:
    """Phrases, filed under each kind of word of a set that they cannot do without: that which the fewest phrases need.

    ``loose`` are those that need no word in particular.
    """

    needing: dict[str, tuple[tuple[int, Phrase], ...]]
    loose: tuple[Phrase, ...]
    kinds: Kinds

    def candidates(self, kinds: Iterable[str]) -> Iterable[Phrase]:
        """The phrases that may stand in a sentence with words of these kinds, each once."""
        found = {}
        for kind in kinds:
            found.update(self.needing.get(kind, ()))
        return chain(found.values(), self.loose)


@cache
def lexicon(name: str = "cues.txt") -> Lexicon:
    """The lexicon of the data file ``name`` in this folder. Raises ValueError for a line outside every section."""
    source = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    phrases = tuple(_phrases(source))
    pieces = [piece for phrase in phrases for piece in phrase.pieces]
    common = Counter(kind for piece in pieces for kind in piece.kinds)
    needing, loose = defaultdict(list), []
    for phrase in phrases:
        if not phrase.needs:
            loose.append(phrase)
        for kind in min(phrase.needs, key=lambda kinds: sum(common[kind] for kind in kinds), default=()):
            needing[kind].append((id(phrase), phrase))
    prefixes = dict.fromkeys(prefix for piece in pieces for prefix in piece.prefixes)
    words = frozenset().union(*(piece.exact for piece in pieces))
    filed = {kind: tuple(found) for kind, found in needing.items()}
    return Lexicon(filed, tuple(loose), Kinds(words, tuple(prefixes)))


def tag(sentence: Sentence, words: Lexicon | None = None) -> tuple[Act, ...]:
    """What the cue phrases say that a sentence does, in order of place.

    A trained tagger with the same signature may stand in for this function.
    """
    words = words or lexicon()
    keys = sentence.keys
    places = defaultdict(list)
    for at, key in enumerate(keys):
        for kind in words.kinds[key]:
            places[kind].append(at)
    acts, back = set(), []
    here = frozenset(places)
    for phrase in words.candidates(places):
        if any(map(here.isdisjoint, phrase.needs)):
            continue
        for at in _starts(phrase, places, here):
            end = _match(phrase.pieces, keys, at)
            if end is None or phrase.at_end and end < len(keys):
                continue
            act = Act(phrase.kind, sentence.tokens[at].start, sentence.tokens[end - 1].end, sentence.index)
            back.append(act) if phrase.takes_back else acts.add(act)
    return tuple(sorted((act for act in acts if not _taken_back(act, back)), key=lambda act: act[1:3] + act[:1]))


def _starts(phrase: Phrase, places: dict[str, list[int]], here: frozenset[str]) -> list[int]:
    """Where a phrase may begin."""
    found = [at for kind in phrase.opens & here for at in places[kind]]
    return [0] if phrase.at_start and 0 in found else [] if phrase.at_start else found


def _taken_back(act: Act, back: list[Act]) -> bool:
    return any(other.kind == act.kind and other.start < act.end and act.start < other.end for other in back)


def _match(pieces: tuple[Piece, ...], keys: tuple[str, ...], at: int) -> int | None:
    """Where the words from ``at`` on end that fit these elements, or None."""
    for number, piece in enumerate(pieces):
        if piece.gap or piece.optional:
            return _match_open(piece, pieces[number + 1:], keys, at)
        if at >= len(keys) or not piece.fits(keys[at]):
            return None
        at += 1
    return at


def _match_open(piece: Piece, rest: tuple[Piece, ...], keys: tuple[str, ...], at: int) -> int | None:
    """The same where the next element is a gap or may be missing."""
    if piece.gap:
        ends = (_match(rest, keys, at + skipped) for skipped in range(piece.gap + 1) if at + skipped <= len(keys))
        return next((end for end in ends if end is not None), None)
    if at < len(keys) and piece.fits(keys[at]):
        end = _match(rest, keys, at + 1)
        if end is not None:
            return end
    return _match(rest, keys, at)


def _opening(pieces: tuple[Piece, ...]) -> frozenset[str]:
    """The kinds of words of the first element that cannot be missing, and of those before it."""
    needed = next((at for at, piece in enumerate(pieces) if not piece.optional), len(pieces) - 1)
    return frozenset().union(*(piece.kinds for piece in pieces[: needed + 1]))


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
    pieces = tuple(_piece(part, lists) for part in parts)
    needs = tuple(piece.kinds for piece in pieces if not (piece.optional or piece.gap))
    return Phrase(kind, pieces, at_start, at_end, takes_back, _opening(pieces), needs)


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
