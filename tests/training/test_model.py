"""The weights that the reader takes along are those that the data give."""

from __future__ import annotations

import json
import os
import zlib
from importlib import resources

import corpus
import pytest
import tables
import train

from rapport.assessing import assess, judging
from rapport.estimating import estimate
from rapport.estimating.weights import unpack, weights

DECISIONS = ("asked", "stated", "certain")
EVERY = 9
"""Where a machine's arithmetic differs in the last digit, every ninth draft is judged by both files."""


KINDS = ["plan", "message"] if os.environ.get("RAPPORT_TRAIN_ALL") else ["plan"]
"""Messages take some ten minutes of both processors: make model-test trains both."""


def file_of(kind: str) -> bytes:
    """The weights file that stands in the package."""
    return resources.files("rapport.estimating").joinpath(f"{kind}.weights").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_training_again_gives_the_same_weights(kind, monkeypatch):
    stored = file_of(kind)
    header = json.loads(zlib.decompress(stored).partition(b"\n")[0])
    made = train.train(kind == "plan", told=lambda line: None, decisions={name: header[name] for name in DECISIONS})
    if made != stored:
        drafts = corpus.drafts(kind == "plan")[::EVERY]
        before = [assess(draft.text, draft.brief, tables.TODAY).as_dict() for draft in drafts]
        anew = unpack(made)
        for module in (judging, estimate):
            monkeypatch.setattr(module, "weights", lambda asked, kind=kind: anew if asked == kind else weights(asked))
        assert [assess(draft.text, draft.brief, tables.TODAY).as_dict() for draft in drafts] == before


def test_nothing_of_a_sealed_brief_is_trained_on():
    sealed = corpus.sealed_briefs()
    for plans in (False, True):
        assert not sealed & {draft.brief.id for draft in corpus.drafts(plans)}
    known = {draft.id for plans in (False, True) for draft in corpus.drafts(plans)}
    assert set(corpus.marks()) <= known


def test_the_weights_are_small():
    assert sum(len(file_of(kind)) for kind in ("message", "plan")) < 2_000_000
