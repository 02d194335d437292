"""Who a plan speaks of: every mention of a person of the brief, by name, by role or by a pronoun that carries on.

A mention is *toward* somebody (the step goes to them) or *aside* (they are only spoken of: "say Ikram sent me").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from .brief import Brief
from .date_words import DAYS, MONTHS
from .dates import When
from .duties import Referral
from .matter import is_common, weight
from .situation import TITLES, Person, situation
from .text import Token, fold, within_one_edit


@dataclass(frozen=True)
class Mention:
    """One mention of ``name`` (as the plan shows it) at ``start``; ``how`` is name, role or group."""

    name: str
    start: int
    end: int
    how: str
    toward: bool


@dataclass(frozen=True)
class Cast:
    """The people of one brief with the words by which they are known; ``thirds`` are those of referrals."""

    forms: dict[str, str]
    doubtful: frozenset[str]
    groups: dict[str, re.Pattern]
    roles: tuple[tuple[tuple[str, ...], re.Pattern, str], ...]
    thirds: frozenset[str]


_ROLE_ENDS = re.compile(r"[;:,.]| of | at | for | in | on | from | with | who | whom | whose | that | named | and ")
_ARTICLES = frozenset("a an the his her their its my our one some".split())
_NO_ROLE = frozenset("handshake photograph card talk year person name friend time day mate hour way end line".split())
_FOLK = "(?:man|woman|lady|fellow|fella|chap|guy|gentleman|person|bloke|girl|boy)"


@lru_cache(maxsize=64)
def cast(brief: Brief, referrals: tuple[Referral, ...]) -> Cast:
    """The cast of a plan's brief."""
    people = situation(brief).people
    thirds = {form: ref.third for ref in referrals for form in fold(ref.third).split()}
    single = {form: who.first for who in people if not who.group for form in who.forms}
    forms = {form: name for form, name in (thirds | single).items() if form not in TITLES}
    doubtful = frozenset(form for form in forms if is_common(form) or form in DAYS + MONTHS or _is_word(form))
    groups = {who.first: _group(who) for who in people if who.group}
    roles = _roles(people, referrals, "; ".join((brief.owed, *brief.people)))
    return Cast(forms, doubtful, groups, roles, frozenset(ref.third for ref in referrals))


def _group(who: Person) -> re.Pattern:
    """A group is known by two words of its name that stand together ("first aid"), or by its noun ("her cousins")."""
    name = re.split(r" on | in | at | of (?=the \w+ \w+$)|,", fold(who.name))[0]
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word not in _ARTICLES and word not in _JOINING]
    pairs = [rf"{re.escape(one)}[\s-]+(?:and[\s-]+)?{re.escape(two)}" for one, two in zip(words, words[1:])]
    last = [re.escape(words[-1])] if words and words[-1] not in _NO_GROUP else []
    last += [rf"(?<!in )the {words[-1]}"] if words and words[-1] in ("group", "evening", "class") else []
    return re.compile(rf"\b(?:{'|'.join(pairs + last) or '(?!)'})\b")


_JOINING = frozenset("and or two three four five six own s".split())
_NO_GROUP = frozenset("group evening morning day night people class school work shop house city village".split())


def _is_word(form: str) -> bool:
    return form in {"will", "may", "mark", "rose", "bill", "grace", "hope", "joy", "sunny", "art", "rich", "dawn"}


def _roles(
    people: tuple[Person, ...], referrals: tuple[Referral, ...], told: str
) -> tuple[tuple[tuple[str, ...], re.Pattern, str], ...]:
    """What each can be called without a name: "the tiler", "my foreman", "the uniform lady".

    Each pattern comes with the words of which one must stand in the text for it to be tried.
    """
    single = [who for who in people if not who.group]
    heads = {who.first: _head(who) for who in single}
    heads |= {ref.third: _third_role(ref.third, told) for ref in referrals if ref.third not in heads}
    shared = Counter(word for words in heads.values() for word in words[-1:])
    found = []
    for name, words in heads.items():
        if words and shared[words[-1]] == 1:
            found.append((words[-1:], _role(re.escape(words[-1])), name))
        elif len(words) > 1:
            found.append((words[-1:], _role(rf"{re.escape(words[-2])}[ -]{re.escape(words[-1])}"), name))
    matters = {who.first: {word for word in _words(who.note) if weight(word) >= 1 and len(word) > 3} for who in single}
    known = Counter(word for words in matters.values() for word in words)
    for name, words in matters.items():
        alone = tuple(sorted(word for word in words if known[word] == 1))
        own = "|".join(map(re.escape, alone))
        if own:
            found.append((alone, re.compile(rf"\b(?:the|that|this|my|our) (?:{own})(?:'s)?[ -]{_FOLK}\b"), name))
    return tuple(found)


def _role(head: str) -> re.Pattern:
    led = "the|my|our|that|this|old|dear|madam|see|ask|tell|thank|call|ring|visit|to|with|from|for"
    return re.compile(rf"(?:\b(?:{led}) (?:[\w-]+ )?|(?:^|\n)[ \t*\d.)•-]*){head}(?:'s)?\b(?!['-])")


def _head(who: Person) -> tuple[str, ...]:
    """The words of the role in a note such as "a river-water chemist: another field", the noun last."""
    clause = next((part for part in _ROLE_ENDS.split(fold(who.note)) if part.strip()), "")
    words = [word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", clause) if word not in who.forms]
    while words and (words[0] in _ARTICLES or words[0].endswith("'s")):
        words = words[1:]
    fits = words and len(words) <= 4 and len(words[-1]) > 2 and not words[-1].endswith(("ed", "ly"))
    verb = words and (words[0] in {"runs", "gave", "took", "asked", "said", "offered", "lent", "seen", "met", "wants"})
    return tuple(words) if fits and not verb and words[-1] not in _NO_ROLE else ()


def _third_role(third: str, told: str) -> tuple[str, ...]:
    """The role before a referral's name: "the glue maker Albano Reis", "a course tutor, Greg Hall"."""
    found = re.search(rf"((?:[a-z-]+ ){{1,3}}|(?:[a-z-]+ ){{0,2}}[a-z-]+, ){re.escape(third)}", told)
    words = [word for word in re.findall(r"[a-z-]+", found.group(1))] if found else []
    while words and (words[0] in _ARTICLES or is_common(words[0])):
        words = words[1:]
    return tuple(words) if words and len(words[-1]) > 3 and not is_common(words[-1]) else ()


def _words(note: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(note))


def mentions(text: str, words: tuple[Token, ...], company: Cast, whens: tuple[When, ...]) -> tuple[Mention, ...]:
    """Every mention of the cast in ``text``, whose tokens are ``words``, in order of place."""
    folded = fold(text)
    found = list(_named(text, folded, words, company, whens))
    for needs, pattern, name in company.roles:
        if any(word in folded for word in needs):
            found += [(name, at.start(), at.end(), "role") for at in pattern.finditer(folded)]
    for name, pattern in company.groups.items():
        found += [(name, at.start(), at.end(), "group") for at in pattern.finditer(folded)]
    found.sort(key=lambda item: (item[1], -item[2]))
    spans = [(when.start, when.end) for when in whens if when.kind == "event"]
    return tuple(
        Mention(*item, not any(low <= item[1] < high for low, high in spans) and _is_toward(folded, item[1], item[2]))
        for item in _apart(found)
    )


def _apart(found: list[tuple]) -> list[tuple]:
    """Mentions that overlap, or follow each other as parts of one name, become one."""
    kept: list[tuple] = []
    for item in found:
        if kept and item[1] < kept[-1][2] + 2 and (item[0] == kept[-1][0] or item[1] < kept[-1][2]):
            kept[-1] = (kept[-1][0], kept[-1][1], max(item[2], kept[-1][2]), kept[-1][3])
        elif not (kept and kept[-1][3] == "role" and item[1] <= kept[-1][2] + 1):
            kept.append(item)
        else:
            kept[-1] = (item[0], kept[-1][1], item[2], "name")
    return kept


def _named(text: str, folded: str, words: tuple[Token, ...], company: Cast, whens: tuple[When, ...]):
    for at, word in enumerate(words):
        form = _form(word, text, folded, company, whens)
        if form is None:
            continue
        beside = {words[near].key for near in (at - 1, at + 1) if 0 <= near < len(words)}
        if _ARTICLES & {words[at - 1].key if at else ""} and not text[word.start].isupper():
            continue
        if form in company.doubtful and not _is_meant(word, text, folded, beside, company, whens):
            continue
        yield company.forms[form], word.start, word.end, "name"


def _form(word: Token, text: str, folded: str, company: Cast, whens: tuple[When, ...]) -> str | None:
    key = word.key
    for form in (key, folded[word.start:word.end].partition("'")[0], key.removesuffix("s")):
        if form in company.forms:
            return form
    if len(key) < 5 or not text[word.start].isupper() or is_common(key):
        return None
    if any(when.start <= word.start < when.end for when in whens):
        return None
    near = [form for form in company.forms if len(form) >= 5 and form[0] == key[0] and within_one_edit(key, form)]
    return near[0] if near else None


def _is_meant(word: Token, text: str, folded: str, beside: set[str], company: Cast, whens: tuple[When, ...]) -> bool:
    """Whether a name that is also a common word or a month stands for the person here."""
    if any(company.forms.get(key) == company.forms.get(word.key) for key in beside if key in company.forms):
        return True
    if any(when.start <= word.start < when.end for when in whens):
        return False
    opens = not word.start or folded[:word.start].rstrip(" -*•\t")[-1:] in ("", ".", "!", "?", "\n")
    labelled = folded[word.end:word.end + 2].lstrip()[:1] in (":", ",", "|", "-")
    return text[word.start].isupper() and (not opens or labelled)


_SAID = r"(?:sent|said|says|named|gave|told|recommended|mentioned|thought|suggested|lent|offered|put|spoke|asked|wrote)"
_ASIDE_AFTER = re.compile(rf"'s? (?!place|house|door|desk|stall|shop|office|bench)|s' | (?:already |also )?{_SAID}\b")
_ASIDE_BEFORE = re.compile(
    r"(?:\b(?:from|by|of|about|via|through|mention|praise)(?: \w+\.?)?"
    r"|\b(?:says|that|because|since|as|like|than|what|how))\s$")
_TOWARD_BEFORE = re.compile(
    r"\b(?:to|thank|thanks|tell|ask|ring|call|visit|see|with|write|text|message|msg|meet|email|mail|send|bring|give"
    r"|inform|invite|remind|greet|phone|show|let|lend|at|for|chase|reach|approach|post|pay|hand|owe|nudge|update)"
    r"(?: (?:up|upon|on|by|my|the|old|mr|mrs|ms|miss|dr|prof|professor|madam|dear|again|mistress|captain|chief"
    r"|\w{1,12})"
    r"\.?){0,2}\s$")


def _is_toward(folded: str, start: int, end: int) -> bool:
    """Whether a mention stands where the one whom a step goes to stands."""
    before, after = folded[max(0, start - 40):start], folded[end:end + 16]
    tail = re.split(r"[\n.,;:|!?-]", before)[-1]
    if _ASIDE_AFTER.match(after) or folded[end - 2:end] == "'s":
        return False
    if _TOWARD_BEFORE.search(tail) and not re.search(r"\b(?:from|of|by|because|about)(?: \w+\.?)? $", tail):
        return True
    return not _ASIDE_BEFORE.search(tail)


_ONE = r"(?:he|him|she|her|hers)\b"
_BOTH = re.compile(r"\b(?:they|them|both)\b")
_AT_ONCE = re.compile(rf"\W*(?:[\w'/.]+\W+){{0,2}}?{_ONE}")


def carried(folded: str, before: tuple[str, ...], same_line: bool) -> tuple[str, ...]:
    """Whom a piece that names nobody goes to: those of the piece before, where a pronoun carries on.

    In a list a line stands for itself, so that there the pronoun has to come at once.
    """
    if len(before) == 1:
        return before if (re.search(rf"\b{_ONE}", folded) if same_line else _AT_ONCE.match(folded)) else ()
    return before if same_line and len(before) == 2 and _BOTH.search(folded) else ()
