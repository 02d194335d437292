"""The name in the greeting: right, a slip of the fingers, or somebody else's."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from unicodedata import combining, normalize

from .matter import wordlist
from .situation import TITLES, Situation
from .text import fold, within_one_edit

GREETING = re.compile(
    r"\s*(?:(?:dear|hi|hello|hey|hiya|respected|good (?:morning|day|afternoon|evening)|morning|evening|greetings|hej"
    r"|hola|to)[, ]+)+(?P<name>[^\n,.:;!?\-–—]{2,40})", re.IGNORECASE)
LONG_TITLE = 6
"""A title of so many letters is known with a slip in it; a slip in a shorter one may make a name."""


def greeting(sentences, place: Situation, text: str):
    """The greeting judged: (wrong name, near miss, whether the right name stands anywhere)."""
    forms = place.recipient.forms
    named = any(token.key.removesuffix("s") in forms or token.key in forms for s in sentences for token in s.tokens)
    greeted = GREETING.match(text)
    if not greeted:
        return None, None, named
    words = list(re.finditer(r"[^\W\d_][\w'’]*", greeted["name"]))
    folded = [_title_meant(fold(word.group())) for word in words]
    if not words or any(_is_form(word, forms) for word in folded) or not all(map(_may_be_named, words, folded)):
        return None, None, named
    calls = [word for word, key in zip(words, folded) if key not in TITLES and word.group()[0].isupper()][:2]
    if not calls or len(words) > 4:
        return None, None, named
    start, end = (greeted.start("name") + at for at in (calls[0].start(), calls[-1].end()))
    called = (start, end, text[start:end])
    near = any(len(form) > 3 and within_one_edit(fold(word.group()), form) for form in forms for word in calls)
    return (None, called, named) if near else (called, None, named)


@lru_cache(maxsize=512)
def _title_meant(word: str) -> str:
    """The title that a word is one slip of ("profesor"), or the word."""
    return next((title for title in sorted(TITLES) if len(title) >= LONG_TITLE and title[0] == word[0]
                 and within_one_edit(word, title)), word)


def _may_be_named(word: re.Match, folded: str) -> bool:
    """Whether a word of the greeting is a title or may be a name: "Madam Head of Libraries" calls nobody by name."""
    is_other = folded in wordlist("not-a-name") or folded.endswith("'s")
    return word.group()[0].isupper() and not is_other or folded in TITLES or folded in ("dear", "my")


def _is_form(word: str, forms: frozenset[str]) -> bool:
    """Whether a folded word is one of the names, a short form ("Ben") or a pet form ("Benny") of it."""
    bare = _plain(word.removesuffix("'s"))
    plain = {*forms, *map(_plain, forms)}
    shortened = any(len(bare) >= 2 and form.startswith(bare) for form in plain)
    familiar = bare in plain or shortened or any(_is_pet_form(bare, form) for form in plain)
    return familiar or not plain.isdisjoint(_pet_names().get(bare, ()))


def _plain(word: str) -> str:
    """The word without accents: "bené" is short for "benedita"."""
    return "".join(char for char in normalize("NFD", word) if not combining(char))


@cache
def _pet_names() -> dict[str, tuple[str, ...]]:
    """By pet name the names that it stands for, where it is no beginning of them ("bill": "william")."""
    lines = resources.files(__package__).joinpath("pet-names.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":") for line in lines if line and not line.startswith("#"))
    return {pet: tuple(names.split()) for pet, names in pairs}


def _is_pet_form(word: str, form: str) -> bool:
    return len(form) >= 3 and word.startswith(form) and word[len(form):].lstrip(form[-1]) in ("y", "ie", "i")
