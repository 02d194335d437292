"""Changes of a draft's dress that a careful rater does not mark: typing slips, case, line breaks, marks."""

from __future__ import annotations

import random
import re

WORD = re.compile(r"\b[^\W\d_]{4,}\b")
EVERY = 8


def slipped(text: str, seed: int) -> str:
    """The text with a slip of the fingers in about one word of eight; names, numbers and short words stay."""
    dice = random.Random(seed)
    words = re.findall(r"\S+", text)
    places = [found for found in WORD.finditer(text) if found.group()[0].islower()]
    chosen = sorted(dice.sample(places, min(len(places), len(words) // EVERY)), key=lambda found: found.start())
    for found in reversed(chosen):
        text = text[:found.start()] + _slip(found.group(), dice) + text[found.end():]
    return text


def _slip(word: str, dice: random.Random) -> str:
    place = dice.randrange(1, len(word) - 1)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2:]
    dropped = word[:place] + word[place + 1:]
    doubled = word[:place] + word[place] + word[place:]
    return dice.choice([form for form in (swapped, dropped, doubled) if form != word])


def in_small_letters(text: str) -> str:
    return text.lower()


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def without_apostrophes(text: str) -> str:
    return text.replace("'", "").replace("’", "")


def with_typeset_marks(text: str) -> str:
    """Round apostrophes, long dashes and hard spaces, as a word processor sets them."""
    text = re.sub(r"(\d) (?=[A-Z])", "\\1\u00a0", text)
    return text.replace("'", "’").replace(" - ", " – ")


def with_emoji(text: str) -> str:
    """A smile at the end of the first sentence, and one flower at the end."""
    return re.sub(r"(?<=[a-z])\. ", " 😊. ", text, count=1).rstrip() + " 🌷"


def with_wide_lines(text: str) -> str:
    """Blank lines doubled and Windows line ends."""
    return text.replace("\n\n", "\n\n\n").replace("\n", "\r\n")


def wrapped(text: str) -> str:
    """Each paragraph broken at sixty characters, as old mail programs do."""
    return "\n".join(re.sub(r"(.{45,60}) ", r"\1\n", line) for line in text.split("\n"))


MESSAGE_DRESSES = (in_small_letters, on_one_line, without_apostrophes, with_typeset_marks, with_emoji,
                   with_wide_lines, wrapped)
PLAN_DRESSES = (in_small_letters, without_apostrophes, with_typeset_marks, with_wide_lines)


def renamed(text: str, cast: list[str], people: list[str]) -> str:
    """The text with each name of the cast exchanged, whole or in parts, for the name at the same place."""
    new = {}
    for old_name, new_name in zip(cast, people, strict=False):
        given, _, family = new_name.partition(" ")
        old_given, _, old_family = old_name.partition(" ")
        new |= {old_name: new_name if old_family else given, old_given: given}
        if old_family:
            new[old_family] = family
    longest_first = sorted(new, key=len, reverse=True)
    names = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return names.sub(lambda found: new[found.group()], text)
