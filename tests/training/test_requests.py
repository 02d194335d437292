"""Requests in real people's e-mail: sentences by which nothing was trained and no phrase was chosen."""

from __future__ import annotations

import corpus

from rapport.estimating.estimate import REQUESTING, requesting


def test_requests_in_real_mail_are_seen():
    truths = corpus.requests("requests-test")
    found = [requesting(text) >= REQUESTING for _, text in truths]
    right = sum(seen and truth for seen, (truth, _) in zip(found, truths))
    precision, recall = right / sum(found), right / sum(truth for truth, _ in truths)
    assert precision >= 0.85
    assert 2 * precision * recall / (precision + recall) >= 0.72


def test_the_sentences_to_measure_on_are_not_trained_on():
    assert not {text for _, text in corpus.requests()} & {text for _, text in corpus.requests("requests-test")}
