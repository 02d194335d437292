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
from typing import NamedTuple

from .text import Sentence, bare


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
    def certain(self) -> bool:
        """Whether it stands for one of a few given words and cannot be missing."""
        return bool(self.exact) and not (self.prefixes or self.optional or self.gap or "<n>" in self.exact)

    def fits(self, word: str) -> bool:
        """Whether this element accepts ``word``."""
        if word in self.exact or (self.prefixes and word.startswith(self.prefixes)):
            return True
        return "<n>" in self.exact and word[:1].isdigit()


class Phrase(NamedTuple):
    """One line of the lexicon; ``opens`` is the words it can begin with, ``needs`` the sets it has one word each of."""

    kind: str
    pieces: tuple[Piece, ...]
    at_start: bool
    at_end: bool
    takes_back: bool
    opens: Piece
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Lexicon:
    """Phrases, filed under one word that they cannot do without: the one that the fewest phrases need.

    ``loose`` are those that need no word in particular.
    """

    needing: dict[str, tuple[Phrase, ...]]
    loose: tuple[Phrase, ...]

    def candidates(self, words: Iterable[str]) -> Iterator[Phrase]:
        """The phrases that may stand in a sentence of these words, each once."""
        filed = (phrase for word in words for phrase in self.needing.get(word, ()))
        found = {id(phrase): phrase for phrase in filed}
        yield from found.values()
        yield from self.loose


@cache
def lexicon(name: str = "cues.txt") -> Lexicon:
    """The lexicon of the data file ``name`` in this folder. Raises ValueError for a line outside every section."""
    source = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    phrases = tuple(_phrases(source))
    common = Counter(word for phrase in phrases for piece in phrase.pieces for word in piece.exact)
    needing, loose = defaultdict(list), []
    for phrase in phrases:
        if not phrase.needs:
            loose.append(phrase)
        for word in min(phrase.needs, key=lambda words: sum(common[word] for word in words), default=()):
            needing[word].append(phrase)
    return Lexicon({word: tuple(found) for word, found in needing.items()}, tuple(loose))


def tag(sentence: Sentence, words: Lexicon | None = None) -> tuple[Act, ...]:
    """What the cue phrases say that a sentence does, in order of place.

    A trained tagger with the same signature may stand in for this function.
    """
    words = words or lexicon()
    keys = sentence.keys
    places = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    acts, back = set(), []
    here = frozenset(places)
    for phrase in words.candidates(places):
        if any(map(here.isdisjoint, phrase.needs)):
            continue
        for at in _starts(phrase, keys, places, here):
            end = _match(phrase.pieces, keys, at)
            if end is None or phrase.at_end and end < len(keys):
                continue
            act = Act(phrase.kind, sentence.tokens[at].start, sentence.tokens[end - 1].end, sentence.index)
            back.append(act) if phrase.takes_back else acts.add(act)
    return tuple(sorted((act for act in acts if not _taken_back(act, back)), key=lambda act: act[1:3] + act[:1]))


def _starts(phrase: Phrase, keys: tuple[str, ...], places: dict[str, list[int]], here: frozenset[str]) -> Iterable[int]:
    """Where a phrase may begin."""
    if phrase.at_start:
        return (0,) if phrase.opens.fits(keys[0]) else ()
    words = [*(phrase.opens.exact & here)]
    if phrase.opens.prefixes:
        words += [word for word in places if word.startswith(phrase.opens.prefixes) and word not in words]
    if "<n>" in phrase.opens.exact:
        words += [word for word in places if word[:1].isdigit()]
    return [at for word in words for at in places[word]]


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


def _opening(pieces: tuple[Piece, ...]) -> Piece:
    """The first element that cannot be missing, together with those before it."""
    needed = next((at for at, piece in enumerate(pieces) if not piece.optional), len(pieces) - 1)
    openers = pieces[: needed + 1]
    exact = frozenset().union(*(piece.exact for piece in openers))
    return Piece(exact, tuple(prefix for piece in openers for prefix in piece.prefixes))


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
    needs = tuple(piece.exact for piece in pieces if piece.certain)
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
