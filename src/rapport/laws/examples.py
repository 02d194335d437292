"""What the examples of each mistake must prove."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .. import catalog
from ..documents import Fault
from ..mistakes import Example, Mistake
from . import law
from .mistakes import fault

EXAMPLE_DAY = datetime.date(2026, 11, 21)
"""The day the examples are read on, so that a law that holds today holds tomorrow."""


@law
def spotted_labels_have_examples() -> Iterator[Fault]:
    """A label that a function spots has an example that draws it and one, close to it, that must not."""
    for name, mistake in catalog.mistakes().items():
        for label in sorted({spotter.label for spotter in mistake.spotters}):
            for field, examples in (("CAUGHT", mistake.caught), ("SPARED", mistake.spared)):
                if label not in {example.label for example in examples}:
                    remedy = f'Add Example("{label}", "<brief>", "…") to {field}.'
                    yield fault(name, field, f"No example here is of “{label}”.", remedy)


@law
def examples_hold() -> Iterator[Fault]:
    """A CAUGHT example draws its label, as sure as it says; a SPARED one does not draw it."""
    for mistake in catalog.mistakes().values():
        for field, examples in (("CAUGHT", mistake.caught), ("SPARED", mistake.spared)):
            for index, example in enumerate(examples):
                if problem := _problem(mistake, example, caught=field == "CAUGHT"):
                    yield fault(mistake.id, field, f"Example {index} (“{_opening(example.text)}”): {problem[0]}",
                                problem[1])


def _problem(mistake: Mistake, example: Example, caught: bool) -> tuple[str, str] | None:
    from ..assessing import assess
    from ..reading.brief import brief

    if example.label not in mistake.labels:
        return f"“{example.label}” is not this mistake's label.", f"Its labels: {', '.join(mistake.labels)}."
    try:
        situation = brief(example.brief)
    except catalog.Unknown as error:
        return str(error), "Name a brief of scenarios/briefs/."
    found = [one.sure for one in assess(example.text, situation, EXAMPLE_DAY).findings if one.label == example.label]
    if not caught:
        remedy = "Narrow the rule and train anew (make model), or move it to CAUGHT."
        return (f"“{example.label}” is found.", remedy) if found else None
    if not found:
        return f"“{example.label}” is not found.", "Widen the rule and train anew (make model), or move it to SPARED."
    if example.sure is not None and example.sure not in found:
        said = "sure" if found[0] else "only suspected"
        return f"“{example.label}” is {said}.", "Mend the rule, or what the example says of it."
    return None


def _opening(text: str) -> str:
    return text.strip()[:40].replace("\n", " ")
