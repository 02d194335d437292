"""What every judgement shares to which a learner commits before anything is told: how sure they are of it."""

from __future__ import annotations

SURENESS = ("guess", "fairly", "very")
"""How sure a learner can be, from the least."""
SURE = {"guess": "A guess", "fairly": "Fairly sure", "very": "Very sure"}
"""How sure one can be, as a learner chooses it."""
SAID = {"guess": "and it was a guess", "fairly": "and you were fairly sure", "very": "and you were very sure"}
"""How sure a learner was, as the end of a sentence."""


class Misfit(ValueError):
    """Raised for an answer that this question does not take; the text says what to do."""
