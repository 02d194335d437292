"""Texts that are no normal answer: another language, a recited rubric, a copied brief, words to the grader.

Such a text is not refused. It earns few points, says why in one sentence, and a
person decides. Each sign was chosen so that next to no honest draft shows it:
of 1,507 labelled drafts (written by language models) 17 show one, nearly all of
them written to recite virtues.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from .. import catalog
from .brief import Brief
from .matter import stem, wordlist
from .text import ANALYSED, Sentence, fold


class Oddity(NamedTuple):
    """Why a text is odd, in a sentence for its writer; ``most`` is the score it can earn at most."""

    notice: str
    most: int


LONG = Oddity("This text is very long, so only its first part was read. A short one is more likely to be answered.", 10)
FOREIGN = Oddity("This does not look like English, so I cannot read it. A person should look at it.", 0)
WORDLESS = Oddity("There are too few words here to read.", 0)
RECITED = Oddity("This names the parts of a good answer instead of being one. Write to the person, in plain words.", 3)
COPIED = Oddity("Much of this is copied from the brief. Say it in your own words, to the person.", 3)
REPEATED = Oddity("The same sentence stands here several times. Once is enough; a person should look at this.", 3)
HIDDEN = Oddity("Part of this text is written so that it cannot be seen. A person should look at it.", 3)
TO_THE_GRADER = Oddity("Some words here speak to whoever gives marks. Write only to the person in the brief.", 3)

_UNSEEN = re.compile("[\u200b\u200c\u2060\ufeff\U000e0000-\U000e007f]")
_MARKUP = re.compile(r"<!--|<[a-z]+[^>]*(?:style|hidden|color)\b|\[//\]: #|display: ?none|font-size: ?0", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:ignore|disregard|forget) (?:all |any )?(?:the |your |my )?(?:previous|prior|above|earlier) "
                    r"(?:instruction|rule|prompt|text)|"
                    r"(?<!would )(?<!'d )(?<!will )\b(?:give|award) (?:me |this |it |us )?(?:full marks|10|ten)\b")
_MARKS = re.compile(r"\b(?:grad(?:e|es|ed|er|ing)|scor(?:e|es|ing)|rubrics?|criteri(?:on|a)|full marks|"
                    r"(?:10|ten) (?:out of|of|/) ?(?:10|ten)|10/10|points|language model|system prompt)\b")


def oddity(text: str, found: tuple[Sentence, ...], brief: Brief) -> Oddity | None:
    """The first oddity that ``text`` shows, or None. ``found`` are its sentences."""
    words = [token.key for sentence in found for token in sentence.tokens if token.key.isalpha()]
    signs = (
        (WORDLESS, len(words) < 3),
        (HIDDEN, _hides(text)),
        (TO_THE_GRADER, _speaks_to_the_grader(fold(text))),
        (REPEATED, _repeats(found)),
        (FOREIGN, _is_foreign(words, brief)),
        (RECITED, len({stem(word) for word in words} & set(map(stem, wordlist("rubric")))) >= 5),
        (COPIED, _is_copied(words, brief)),
        (LONG, len(text) > ANALYSED),
    )
    return next((kind for kind, shows in signs if shows), None)


def _hides(text: str) -> bool:
    return len(_UNSEEN.findall(text)) >= 3 or bool(_MARKUP.search(text))


def _speaks_to_the_grader(words: str) -> bool:
    named = sum("-" in label and label in words for label in (*catalog.labels(), *catalog.mistakes()))
    return bool(_ORDER.search(words)) or named >= 2 or len(set(_MARKS.findall(words))) >= 2


def _repeats(found: tuple[Sentence, ...]) -> bool:
    counts = Counter(" ".join(token.key for token in sentence.tokens) for sentence in found if sentence.words >= 3)
    return max(counts.values(), default=0) >= 3


def _is_foreign(words: list[str], brief: Brief) -> bool:
    """Whether hardly any of the commonest English words stand here; plans are terser than messages."""
    fewest, least = (25, 0.03) if brief.is_plan else (12, 0.12)
    return len(words) >= fewest and sum(word in wordlist("english") for word in words) / len(words) < least


def _is_copied(words: list[str], brief: Brief) -> bool:
    """Whether more than half of the draft's runs of five words stand in the brief as they are."""
    single = (brief.event, brief.relationship, brief.owed, brief.need, brief.recipient)
    parts = (*single, *brief.facts, *brief.can_give, *brief.people)
    source = " ".join(re.findall(r"[^\W\d_]+", fold(" ".join(parts)).replace("'", "")))
    runs = [" ".join(words[at:at + 5]) for at in range(len(words) - 4)]
    return len(runs) >= 8 and sum(run in source for run in runs) * 2 > len(runs)
