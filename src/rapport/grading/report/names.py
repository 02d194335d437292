"""Takes learners' names off a class, for a page that others may see."""

from __future__ import annotations

import random
from dataclasses import replace

from .gathered import Gathered


def blind(found: Gathered) -> Gathered:
    """The same class with ``Learner 1`` and so on for nbgrader's ids.

    The numbers are dealt out anew each time and everything is put in their order, so that neither the order of the
    names nor a former page gives anybody away. What learners wrote stays as it is, also where they sign with a name.
    """
    shuffled = list(found.learners)
    random.SystemRandom().shuffle(shuffled)
    width = len(str(len(shuffled)))
    names = {learner: f"Learner {number:0{width}}" for number, learner in enumerate(shuffled, start=1)}
    renamed = (
        replace(read, answer=replace(read.answer, row=replace(read.answer.row, learner=names[read.learner])))
        for read in found.answers
    )
    answers = tuple(sorted(renamed, key=lambda read: (read.learner, read.answer.place)))
    return replace(found, answers=answers, learners=tuple(sorted(names.values())))
