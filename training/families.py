"""Which drafts were written as a family: a strong one, and changes of a sentence or two that commit a mistake or only
look like it. They teach, but are no mix that anybody hands in: decisions are not taken on them."""

from __future__ import annotations

from collections import defaultdict

import numpy
from tables import Table

LONG = 5
"""Sentences of fewer words (a greeting, a name) may be the same by chance."""
SHARED = 1 / 3
"""Drafts on one brief with so many of their long sentences in common are of one family. In the sets whose drafts were
all written apart, no two reach it."""


def ordinary(rows: Table) -> numpy.ndarray:
    """The rows of the labelled drafts that belong to no family."""
    by_brief = defaultdict(list)
    for row, draft in enumerate(rows.drafts):
        by_brief[draft.brief.id].append((row, _long(draft.text, rows.spans[row])))
    alone = [row for drafts in by_brief.values() for row, sentences in drafts
             if not any(_related(sentences, others) for other, others in drafts if other != row)]
    return numpy.array(sorted(alone))


def _long(text: str, spans: list[tuple[int, int]]) -> frozenset[str]:
    sentences = (text[start:end] for start, end in spans)
    return frozenset(sentence for sentence in sentences if len(sentence.split()) >= LONG)


def _related(sentences: frozenset[str], others: frozenset[str]) -> bool:
    return bool(sentences) and len(sentences & others) >= SHARED * len(sentences)
