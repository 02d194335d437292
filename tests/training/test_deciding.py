"""From which probability findings are stated: right in all drafts, and in the messages of the standard set alone."""

from __future__ import annotations

from types import SimpleNamespace

import numpy
import pytest
import train

SEEN = ("fourth", "fourth", "fourth", train.STANDARD)
"""The sets from which the drafts come, in turn: one in four is of the standard set."""
EACH = 400


def rows(is_plan):
    """One label, whose probability is right from .5 on in all sets but the standard one, and there from .7 on."""
    chances = numpy.linspace(0.02, 0.98, EACH)
    parts = [SEEN[at % len(SEEN)] for at in range(EACH)]
    truth = [int(chance > (0.7 if part == train.STANDARD else 0.5)) for chance, part in zip(chances, parts)]
    drafts = [SimpleNamespace(part=part, brief=SimpleNamespace(is_plan=is_plan)) for part in parts]
    targets = {"label x": numpy.array(truth), "who >=1": numpy.ones(EACH), "who >=2": numpy.ones(EACH)}
    return SimpleNamespace(drafts=drafts, targets=targets), numpy.column_stack([chances, chances, chances])


@pytest.mark.parametrize("is_plan, least, most", [(False, 0.6, 0.75), (True, 0.45, 0.58)])
def test_messages_are_stated_only_from_where_the_standard_set_bears_it_out(is_plan, least, most):
    table, chances = rows(is_plan)
    decided = train.decide(table, chances, numpy.arange(EACH))
    assert least <= decided["stated"] <= most
    assert decided["asked"] <= decided["stated"]


def test_a_message_of_the_standard_set_counts_as_several():
    table, _ = rows(is_plan=False)
    assert train.counted(table, numpy.array([2, 3])).tolist() == [2, *[3] * train.COUNTED]
    plans, _ = rows(is_plan=True)
    assert train.counted(plans, numpy.array([2, 3])).tolist() == [2, 3]
