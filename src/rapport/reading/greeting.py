"""The name in the greeting: right, a slip of the fingers, or somebody else's."""

from __future__ import annotations

import re

from .matter import wordlist
from .situation import TITLES, Situation
from .text import fold, within_one_edit

GREETING = re.compile(
    r"\s*(?:(?:dear|hi|hello|hey|hiya|respected|good (?:morning|day|afternoon|evening)|morning|evening|greetings|hej"
    r"|hola|to)[, ]+)+(?P<name>[^\n,.:;!?\-–—]{2,40})", re.IGNORECASE)


def greeting(sentences, place: Situation, text: str):
    """The greeting judged: (wrong name, near miss, whether the right name stands anywhere)."""
    forms = place.recipient.forms
    named = any(token.key.removesuffix("s") in forms or token.key in forms for s in sentences for token in s.tokens)
    greeted = GREETING.match(text)
    if not greeted:
        return None, None, named
    words = list(re.finditer(r"[^\W\d_][\w'’]*", greeted["name"]))
    calls = [word for word in words if fold(word.group()) not in wordlist("not-a-name") and word.group()[:1].isupper()]
    if not calls or any(_is_form(fold(word.group()), forms) for word in words):
        return None, None, named
    calls = [word for word in calls if fold(word.group()) not in TITLES][:2]
    if not calls or len(words) > 4:
        return None, None, named
    start, end = (greeted.start("name") + at for at in (calls[0].start(), calls[-1].end()))
    called = (start, end, text[start:end])
    near = any(len(form) > 3 and within_one_edit(fold(word.group()), form) for form in forms for word in calls)
    return (None, called, named) if near else (called, None, named)


def _is_form(word: str, forms: frozenset[str]) -> bool:
    """Whether a folded word is one of the names, a short form ("Ben") or a pet form ("Benny") of it."""
    bare = word.removesuffix("'s")
    shortened = any(len(bare) >= 2 and form.startswith(bare) for form in forms)
    return bare in forms or shortened or any(_is_pet_form(bare, form) for form in forms)


def _is_pet_form(word: str, form: str) -> bool:
    return len(form) >= 3 and word.startswith(form) and word[len(form):].lstrip(form[-1]) in ("y", "ie", "i")
