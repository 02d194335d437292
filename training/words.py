"""Writes the words that the reader takes for well spelt: `python training/words.py /usr/share/dict/scowl`.

First the words of the drafts that may be trained on, the commonest first, without those that look like a slip of a
far commoner one ("somthing"): drafts hold slips, as people's letters do. A slipped word is read as one of these. Then
the other English words that are one slip away from these ("moths"), from SCOWL, Kevin Atkinson's lists of words by how
common they are (Debian's package scowl): they are read as they stand.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus import drafts

import rapport.reading
from rapport.reading.spelling import SHORT, SHORTEST, slips_of
from rapport.reading.text import tokens

FILE = Path(rapport.reading.__file__).parent / "known-words.txt"
RAREST, BRIEFS = 3, 2
"""A word counts that stands so often in the drafts, and in those of so many briefs."""
SPOKEN = frozenset("auntie aunty cafe carer cert dept fone foto gran grans intro mins nite nites pong repo sept tech "
                   "thur thurs uploading wifi wknd".split())
"""Words of letters and chats that no list has and that look like slips of others; looked through by hand."""
TIMES = 10
"""A word that is in no list may be a slip of one that is so many times as common."""
ENGLISHES = ("english", "british", "british_z", "american", "canadian", "australian")
RAREST_IN_LISTS = 50
"""SCOWL's lists up to this one hold the words that most people know."""
HEAD = """\
# The words that the reader takes for well spelt; made by training/words.py.
# First those of the drafts in training/, the commonest first: a slipped word is read as one of these.
# Then, under the dashes, others that are one slip away from these, from SCOWL (wordlist.sourceforge.net):
# Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty."""


def listed(folder: Path) -> frozenset[str]:
    """The words of SCOWL's lists in ``folder``, in small letters and without apostrophes. Raises OSError."""
    files = [path for path in folder.iterdir() if _is_wanted(path.name)]
    lines = (line for path in files for line in path.read_text(encoding="iso-8859-1").splitlines())
    return SPOKEN | frozenset(line.replace("'", "") for line in lines if line.islower() and line.isascii())


def _is_wanted(name: str) -> bool:
    kind, _, size = name.partition(".")
    english, _, what = kind.rpartition("-")
    return english in ENGLISHES and what in ("words", "contractions") and int(size) <= RAREST_IN_LISTS


def known_words(real: frozenset[str]) -> list[str]:
    """The words of the drafts, the commonest first; ``real`` words are no slips."""
    counts, briefs = Counter(), defaultdict(set)
    for draft in (*drafts(plans=False), *drafts(plans=True)):
        for token in tokens(draft.text):
            if token.key.isalpha() and draft.text[token.start].islower():
                counts[token.key] += 1
                briefs[token.key].add(draft.brief.id)
    common = [word for word in counts if counts[word] >= RAREST and len(briefs[word]) >= BRIEFS]
    slips = {word for word in common if word not in real and _is_slip(word, counts)}
    return sorted(set(common) - slips, key=lambda word: (-counts[word], word))


def _is_slip(word: str, counts: Counter) -> bool:
    likely = (other for other in slips_of(word) if len(min(word, other, key=len)) >= SHORT)
    return any(counts[other] >= TIMES * counts[word] for other in likely)


def alike(real: frozenset[str], known: Iterable[str]) -> Iterator[str]:
    """The other ``real`` words that could be taken for a slip of a known one, by the alphabet."""
    known = frozenset(known)
    for word in sorted(real - known):
        if len(word) >= SHORTEST and not slips_of(word).isdisjoint(known):
            yield word


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scowl", type=Path, help="the folder of SCOWL's lists")
    real = listed(parser.parse_args().scowl)
    known = known_words(real)
    parts = (textwrap.wrap(" ".join(words), 120, break_on_hyphens=False) for words in (known, alike(real, known)))
    first, second = ("\n".join(lines) for lines in parts)
    FILE.write_text(f"{HEAD}\n{first}\n----\n{second}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
