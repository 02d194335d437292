"""Texts that are no normal answer: another language, a recited rubric, a copied brief, words to the grader.

Such a text is not refused. It earns few points, says why in one sentence, and a
person decides. Each sign was chosen so that next to no honest draft shows it:
of the labelled drafts (written by language models) about one in a hundred shows one,
most of them blank notes that earn few points anyway.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from .. import catalog
from .brief import Brief
from .matter import stem, topic, weight, wordlist
from .needing import Needing
from .situation import situation
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
DESCRIBED = Oddity("This tells what a message would say. Write the message itself, to the person.", 3)
BLANKS = Oddity("There are blanks here still to be filled. Fill them with what you know of this person.", 3)
SCRAPS = Oddity("Nearly all lines here are two or three words. Say who does what, and when.", 3)
ELSEWHERE = Oddity("Nothing in this text has to do with this brief. Is it an answer to another one?", 3)
A_PLAN = Oddity("This is a list of steps. Here one message to one person is wanted.", 3)
SCRAMBLED = Oddity("The words here do not make sentences that I can read. A person should look at it.", 3)
TO_THE_GRADER = Oddity("Some words here speak to whoever gives marks. Write only to the person in the brief.", 3)

_UNSEEN = re.compile("[\u200b\u200c\u2060\ufeff\U000e0000-\U000e007f]")
_TURNED = re.compile("[\u202d\u202e\u2066-\u2068]")
_FAR_BELOW, _DEPTH = re.compile(r"(?:\n\s*){15}"), 15
_MARKUP = Needing(
    r"<!--|<[a-z]+[^>]*(?:style|hidden|color|size)\b|\[//\]: #|display: ?none|font-size: ?0",
    "<", "[//]", "play:", "ze:", flags=re.IGNORECASE)
_ORDER = Needing(r"\b(?:ignore|disregard|forget) (?:all |any )?(?:the |your |my )?(?:previous|prior|above|earlier) "
                 r"(?:instruction|rule|prompt|text)", "ignore ", "disregard ", "forget ")
_REWARD = Needing(r"(?<!would )(?<!'d )(?<!will )\b(?:give|award) (?:me |this |it |us )?(?:full marks|10|ten)\b",
                  "full marks", "10", " ten")
_ASIDE = Needing(r"\bwho(?:ever| ?so ?ever) (?:marks?|grades?|corrects?|scores?) (?:this|it|these)\b|"
                 r"\b(?:give|award|grant) (?:me |this |it )?(?:an? )?(?:high|good|full) (?:score|marks?|grade)\b",
                 "mark", "grade", "correct", "score")
_OF_A_MESSAGE = Needing(
    r"\b(?:would|will|should|could|'d|'ll) (?:write|send|begin|start)\b[^.\n]{0,40}"
    r"\b(?:e-?mail|message|letter|note|text)\b[^.\n]{0,20}\b(?:in which|where i|that (?:thanks|says|gives))\b",
    "in which", "where i", "that thanks", "that says", "that gives")
_BLANK = Needing(r"\[[a-z][^\]\n]{2,40}\]|<[a-z][a-z ]{2,30}>|_{4,}", "[", "<", "____", flags=re.IGNORECASE)
_DATED_LINE = re.compile(
    r"^\W*(?:mon|tue|wed|thu|fri|sat|sun|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|week \d)[^\n:,]{0,14}[:,]",
    re.IGNORECASE | re.MULTILINE)
_FIELDS = Needing(r"(?:^|[.\n]\s*)(The recipient is|Relationship|Owed|Can give|Need|Status|Facts|Cue)\b",
                  "the recipient is", "relationship", "owed", "can give", "status", "facts", "cue")
"""Three of these are looked for; hence "need", which stands in many drafts, is no word to try them for."""
_MARKS = Needing(r"\b(?:grad(?:e|es|ed|er|ing)|scor(?:e|es|ing)|rubrics?|criteri(?:on|a)|full marks|"
                 r"(?:10|ten) (?:out of|of|/) ?(?:10|ten)|10/10|points|language model|system prompt)\b",
                 "grad", "scor", "rubric", "criteri", "full marks", "10 o", "ten o", "10 /", "ten /", "10/10", "points",
                 "language model", "system prompt")


def oddity(text: str, found: tuple[Sentence, ...], brief: Brief) -> Oddity | None:
    """The first oddity that ``text`` shows, or None. ``found`` are its sentences."""
    words = [key for sentence in found for key in sentence.keys if key.isalpha()]
    said, folded = frozenset(words), fold(text)
    signs = (
        (WORDLESS, len(words) < 3),
        (HIDDEN, _hides(text, folded)),
        (TO_THE_GRADER, _speaks_to_the_grader(folded)),
        (REPEATED, _repeats(found)),
        (SCRAPS, _is_scraps(found)),
        (FOREIGN, _is_foreign(words, brief)),
        (RECITED, _recites(said)),
        (COPIED, _is_copied(words, brief) or len(set(_FIELDS.findall(text, folded))) >= 3),
        (DESCRIBED, bool(_OF_A_MESSAGE.search(folded))),
        (BLANKS, len(set(_BLANK.findall(text, folded))) >= 3),
        (A_PLAN, not brief.is_plan and _is_a_list_of_days(text)),
        (ELSEWHERE, _is_elsewhere(said, brief)),
        (LONG, len(text) > ANALYSED),
    )
    return next((kind for kind, shows in signs if shows), None)


def _hides(text: str, folded: str) -> bool:
    unseen = not text.isascii() and (len(_UNSEEN.findall(text)) >= 3 or _TURNED.search(text))
    far_below = text.count("\n") >= _DEPTH and _FAR_BELOW.search(text)
    return bool(unseen or far_below or _MARKUP.search(text, folded))


def _is_a_list_of_days(text: str) -> bool:
    """Whether at least four lines, and more than half of all, begin with a day."""
    dated = len(_DATED_LINE.findall(text))
    return dated >= 4 and dated * 2 > sum(bool(line.strip()) for line in text.splitlines())


def _recites(words: frozenset[str]) -> bool:
    """Whether five words of the rating guide, or six virtues, are named."""
    said = frozenset(map(stem, words))
    return len(said & _stems_in("rubric")) >= 5 or len(said & _stems_in("virtues")) >= 6


@cache
def _stems_in(name: str) -> frozenset[str]:
    return frozenset(map(stem, wordlist(name)))


def _speaks_to_the_grader(words: str) -> bool:
    named = sum(label in words for label in _labels()) if "-" in words else 0
    ordered = _ORDER.search(words) or _REWARD.search(words) or _ASIDE.search(words)
    return bool(ordered) or named >= 2 or len(set(_MARKS.findall(words))) >= 2


@cache
def _labels() -> tuple[str, ...]:
    return tuple(label for label in (*catalog.labels(), *catalog.mistakes()) if "-" in label)


def _is_scraps(found: tuple[Sentence, ...]) -> bool:
    """Whether it is many sentences or lines, nearly all of three words or fewer; no draft in training/ is."""
    short = sum(sentence.words <= 3 for sentence in found)
    return len(found) >= 8 and short >= 0.8 * len(found)


def _repeats(found: tuple[Sentence, ...]) -> bool:
    long = [sentence.keys for sentence in found if sentence.words >= 3]
    return len(set(long)) < len(long) and max(Counter(long).values()) >= 3


def _is_foreign(words: list[str], brief: Brief) -> bool:
    """Whether hardly any of the commonest English words stand here; plans are terser than messages."""
    fewest, least = (25, 0.03) if brief.is_plan else (12, 0.12)
    english = wordlist("english")
    return len(words) >= fewest and sum([word in english for word in words]) / len(words) < least


def _is_copied(words: list[str], brief: Brief) -> bool:
    """Whether more than half of the draft's runs of five words stand in the brief as they are."""
    source, threes = _source(brief)
    count = len(words) - 4
    if count < 8:
        return False
    # the three words in the middle of a run stand whole in the brief, or the run does not stand there at all
    middles = zip(words[1:], words[2:], words[3:-1])
    likely = [at for at, middle in enumerate(middles) if middle in threes]
    return sum(" ".join(words[at:at + 5]) in source for at in likely) * 2 > count


@lru_cache(maxsize=256)
def _source(brief: Brief) -> tuple[str, frozenset[tuple[str, ...]]]:
    """The words of a brief, and all runs of three of them."""
    words = re.findall(r"[^\W\d_]+", fold(" ".join(brief.lines)).replace("'", ""))
    return " ".join(words), frozenset(zip(words, words[1:], words[2:]))


def _is_elsewhere(words: frozenset[str], brief: Brief) -> bool:
    """Whether a text with much in it has next to nothing that stands in the brief, names left aside."""
    said = {stem(word) for word in words if weight(word) >= 1} - _names(brief)
    shared = len(said & _matter(brief))
    return not shared and len(said) >= 10 or shared == 1 and len(said) >= 25


@lru_cache(maxsize=256)
def _names(brief: Brief) -> frozenset[str]:
    place = situation(brief)
    return frozenset(map(stem, place.recipient.forms | place.sender.forms))


@lru_cache(maxsize=256)
def _matter(brief: Brief) -> frozenset[str]:
    """The weighty stems of everything that the brief says."""
    return frozenset(topic(" ".join(brief.lines))) - _names(brief)
