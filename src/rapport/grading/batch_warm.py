"""Imported once by the process that the workers of ``rapport grade`` are forked from.

What reading needs (weights, mistakes, compiled schemas) is then loaded once, and
all workers share it in memory.
"""

import gc

from . import batch_worker  # noqa: F401 (has to be the first: it makes nbformat load quickly)

import nbformat  # noqa: E402

from .. import catalog
from ..reading.brief import brief
from .read import read_answer


def warm() -> None:
    """Read one short text of each kind."""
    nbformat.validate(nbformat.v4.new_notebook())
    for kind in ("message", "plan"):
        names = (name for name in catalog.brief_paths() if brief(name).kind == kind)
        if name := next(names, None):
            read_answer("Dear Hannah, thank you for the talk on Tuesday. I will send you the plan by Friday.", name)


warm()
gc.freeze()
