"""The plan that a learner wrote for a brief, wherever they wrote it: in a pad or in a cell."""

from __future__ import annotations

from .. import memory, versions
from ..answers import is_untouched


def kept_plan(brief: str) -> str:
    """The text that was written last for the brief with this id; "" where there is none."""
    pad, cell = f"pads/{brief}/now", f"drafts/{brief}"
    in_pad, in_cell = memory.load(pad), versions.kept(cell)
    found = {
        memory.saved_at(pad): in_pad if isinstance(in_pad, str) else "",
        memory.saved_at(cell): in_cell[-1].text if in_cell else "",
    }
    texts = (found[time] for time in sorted(found, reverse=True))
    return next((text for text in texts if not is_untouched(text)), "")
