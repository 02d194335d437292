"""Everything that the trees see of a draft: the reading, the brief, what the rules found, and the linear models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..reading import Reading
from ..reading.cues import tag
from ..reading.text import sentences, tokens
from . import message_features, plan_features
from .grams import around, in_place, of_draft, of_unit, with_acts
from .linear import Linear
from .pooling import POOLS
from .roles import Roles, played, roles
from .vocabulary import Signed, Vocabulary


@dataclass(frozen=True)
class Parts:
    """A draft in its units (sentences of a message, steps of a plan): the words played, their n-grams, what each unit
    was read to do (or ``?`` where it asks anything); and the ``setting``, the traits of the brief."""

    words: list[list[str]]
    grams: list[list[str]]
    acts: list[list[str]]
    setting: list[str]


def parts(reading: Reading) -> Parts:
    """The units of a reading."""
    playing = roles(reading.brief)
    found = [step.words for step in reading.plan.steps] if reading.plan else [unit.tokens for unit in reading.sentences]
    words = [played(unit, reading.text, playing) for unit in found]
    return Parts(words, [of_unit(unit) for unit in words], _acts(reading, len(found)), _setting(reading))


def _acts(reading: Reading, count: int) -> list[list[str]]:
    if reading.plan:
        return [[] for _ in range(count)]
    acts = [["?"] if "?" in sentence.text else [] for sentence in reading.sentences]
    for act in reading.acts:
        if act.kind not in acts[act.sentence]:
            acts[act.sentence].append(act.kind)
    return acts


def _setting(reading: Reading) -> list[str]:
    brief, place = reading.brief, reading.place
    given = {"cue": brief.cue, "promise": brief.promise, "referred": place.referred}
    return [f"kind {brief.kind}", f"status {brief.status}", f"helped {place.helped}",
            *(name for name, value in given.items() if value)]


def plain(reading: Reading, found: Parts, rules: Mapping[str, bool], points: Mapping[str, int]) -> dict[str, float]:
    """The features that need no training: ``rules`` is whether each label found by a rule is sure, ``points`` what
    the rules give for each criterion."""
    kind = plan_features if reading.plan else message_features
    values = kind.of_brief(reading) | kind.of_reading(reading) | kind.of_acts(reading) | kind.of_words(found.words)
    values |= {f"rule: {label}": 2.0 if sure else 1.0 for label, sure in rules.items()}
    values |= {f"points: {name}": value for name, value in points.items()}
    return {name: float(value) for name, value in values.items()}


def looked_up(found: Parts, rows: Vocabulary) -> list[list[int | None]]:
    """For each unit the rows of its n-grams, None for one that the vocabulary does not have."""
    return [list(map(rows.get, grams)) for grams in found.grams]


def marked(found: Parts, own: list[list[int]], signed: Signed, marks: Linear) -> list[list[float]]:
    """The probability of each mark for each unit; ``own`` are the known rows of each unit, and ``signed`` tells words
    with a sign by what they add to the sums."""
    shared = sum(around(found.words, found.acts, found.setting, signed))
    sums = [[marks.sums(rows)] for rows in own]
    return [marks.told(sum(in_place(found.words, sums, found.acts, at, signed), shared)) for at in range(len(own))]


def by_itself(text: str, words: list[str] | None = None) -> list[str]:
    """The n-grams of a sentence without a draft or a brief around it; ``words`` where its words are played already."""
    words = played(tokens(text), text, Roles({}, {})) if words is None else words
    acts = dict.fromkeys(act.kind for sentence in sentences(text) for act in tag(sentence))
    return with_acts(of_unit(words), [*(["?"] if "?" in text else []), *acts])


def pool_names(names: Iterable[str]) -> list[str]:
    """The names of the pooled marks, in the order of ``pooled``."""
    return [f"{pool}: {name}" for pool in POOLS for name in names]


def guessed(found: Parts, own: list[list[int]], signed: Signed, draft: Linear) -> list[float]:
    """The draft model's probability of each target; ``own`` are the known rows of each unit, and ``signed`` tells words
    with a sign by their rows."""
    return draft.probabilities(of_draft(found.words, own, signed))


def known_pairs(found: Parts, looked: list[list[int | None]], draft: Linear) -> tuple[int, int]:
    """How many pairs of neighbouring words the draft model knows, and how many there are; ``looked`` as ``looked_up``
    gives it: the rows of the words, then those of the pairs, of which the first and the last have an edge in them."""
    pairs = [row for unit, rows in zip(found.words, looked) for row in rows[len(unit) + 1:2 * len(unit)]]
    return sum(map(draft.knows, filter(None, pairs))), len(pairs)
