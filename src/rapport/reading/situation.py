"""What a brief means for the reader: names, ties, help given, and the words that each matter is known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .brief import Brief
from .date_words import DAYS, MONTHS
from .matter import is_common, open_to_slips, stem, topic, weight
from .text import bare, fold

TITLES = frozenset("mr mrs ms miss dr prof professor rev reverend sir dame sister father mister doctor madam".split())
SMALL_HELP = ("answer", "offer", "show", "took", "take", "brochure", "card", "tip", "question", "nothing", "advice to")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*(?:(?: & | )[^\W\d_][\w’'-]*)*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def begins_as_name(word: str) -> bool:
    """Whether a word begins with a capital and has more than capitals in it, or is of a script without capitals."""
    if "a" <= word[0] <= "z":
        return False
    if word[0].lower() == word[0].upper():
        return True
    return word[0].isupper() and any(char.islower() for char in word)


def _runs(text: str) -> Iterator[tuple[str, int]]:
    """The runs of words that begin as names, parted by single blanks or by " & "."""
    for stretch in _WORDS.finditer(text):
        first = last = None
        for word in _WORD.finditer(text, stretch.start(), stretch.end()):
            if begins_as_name(word.group()):
                first, last = first or word, word
            elif first:
                yield text[first.start():last.end()], first.start()
                first = None
        if first:
            yield text[first.start():last.end()], first.start()


def names_in(text: str) -> tuple[str, ...]:
    """Capitalised names in a brief's line, first words of clauses left out where they are common words."""
    found = []
    for run, start in _runs(text):
        words = [word for word in run.split() if word != "&" and fold(word) not in TITLES and not is_common(fold(word))]
        opens = not start or text[:start].rstrip()[-1:] in ".:!?\"'"
        if words and not (opens and len(words) == 1):
            found.append(" ".join(words).removesuffix("'s").removesuffix("’s"))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Person:
    """Somebody the brief names: ``name`` for display, ``forms`` as folded words, ``note`` what is known."""

    name: str
    first: str
    forms: frozenset[str]
    note: str
    group: bool = False


@lru_cache(maxsize=1024)
def forms_of(name: str) -> frozenset[str]:
    """The folded words by which a name is known in a text: with and without apostrophes, and the parts of doubles."""
    words = fold(name).split()
    parts = {part for word in words for part in word.split("-") if part}
    return frozenset({*words, *map(bare, words), *map(bare, parts)})


def person(line: str) -> Person:
    """The person of a line such as "Dana Okafor, soil research head; lacks data"."""
    name, comma, note = line.partition(",")
    clause = re.split(r";| who | whom | of | on ", name, maxsplit=1)[0]
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", clause) if fold(word).rstrip(".") not in TITLES]
    proper = _name_words(words)
    titles = [word for word in re.findall(r"\w+", clause) if fold(word) in TITLES]
    if not proper:
        forms = frozenset(stem(fold(word)) for word in words if weight(fold(word)))
        return Person(name.strip(), name.strip(), forms, line, True)
    shown = proper[0] if len(proper) > 1 or not titles else f"{titles[0]} {proper[0]}"
    return Person(" ".join(titles + proper), shown, forms_of(" ".join(proper)), note.strip() or line)


_PARTICLES = frozenset("de da do del della der den di dos du van von bin bint ibn al el la le ter ten y e".split())


def _has_capital(part: str) -> bool:
    return part[0].isupper() or part[0].lower() == part[0].upper()


def _name_words(words: list[str]) -> list[str]:
    """The capitalised words; where a role opens the line ("Section chief Luo") only the last run of them."""
    proper = [at for at, word in enumerate(words) if any(_has_capital(part) for part in word.split("-") if part)]
    if not proper or proper[0]:
        return [words[at] for at in proper]
    breaks = [at for at in proper[1:] if words[at - 1][:1].islower() and fold(words[at - 1]) not in _PARTICLES]
    return [words[at] for at in proper if not breaks or at >= breaks[-1]]


@dataclass(frozen=True)
class Situation:
    """What the reader needs of one brief, worked out once."""

    recipient: Person
    sender: Person
    people: tuple[Person, ...]
    thirds: tuple[str, ...]
    tie: str
    helped: str
    lent: bool
    referred: bool
    owed: dict[str, float]
    facts: tuple[dict[str, float], ...]
    gifts: tuple[dict[str, float], ...]
    cue: dict[str, float]
    promise: dict[str, float]
    met: dict[str, float]
    need: dict[str, float]
    numbers: frozenset[str]

    @cached_property
    def slips(self) -> dict[str, tuple[str, ...]]:
        """The stems of all its matters that are known in spite of a slip of the fingers, by first letter."""
        single = (self.owed, self.cue, self.promise, self.met, self.need)
        return open_to_slips((*single, *self.facts, *self.gifts))

    @property
    def stranger(self) -> bool:
        """Whether the two do not know each other's work: never met, or once."""
        return self.tie in ("stranger", "met", "came")


@lru_cache(maxsize=256)
def situation(brief: Brief) -> Situation:
    """The situation of ``brief``."""
    recipient, sender = person(brief.recipient or brief.sender), person(brief.sender)
    known = recipient.forms | sender.forms
    lines = (*brief.facts, brief.owed, brief.need, *brief.can_give, brief.recipient)
    thirds = dict.fromkeys(
        name for line in lines for name in names_in(line)
        if not set(fold(name).split()) & known and not set(fold(name).split()) & set(_calendar())
    )
    drop = {stem(form) for form in known | {form for name in thirds for form in forms_of(name)}}
    topics = [{key: value for key, value in topic(fact).items() if key not in drop} for fact in brief.facts]
    return Situation(
        recipient, sender, tuple(person(line) for line in brief.people), tuple(thirds), _tie(brief), _helped(brief),
        _lent(brief), _referred(brief), _without(topic(brief.owed), drop),
        tuple(topics), tuple(_without(topic(gift), drop) for gift in brief.can_give),
        _without(topic(brief.cue or ""), drop),
        _without(topic(brief.promise or ""), drop | {"promis"}), _without(topic(brief.relationship), drop),
        _without(topic(brief.need), drop),
        frozenset(re.findall(r"\d+", " ".join((*brief.facts, brief.owed, *brief.can_give, brief.relationship)))),
    )


def _without(found: dict[str, float], drop: set[str]) -> dict[str, float]:
    return {key: value for key, value in found.items() if key not in drop}


def _calendar() -> tuple[str, ...]:
    return DAYS + MONTHS + tuple(f"{day}s" for day in DAYS)


def _tie(brief: Brief) -> str:
    words = fold(brief.relationship)
    if "dormant" in words or "no contact" in words:
        return "dormant"
    if "contacted" in words or "wrote to " in words:
        return "came"
    ties = (("stranger", ("stranger", "never met")), ("close", ("close", "friend")), ("met", ("met once", "met ")))
    for tie, cues in ties:
        if any(cue in words for cue in cues):
            return tie
    return "acquaintance"


def _referred(brief: Brief) -> bool:
    """Whether the recipient passed on a name, a number, a job or an agency."""
    words = fold(" ".join((brief.recipient, brief.owed, *brief.facts)))
    passed = (r"\breferral|\brecommended|\bsuggested a|\bpointer|\bintroduced\b|\bgave \w+ the (?:name|number|address)|"
              r"\btold \w+ to write")
    return bool(re.search(passed, words))


def _helped(brief: Brief) -> str:
    """none, small (a kindness or an offer: thanks are due) or real (a return is due too)."""
    words = fold(brief.owed)
    if not words.strip() or words.startswith(("nothing", "none")):
        return "none"
    if not re.search(r"\b(?!took\b|takes\b)\w+", words) or re.match(r"(?:she|he|they) took\b", words):
        return "none"
    clauses = [clause for clause in re.split(r";|,| and ", words) if clause.strip()]
    return "small" if all(any(small in clause for small in SMALL_HELP) for clause in clauses) else "real"


def _lent(brief: Brief) -> bool:
    """Whether part of the help was a thing to be brought back."""
    return bool(re.search(r"\b(?:lent|loan|borrowed)\b", fold(brief.owed)))
