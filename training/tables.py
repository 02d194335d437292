"""The labelled drafts as tables: features, n-grams and targets, in rows of the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy
from corpus import Draft, drafts, marks, requests, single_sentences

from rapport import catalog
from rapport.assessing.judging import by_rules
from rapport.assessing.model import MESSAGE_CRITERIA, PLAN_CRITERIA
from rapport.estimating.features import Parts, by_itself, parts, plain
from rapport.estimating.grams import around, in_place, of_draft
from rapport.estimating.roles import Roles, played
from rapport.reading import read
from rapport.reading.brief import Brief, brief
from rapport.reading.text import tokens

TODAY = date(2026, 11, 21)
"""The day on which all drafts are read."""
LETTERS = "RWCTGgQaANSEeKDLPXUMBZOHVJ"
"""The marks of sentences: MARKS.md."""
REQUEST, UNKNOWN = "J", -1
"""The mark that stands in real e-mail alone, and the value of a mark that nobody has looked for."""


@dataclass(frozen=True)
class Table:
    """Rows of one kind of draft: ``plain`` features, the ``units`` of each draft, its n-grams and its targets.

    ``targets`` holds, by name, one 0 or 1 a labelled draft; ``briefs`` is what these are split by. Behind the labelled
    drafts stand rows for the examples of the mistakes, each of which says something of one target only: ``cases`` are
    (row, target, 0 or 1).
    """

    drafts: list[Draft]
    plain: list[dict[str, float]]
    units: list[list[list[str]]]
    whole: list[list[str]]
    spans: list[list[tuple[int, int]]]
    targets: dict[str, numpy.ndarray]
    briefs: numpy.ndarray
    cases: list[tuple[int, str, int]]


def table(plans: bool, sealed: bool = False) -> Table:
    """The table of all messages, or of all plans, that may be trained on (or of the sealed ones as well)."""
    found, taught = drafts(plans, sealed), list(_examples(plans))
    rows = [_row(draft.text, draft.brief) for draft in (*found, *(example for example, _, _ in taught))]
    units = [_units(split) for _, split, _ in rows]
    return Table(
        found, [values for values, _, _ in rows], units,
        [list(of_draft(split.words, split.grams)) for _, split, _ in rows], [spans for _, _, spans in rows],
        targets(found, PLAN_CRITERIA if plans else MESSAGE_CRITERIA), numpy.array([d.brief.id for d in found]),
        [(len(found) + at, f"label {label}", truth) for at, (_, label, truth) in enumerate(taught)],
    )


class _Example(NamedTuple):
    text: str
    brief: Brief


def _examples(plans: bool) -> Iterator[tuple[_Example, str, int]]:
    """The examples in the files of the mistakes, with the label that each must draw (1) or must not (0)."""
    for mistake in catalog.mistakes().values():
        for examples, truth in ((mistake.caught, 1), (mistake.spared, 0)):
            for example in examples:
                situation = brief(example.brief)
                if situation.is_plan == plans:
                    yield _Example(example.text, situation), example.label, truth


def _row(text: str, about: Brief) -> tuple[dict[str, float], Parts, list[tuple[int, int]]]:
    reading = read(text, about, TODAY)
    split = parts(reading)
    rules, points = by_rules(reading)
    spans = [(unit.start, unit.end) for unit in (reading.plan.steps if reading.plan else reading.sentences)]
    return plain(reading, split, rules, points), split, spans


def _units(split: Parts) -> list[list[str]]:
    """All n-grams that ``features.marked`` looks at, unit by unit."""
    shared = around(split.words, split.acts, split.setting)
    return [in_place(split.words, split.grams, split.acts, at) + shared for at in range(len(split.words))]


def targets(found: list[Draft], criteria: tuple[str, ...]) -> dict[str, numpy.ndarray]:
    """What is to be learned: each label, and for each criterion whether it has one point, and whether two."""
    labels = sorted({label for draft in found for label in draft.labels})
    columns = {f"label {label}": [label in draft.labels for draft in found] for label in labels}
    for name in criteria:
        for least in (1, 2):
            columns[f"{name} >={least}"] = [draft.criteria[name] >= least for draft in found]
    return {name: numpy.array(column, dtype=int) for name, column in columns.items()}


def marked_units(rows: Table) -> tuple[list[tuple[int, int]], numpy.ndarray]:
    """The (row, unit) of every unit with marks, and the marks as 0, 1 or UNKNOWN, a column a letter."""
    known = marks()
    found = [((row, at), known[draft.id][span]) for row, draft in enumerate(rows.drafts) if draft.id in known
             for at, span in enumerate(rows.spans[row]) if span in known[draft.id]]
    return [place for place, _ in found], _columns([letters for _, letters in found])


def alone() -> tuple[list[list[str]], numpy.ndarray]:
    """The n-grams and marks of the sentences that stand alone, then of the requests in real e-mail. A mark that
    nobody has looked for is UNKNOWN."""
    own = [(by_itself(_stand_in(sentence), _words(sentence)), letters) for letters, sentence in single_sentences()]
    real = [(by_itself(text), truth) for truth, text in requests()]
    marks = _columns([letters for _, letters in own])
    marks[:, LETTERS.index(REQUEST)] = [_requests(letters) for _, letters in own]
    others = numpy.full((len(real), len(LETTERS)), UNKNOWN)
    others[:, LETTERS.index(REQUEST)] = [truth for _, truth in real]
    return [grams for grams, _ in (*own, *real)], numpy.vstack([marks, others])


def _requests(letters: str) -> int:
    """Whether a sentence with these marks is a request; a question, a plea or a next step may be one or not."""
    return 1 if set(letters) & set("aA") else UNKNOWN if set(letters) & set("QPEeKZN") else 0


def _columns(found: list[str]) -> numpy.ndarray:
    columns = numpy.array([[letter in letters for letter in LETTERS] for letters in found], dtype=int)
    columns[:, LETTERS.index(REQUEST)] = UNKNOWN
    return columns


_ROLE = re.compile(r"\{([A-Z]+)\}")
_STAND_IN = "xq"


def _words(sentence: str) -> list[str]:
    """The words of a sentence with {ROLE} for words of a brief."""
    named = {f"{_STAND_IN}{role.lower()}": role for role in _ROLE.findall(sentence)}
    text = _stand_in(sentence)
    return [named.get(word) or named.get(word.removesuffix("s")) or word
            for word in played(tokens(text), text, Roles({}, {}))]


def _stand_in(sentence: str) -> str:
    """The sentence with a word nobody writes for each {ROLE}."""
    return _ROLE.sub(lambda role: _STAND_IN + role[1].lower(), sentence)
