"""What running a text does in which somebody looks back: it is kept and counted, and nothing else."""

from __future__ import annotations

from .. import render, versions
from ..answers import Answer, is_untouched
from ..reflections import FOR_A_PERSON, length_line
from ..render import Card

NAMELESS = "Please leave the first line of the box as it was, such as “%%reflect looking-back”."
NOTHING_YET = "Nothing is written yet. Write under the first line of the box, then run the cell again (Shift+Enter)."


def reply(answer: Answer, remark: str = "") -> Card:
    """Keep the text, say how long it is and who will read it; ``remark`` is put above that."""
    if answer.subject is None:
        return render.note(NAMELESS)
    if is_untouched(answer.prose):
        return render.note(NOTHING_YET)
    versions.keep(f"reflections/{answer.subject}", answer.prose)
    return render.note(*filter(None, (remark, length_line(answer.prose), FOR_A_PERSON)))
