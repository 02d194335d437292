"""What learners are called on the page: as nbgrader has them, or by numbers that tell nothing."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

Names = Mapping[str, str]


def own_names(learners: Iterable[str]) -> Names:
    """nbgrader's own ids."""
    return {learner: learner for learner in learners}


def blind_names(learners: Iterable[str]) -> Names:
    """``Learner 1`` and so on, dealt out anew each time, so that neither order nor a former page gives anybody away."""
    shuffled = list(learners)
    random.SystemRandom().shuffle(shuffled)
    return {learner: f"Learner {number}" for number, learner in enumerate(shuffled, start=1)}
